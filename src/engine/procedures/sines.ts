/**
 * Waves to be met from a few points. There is no right and wrong: what counts is the mean squared error after five
 * steps from the start, on 200 waves that are the same for every network. The survey measures it after 0 to 32 steps,
 * two waves to a cell, which take 10 ms. A start answers some points with all the curves it goes through on its way to them.
 */
import { gridXs, TEST_TASKS } from '../../math/sine-tasks';
import { curvesOf, FEW_STEPS, meanAdaptedErrors, SURVEYED_STEPS } from '../../math/start-adaptation';
import type { ExperimentSpec } from '../../spec/experiment-spec';
import { MOST_POINTS } from '../../spec/start-network';
import type { Examples } from '../data/examples';
import { EngineError } from '../engine-error';
import type { TrainedNetwork } from '../trained-network';
import type { Procedure } from './procedure';

const TASKS_TO_A_CELL = 2;
/** Five steps on each take 5 ms together. */
const TASKS_TO_A_SLICE = 10;
/** A squared error that no start comes near: waves reach 5. */
const RUNAWAY = 1000;

/** Nothing is drawn of these: the points of a step are the trainer's affair, those of a test this file's. */
const examples = (count: number): Examples => ({ count, size: 0, labelSize: 0, labels: [], write: () => {} });

/** What was measured of a start while its numbers were these. */
type Measured = { readonly start: Float32Array; readonly by: Map<string, readonly number[]> };

export function sineProcedure({ seed, data, optimizer }: ExperimentSpec): Procedure {
  const { rate } = optimizer;
  const tests = { seed, points: data.examples, rate };
  const measured = new WeakMap<TrainedNetwork, Measured>();

  /** Means over some tasks. One start never changes, and need not be measured again and again. */
  function errors(network: TrainedNetwork, from: number, until: number, after: readonly number[]) {
    const start = network.firstWeights();
    let known = measured.get(network);
    if (!known?.start.every((value, at) => value === start[at])) {
      known = { start, by: new Map() };
      measured.set(network, known);
    }
    const name = `${from} ${until} ${after}`;
    const found = known.by.get(name) ?? meanAdaptedErrors(start, tests, from, until, after);
    known.by.set(name, found);
    return found;
  }

  return {
    runaway: RUNAWAY,
    batches: examples(1),
    train: examples(0),
    test: examples(TEST_TASKS),
    slice: TASKS_TO_A_SLICE,
    correct: () => [0],
    error(network, _, from, until) {
      const [mean = Number.NaN] = errors(network, from, until, [FEW_STEPS]);
      return mean * (until - from);
    },
    answer(network, input) {
      const count = input.length / 2;
      if (!Number.isInteger(count) || count < 1 || count > MOST_POINTS || !input.every(Number.isFinite))
        throw new EngineError('bad-message', `One to ${MOST_POINTS} points have two numbers each.`);
      const { curves, onPoints } = curvesOf(network.firstWeights(), input, rate);
      const answer = curves.slice(FEW_STEPS * gridXs.length, (FEW_STEPS + 1) * gridXs.length);
      return { kind: 'curves', answer, curves, onPoints };
    },
    survey: {
      order: Array.from({ length: TEST_TASKS / TASKS_TO_A_CELL }, (_, cell) => cell),
      width: SURVEYED_STEPS.length,
      measure: (network, cell) =>
        errors(network, cell * TASKS_TO_A_CELL, (cell + 1) * TASKS_TO_A_CELL, SURVEYED_STEPS),
    },
  };
}
