/**
 * What trains one network on one backend: its parameters and the last step's traces, where the backend keeps
 * them. A trainer knows nothing of seeds, decay or snapshots; steps are counted by its owner.
 */
import type { Batch } from '../data/examples';
import type { UpdateStep } from '../optimizers';
import type { ParameterLayout } from '../parameter-layout';
import type { Reading } from '../readings';

/** Filters of the first layer, `filters` of them from `filter` (0-based) on. */
export type FilterRange = { readonly filter: number; readonly filters: number };

/**
 * Readings of a range of filters of the first layer; rows of [taps+1], bias last. Of groups and sites those that
 * training reaches: of a recurrent network the cells and steps of its training sequences.
 */
export type FirstLayerReadings = {
  /**
   * [groups, filters, taps+1] now and before the last step; of a soft layer [sites, filters, taps+1], what each site
   * reads: its group's shared part and its residual.
   */
  readonly kernels: Reading;
  readonly previousKernels: Reading;
  /** [sites, filters, taps+1] each site's own part, as it is now; null where there are none. */
  readonly residuals: Reading | null;
  /**
   * [sites, filters, taps+1], and [groups, filters, taps+1], of a soft layer of the shared parts, by the path that makes
   * no ledger; null where no step was made.
   */
  readonly ledger: Reading | null;
  readonly gradient: Reading | null;
  /** Of a network of several tasks: the products of their gradients over the whole trunk, see math/site-products. */
  readonly products?: Reading | null;
};

export type Trainer = {
  readonly layout: ParameterLayout;
  /**
   * One step. On a GPU it may still be under way when this returns. `rates`: for each layer a part of the learning rate;
   * layers of rate 0 are frozen and left out of differentiation. Only trainers of `autodiff` take them.
   */
  step(batch: Batch, update: UpdateStep, rates?: readonly number[] | null): void;
  /** Mean batch losses of the steps since the last call, at most 1,024, oldest first. Waits until they are known. */
  takeLosses(): Float32Array;
  /**
   * inputs of `count` examples -> their outputs: logits [count, classes], points [count, 2, dimensions], or for each
   * step of a sequence logits and state [count, reads, classes + hidden].
   */
  outputs(inputs: Float32Array, count: number): Float32Array;
  /** What is watched of the first layer. Inside a tidy, together with reading it. */
  firstLayer(range: FilterRange, withLedger: boolean): FirstLayerReadings;
  /** The first so many blocks in the trainer's layout. Not to be changed. */
  parameters(blocks: number): Float32Array;
  /** Replaces them; what the last step left behind is forgotten. */
  setParameters(flat: Float32Array): void;
  /** Goes on from where another of the same network stands, without reading anything; where it can. */
  follow?(leader: Trainer): void;
  /** Adds `delta` to the weight at this place of the first block, now and before the last step alike. */
  poke(at: number, delta: number): void;
  /** Compiles what a step and an answer need, part by part; changes nothing. */
  warmUp(): Iterable<unknown>;
  dispose(): void;
};
