/**
 * One network in training: counts its steps, starts it from the seed, translates between what the page speaks
 * of (sites, filters, taps, snapshots) and the flat parameters of its trainer.
 */
import { initialWeights } from '../math/initial-weights';
import { effectiveWeights } from '../math/soft-weights';
import { weightShapes } from '../math/weight-shapes';
import type { BackendName } from '../spec/backend';
import type { ExperimentSpec, NetworkSpec } from '../spec/experiment-spec';
import type { Batch } from './data/examples';
import { EngineError } from './engine-error';
import { fusedPlan } from './fused/plan';
import { lentWeights, phaseAt } from './lending';
import { blocksOf, updateStep } from './optimizers';
import { packParameters, unpackParameters, weightAt } from './parameter-layout';
import { autodiffTrainer } from './trainers/autodiff-trainer';
import { fusedTrainer } from './trainers/fused-trainer';
import { recurrentTrainer } from './trainers/recurrent-trainer';
import { startTrainer } from './trainers/start-trainer';
import type { Trainer } from './trainers/trainer';

/** Weights of each layer, then optimiser state of each layer, at one step. */
export type Snapshot = { readonly step: number; readonly arrays: readonly Float32Array[] };

export type TrainedNetwork = Pick<Trainer, 'takeLosses' | 'outputs' | 'firstLayer' | 'warmUp' | 'dispose'> & {
  readonly spec: NetworkSpec;
  /** Numbers that it gives for one example. */
  readonly outputSize: number;
  step(): number;
  /** Another one for other weights. */
  version(): number;
  /** Begins a step; its loss comes with `takeLosses`. */
  train(batch: Batch): void;
  /**
   * Goes on from where another network of the same layers stands, as if it had made the same steps. It has no losses of
   * its own of these.
   */
  follow(leader: TrainedNetwork): void;
  /** [groups, filters, taps+1] of the first layer; of a soft one what each site reads, [sites, filters, taps+1]. */
  firstWeights(): Float32Array;
  /**
   * Adds `delta` to one weight, of a soft layer to the site's residual, now and before the last step alike: what the step
   * did stays what it was.
   */
  poke(site: number, filter: number, tap: number, delta: number): void;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
};

const trainers = new WeakMap<TrainedNetwork, Trainer>();

/** webgl computes the outputs of so many examples at once, for each number compiles its own shaders. */
const FORWARD_BATCH = 100;

/** Throws RangeError when a kernel or a tie map does not fit. */
export function startNetwork(
  network: NetworkSpec,
  spec: ExperimentSpec,
  backend: BackendName,
): TrainedNetwork {
  const blocks = blocksOf(spec.optimizer.kind);
  const [first] = weightShapes(network);
  if (!first || (network.kind === 'layered' && network.layers[0]?.kind === 'global-max-pool'))
    throw new RangeError('The first layer of a network must have weights.');
  const trainer = trainerOf(network, spec, backend, blocks);
  const { layout } = trainer;
  const sizes = unpackParameters(layout, new Float32Array(layout.blocks * layout.blockSize)).map(
    ({ length }) => length,
  );
  const outputSize = outputSizeOf(network);

  let step = 0;
  let version = 0;
  /** Losses of the old task's last steps, which nobody had asked for when the new one began. */
  let untaken: Float32Array = new Float32Array(0);
  trainer.setParameters(packParameters(layout, initialWeights(network, spec.seed)));

  /** From the old task to the new one; the optimiser forgets what it has gathered. */
  function lend(): void {
    untaken = trainer.takeLosses();
    const old = unpackParameters({ ...layout, blocks: 1 }, trainer.parameters(1));
    trainer.setParameters(packParameters(layout, lentWeights(network, spec.seed, old)));
  }

  const { firstLayer, warmUp, dispose } = trainer;
  const made: TrainedNetwork = {
    spec: network,
    outputSize,
    takeLosses() {
      const losses = trainer.takeLosses();
      if (untaken.length === 0) return losses;
      const all = Float32Array.from([...untaken, ...losses]);
      untaken = new Float32Array(0);
      return all;
    },
    firstLayer,
    warmUp,
    dispose,
    outputs(inputs, count) {
      if (backend === 'cpu' || count === 1 || count >= FORWARD_BATCH) return trainer.outputs(inputs, count);
      const enough = new Float32Array((inputs.length / count) * FORWARD_BATCH);
      enough.set(inputs);
      return trainer.outputs(enough, FORWARD_BATCH).subarray(0, count * outputSize);
    },
    step: () => step,
    version: () => version,
    train(batch) {
      if (step === spec.lending?.steps) lend();
      const { optimizer, from, steps, rates } = phaseAt(network, spec, step);
      trainer.step(batch, updateStep(optimizer, step - from, steps), rates);
      step++;
      version++;
    },
    follow(leader) {
      const ahead = trainers.get(leader);
      if (ahead && trainer.follow) trainer.follow(ahead);
      else trainer.setParameters(packParameters(layout, leader.snapshot().arrays));
      step = leader.step();
      version++;
    },
    firstWeights() {
      const onlyFirst = { ...layout, layers: layout.layers.slice(0, 1), blocks: 1 };
      const [weights = new Float32Array(0)] = unpackParameters(onlyFirst, trainer.parameters(1));
      return first.shrink === null ? weights : effectiveWeights(weights, first);
    },
    poke(site, filter, tap, delta) {
      const group = first.tying.groupOf[site];
      const [place] = layout.layers;
      const known = filter >= 0 && filter < first.filters && tap >= 0 && tap <= first.taps;
      if (group === undefined || !place || !known)
        throw new EngineError(
          'bad-message',
          `There is no weight ${tap} of filter ${filter} at site ${site}.`,
        );
      const set = first.shrink === null ? group : first.tying.groups + site;
      trainer.poke(weightAt(place, set, filter, tap), delta);
      version++;
    },
    snapshot: () => ({ step, arrays: unpackParameters(layout, trainer.parameters(layout.blocks)) }),
    restore(snapshot) {
      const fits = snapshot.arrays.length === sizes.length;
      if (!fits || !snapshot.arrays.every(({ length }, at) => length === sizes[at]))
        throw new EngineError('bad-message', 'This snapshot is of another network.');
      trainer.setParameters(packParameters(layout, snapshot.arrays));
      step = snapshot.step;
      untaken = new Float32Array(0);
      version++;
    },
  };
  trainers.set(made, trainer);
  return made;
}

function trainerOf(
  network: NetworkSpec,
  spec: ExperimentSpec,
  backend: BackendName,
  blocks: number,
): Trainer {
  if (network.kind === 'recurrent') return recurrentTrainer(network, blocks, spec);
  if (network.kind === 'start') return startTrainer(network, spec);
  // Layers that are lent stand still or move by parts of the rate, which the fused step cannot do.
  const canFuse = backend === 'webgl' && !network.transfer;
  const plan = canFuse ? fusedPlan(network, blocks) : null;
  return plan ? fusedTrainer(plan, spec) : autodiffTrainer(network, blocks);
}

/** Logits; logits and state of every step; or the points of both pictures. */
function outputSizeOf(network: NetworkSpec): number {
  if (network.kind === 'recurrent') return network.reads * (network.classes + network.hidden);
  const last = weightShapes(network).at(-1);
  return last ? last.tying.sites * last.filters : 0;
}
