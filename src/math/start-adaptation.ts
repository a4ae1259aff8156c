/**
 * What a task's few steps make of a start: plain gradient descent on the mean squared error of its points. The start
 * itself is never changed. Steps that fit no longer give numbers that are none, which everything after carries on.
 */
import { randomStream } from './random';
import { drawWave, gridXs, pointsOf, type SineTask, TEST_TASKS, testTask, waveAt } from './sine-tasks';
import { addStartGradient, meanSquaredError, type Points, startOutputs } from './start-network';

/** Steps that figures are given after: the headline. */
export const FEW_STEPS = 5;
/** Most steps that anybody looks at. */
export const MOST_ADAPTING = 32;
/** Steps after which the survey measures. */
export const SURVEYED_STEPS = [0, 1, 2, 3, 5, 10, 20, MOST_ADAPTING] as const;

/** Visits the weights after 0, 1, ... `steps` steps, each time the same array, which the next step changes. */
export function adapt(
  start: Float32Array,
  points: Points,
  rate: number,
  steps: number,
  visit: (step: number, weights: Float32Array) => void,
): void {
  const weights = start.slice();
  visit(0, weights);
  for (let step = 1; step <= steps; step++) {
    if (points.xs.length > 0) addStartGradient(weights, points, -rate, weights);
    visit(step, weights);
  }
}

/**
 * input: x and y of each point in turn -> the curves after 0 to 32 steps, [33, 100], and the mean squared error on the
 * points themselves, [33].
 */
export function curvesOf(start: Float32Array, input: Float32Array, rate: number) {
  const xs = input.filter((_, at) => at % 2 === 0);
  const ys = input.filter((_, at) => at % 2 === 1);
  const curves = new Float32Array((MOST_ADAPTING + 1) * gridXs.length);
  const onPoints = new Float32Array(MOST_ADAPTING + 1);
  adapt(start, { xs, ys }, rate, MOST_ADAPTING, (step, weights) => {
    curves.set(startOutputs(weights, gridXs), step * gridXs.length);
    onPoints[step] = meanSquaredError(startOutputs(weights, xs), ys);
  });
  return { curves, onPoints };
}

/** Mean squared error on the grid against the true wave, after each of `after` steps (ascending), of one task. */
export function adaptedErrors(
  start: Float32Array,
  task: SineTask,
  rate: number,
  after: readonly number[],
): number[] {
  const truth = gridYs(task);
  const errors: number[] = [];
  adapt(start, task, rate, after.at(-1) ?? 0, (step, weights) => {
    if (after.includes(step)) errors.push(meanSquaredError(startOutputs(weights, gridXs), truth));
  });
  return errors;
}

/** [100]: the wave itself on the grid. */
export const gridYs = ({ wave }: Pick<SineTask, 'wave'>): Float32Array => gridXs.map((x) => waveAt(wave, x));

/** The tasks `from` to `until` of all tests, mean of their errors after each of `after` steps. */
export function meanAdaptedErrors(
  start: Float32Array,
  { seed, points, rate }: { readonly seed: number; readonly points: number; readonly rate: number },
  from: number,
  until: number,
  after: readonly number[],
): number[] {
  const end = Math.min(until, TEST_TASKS);
  const sums = after.map(() => 0);
  for (let index = from; index < end; index++)
    adaptedErrors(start, testTask(seed, index, points), rate, after).forEach((error, at) => {
      sums[at] = (sums[at] as number) + error;
    });
  return sums.map((sum) => sum / (end - from));
}

/** What one outer step sees: a wave for each task, and fresh points of it for each inner step. */
export type InnerTask = { readonly wave: SineTask['wave']; readonly steps: readonly Points[] };

/** The tasks of outer step `step` (from 0). */
export function innerTasks(
  {
    seed,
    tasks,
    innerSteps,
    points,
  }: {
    readonly seed: number;
    readonly tasks: number;
    readonly innerSteps: number;
    readonly points: number;
  },
  step: number,
): InnerTask[] {
  return Array.from({ length: tasks }, (_, task) => {
    const stream = randomStream(seed, 'inner', step, task);
    const wave = drawWave(stream);
    return { wave, steps: Array.from({ length: innerSteps }, () => pointsOf(wave, stream, points)) };
  });
}

/** Points of step `step` for training on all tasks at once: each of a wave of its own. */
export function jointPoints(seed: number, step: number, count: number): Points {
  const stream = randomStream(seed, 'joint', step);
  const drawn = Array.from({ length: count }, () => pointsOf(drawWave(stream), stream, 1));
  return {
    xs: Float32Array.from(drawn, ({ xs }) => xs[0] as number),
    ys: Float32Array.from(drawn, ({ ys }) => ys[0] as number),
  };
}
