/**
 * What frames bring from the training worker to the page: losses, and of the first layer what visible views watch. Which
 * of it they watch is for the page to say. Arrays are transferred.
 */
import type { NetworkId } from '../spec/experiment-spec';

/** What the visible views need of each frame; nothing else is read from the GPU or sent. */
export type Watch = {
  /** First filter of the first layer whose kernels and ledger are shown, 0-based; and how many. */
  readonly filter: number;
  readonly filters: number;
  /** Per-site gradients of the first layer, and its gradient by the second path. */
  readonly ledger: boolean;
  /** Kernels of the first layer. */
  readonly kernels: boolean;
};

/**
 * First-layer numbers of one network at one step, for the watched filters; taps count the bias, which is last. Groups
 * and sites are those that training reaches: of a recurrent network the cells and steps of its training sequences.
 */
export type WatchedLayer = {
  /** Step of this network that all the numbers belong to. */
  readonly step: number;
  /** Mean loss of that step's batch, or null before the first. */
  readonly loss: number | null;
  readonly filter: number;
  readonly filters: number;
  /** [groups, filters, taps] after the step; of a soft layer [sites, filters, taps], shared part and residual added. */
  readonly kernels: Float32Array;
  /** The same before the step (equal to `kernels` when no step has been made). */
  readonly previousKernels: Float32Array;
  /** [sites, filters, taps] each site's own part of a soft layer after the step; null where sharing is hard. */
  readonly residuals: Float32Array | null;
  /** [sites, filters, taps] per-site gradients of that step's batch; null where the step was not made or is not remembered. */
  readonly ledger: Float32Array | null;
  /** [groups, filters, taps] gradient of the same batch, of a soft layer of its shared parts, by a path that makes no ledger. */
  readonly gradient: Float32Array | null;
  /** Of a network of two tasks |a|^2, a.b and |b|^2 of their gradients of that batch over the whole trunk. */
  readonly products?: Float32Array | null;
};

export type NetworkFrame = {
  readonly step: number;
  /** Mean batch loss of each step since the last frame, oldest first; the last belongs to `step`. */
  readonly losses: Float32Array;
  /** Median wall time of the last 50 training steps in ms, or null before the first. */
  readonly msPerStep: number | null;
  readonly watched: WatchedLayer | null;
};

/** Networks of which there is something new. */
export type Frame = {
  /** The common step; a network that is behind has its own. */
  readonly step: number;
  readonly networks: Partial<Record<NetworkId, NetworkFrame>>;
};
