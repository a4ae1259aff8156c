/**
 * One outer step of Reptile (Nichol et al. 2018, algorithm 1): from the start a few steps of plain gradient descent on
 * each of a few tasks; where each ends, less the start, is its displacement, and the start moves a part of the way to
 * their mean. Displacements are to this what per-site gradients are to a shared weight, but averaged, not summed.
 */
import type { InnerTask } from './start-adaptation';
import { addStartGradient } from './start-network';

/** displacements: [tasks, size]; `loss`: mean squared error of all points, each before the step that was made on it. */
export type Displacements = { readonly displacements: Float32Array; readonly loss: number };

export function displacementsOf(
  start: Float32Array,
  tasks: readonly InnerTask[],
  rate: number,
): Displacements {
  const size = start.length;
  const displacements = new Float32Array(tasks.length * size);
  let [loss, steps] = [0, 0];
  tasks.forEach((task, row) => {
    const weights = start.slice();
    for (const points of task.steps) {
      loss += addStartGradient(weights, points, -rate, weights);
      steps += 1;
    }
    for (let at = 0; at < size; at++)
      displacements[row * size + at] = (weights[at] as number) - (start[at] as number);
  });
  return { displacements, loss: steps > 0 ? loss / steps : 0 };
}

/** [size]: mean of the rows, in float64. */
export function meanOfRows(rows: Float32Array, count: number): Float64Array {
  const size = rows.length / count;
  const mean = new Float64Array(size);
  for (let row = 0; row < count; row++)
    for (let at = 0; at < size; at++)
      mean[at] = (mean[at] as number) + (rows[row * size + at] as number) / count;
  return mean;
}

/** The start after it has moved the part `outerRate` of the way. */
export function movedStart(start: Float32Array, mean: ArrayLike<number>, outerRate: number): Float32Array {
  return start.map((value, at) => value + outerRate * (mean[at] as number));
}

/**
 * The mean displacement by another path: the inner gradients of all tasks and steps, each times -rate / tasks, run into
 * one sum, and no task's displacement is ever made.
 */
export function meanOfInnerSteps(
  start: Float32Array,
  tasks: readonly InnerTask[],
  rate: number,
): Float32Array {
  const size = start.length;
  const sum = new Float64Array(size);
  const gradient = new Float64Array(size);
  for (const task of tasks) {
    const weights = start.slice();
    for (const points of task.steps) {
      gradient.fill(0);
      addStartGradient(weights, points, 1, gradient);
      for (let at = 0; at < size; at++) {
        const step = rate * (gradient[at] as number);
        weights[at] = (weights[at] as number) - step;
        sum[at] = (sum[at] as number) - step / tasks.length;
      }
    }
  }
  return Float32Array.from(sum);
}

/** Part of the way at outer step `step` (from 0) of a run of `steps`: falls evenly to 0, and stays there. */
export const outerRateAt = (outerRate: number, step: number, steps: number): number =>
  outerRate * Math.max(0, 1 - step / steps);
