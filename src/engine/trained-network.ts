/**
 * One network in training: counts its steps, starts it from the seed, translates between what the page speaks
 * of (sites, filters, taps, snapshots) and the flat parameters of its trainer.
 */
import { initialWeights } from '../math/initial-weights';
import { type TiedLayer, tiedLayers } from '../math/network-layers';
import type { BackendName } from '../spec/backend';
import type { ExperimentSpec, NetworkSpec } from '../spec/experiment-spec';
import type { Batch } from './data/batches';
import { EngineError } from './engine-error';
import { fusedPlan } from './fused/plan';
import { blocksOf, updateStep } from './optimizers';
import { packParameters, unpackParameters, weightAt } from './parameter-layout';
import { autodiffTrainer } from './trainers/autodiff-trainer';
import { fusedTrainer } from './trainers/fused-trainer';
import type { Trainer } from './trainers/trainer';

/** Weights of each layer, then optimiser state of each layer, at one step. */
export type Snapshot = { readonly step: number; readonly arrays: readonly Float32Array[] };

export type TrainedNetwork = Pick<Trainer, 'takeLosses' | 'logits' | 'firstLayer' | 'warmUp' | 'dispose'> & {
  readonly classes: number;
  readonly first: TiedLayer;
  step(): number;
  /** Begins a step; its loss comes with `takeLosses`. */
  train(batch: Batch): void;
  /** [groups, filters, taps+1] of the first layer. */
  firstWeights(): Float32Array;
  /** Adds `delta` to one weight, now and before the last step alike: what the step did stays what it was. */
  poke(site: number, filter: number, tap: number, delta: number): void;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
};

/** Throws RangeError when a kernel or a tie map does not fit. */
export function startNetwork(
  network: NetworkSpec,
  spec: ExperimentSpec,
  backend: BackendName,
): TrainedNetwork {
  const blocks = blocksOf(spec.optimizer.kind);
  const layers = tiedLayers(network);
  const first = layers[0];
  const classes = layers.at(-1)?.filters;
  if (!first || !classes || network.layers[0]?.kind === 'global-max-pool')
    throw new RangeError('The first layer of a network must have weights.');
  const plan = backend === 'webgl' ? fusedPlan(network, blocks) : null;
  const trainer = plan ? fusedTrainer(plan, spec) : autodiffTrainer(network, blocks);
  const { layout } = trainer;
  const sizes = unpackParameters(layout, new Float32Array(blocks * layout.blockSize)).map(
    ({ length }) => length,
  );

  let step = 0;
  trainer.setParameters(packParameters(layout, initialWeights(network, spec.seed)));

  const { takeLosses, logits, firstLayer, warmUp, dispose } = trainer;
  return {
    takeLosses,
    logits,
    firstLayer,
    warmUp,
    dispose,
    classes,
    first,
    step: () => step,
    train(batch) {
      trainer.step(batch, updateStep(spec.optimizer, step, spec.steps));
      step++;
    },
    firstWeights: () =>
      unpackParameters(
        { ...layout, layers: layout.layers.slice(0, 1), blocks: 1 },
        trainer.parameters(1),
      )[0] ?? new Float32Array(0),
    poke(site, filter, tap, delta) {
      const group = first.tying.groupOf[site];
      const [place] = layout.layers;
      const known = filter >= 0 && filter < first.filters && tap >= 0 && tap <= first.geometry.taps;
      if (group === undefined || !place || !known)
        throw new EngineError(
          'bad-message',
          `There is no weight ${tap} of filter ${filter} at site ${site}.`,
        );
      trainer.poke(weightAt(place, group, filter, tap), delta);
    },
    snapshot: () => ({ step, arrays: unpackParameters(layout, trainer.parameters(layout.blocks)) }),
    restore(snapshot) {
      const fits = snapshot.arrays.length === sizes.length;
      if (!fits || !snapshot.arrays.every(({ length }, at) => length === sizes[at]))
        throw new EngineError('bad-message', 'This snapshot is of another network.');
      trainer.setParameters(packParameters(layout, snapshot.arrays));
      step = snapshot.step;
    },
  };
}
