/**
 * What a step is part of where a network goes on with what another task has taught it: the old task's part of the run or
 * the new one's, each with its own learning rate and decay, and the optimiser beginning anew. And what the weights are
 * at the first step of the new task.
 */
import { initialWeights } from '../math/initial-weights';
import { randomStream } from '../math/random';
import type { ExperimentSpec, NetworkSpec, OptimizerSpec } from '../spec/experiment-spec';
import { MAX_SEED } from '../spec/parameters';
import { makeTying } from '../spec/tying';

export type Phase = {
  readonly optimizer: OptimizerSpec;
  /** The run's step at which it begins, and how many steps it has. */
  readonly from: number;
  readonly steps: number;
  /** Of each layer, the part of the learning rate with which it moves; null: all move at the full rate. */
  readonly rates: readonly number[] | null;
};

/** Of the step from `step` to `step + 1`. */
export function phaseAt(network: NetworkSpec, spec: ExperimentSpec, step: number): Phase {
  const { optimizer, lending, steps } = spec;
  if (!lending) return { optimizer, from: 0, steps, rates: null };
  if (step < lending.steps)
    return { optimizer: { ...optimizer, rate: lending.rate }, from: 0, steps: lending.steps, rates: null };
  const rates = network.kind === 'layered' ? network.transfer?.map(({ rate }) => rate) : null;
  return {
    optimizer,
    from: lending.steps,
    steps: Math.max(0, steps - lending.steps),
    rates: rates?.some((rate) => rate !== 1) ? rates : null,
  };
}

/**
 * Weights of each layer: the old ones where old and new task are one site's as the other's, else drawn for the new task
 * from the seed, alike for every network.
 */
export function lentWeights(
  network: NetworkSpec,
  seed: number,
  old: readonly Float32Array[],
): readonly Float32Array[] {
  const transfer = network.kind === 'layered' ? (network.transfer ?? []) : [];
  const anew = initialWeights(network, randomStream(seed, 'new task').integer(MAX_SEED));
  return anew.map((fresh, layer) => {
    const plan = transfer[layer]?.tying ?? { kind: 'independent' };
    const [before, after] = makeTying(plan, 2).groupOf;
    const kept = old[layer];
    return before === after && kept ? kept : fresh;
  });
}
