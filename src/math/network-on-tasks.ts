/**
 * A network of two tasks on one picture, forward and back, without tfjs: what the stage shows before any training.
 * weights: one array for each layer, as `initialWeights` makes them.
 */
import { TASK_CLASSES } from '../spec/multi-task-network';
import type { NetworkLayer } from './network-layers';
import { forwardPass, ledgersOf, outputOf } from './network-on-image';
import { siteProducts } from './site-products';
import { softmax } from './softmax-cross-entropy';
import { taskCrossEntropyGradient } from './task-cross-entropy';

const TASKS = TASK_CLASSES.length;

/** pixels: [side, side] -> [2, side, side]: the same picture for both tasks. */
export function shownToBoth(pixels: Float32Array): Float32Array {
  const both = new Float32Array(TASKS * pixels.length);
  for (let task = 0; task < TASKS; task++) both.set(pixels, task * pixels.length);
  return both;
}

/** Class probabilities of each task out of the outputs of one example, [tasks, outputs]. */
export function taskProbabilities(outputs: Float32Array): readonly Float32Array[] {
  const size = outputs.length / TASKS;
  return TASK_CLASSES.map((classes, task) =>
    softmax(outputs.subarray(task * size, task * size + classes), classes),
  );
}

export type TasksOnPicture = {
  /** Of each task, in the order of the sites. */
  readonly probabilities: readonly Float32Array[];
  /** [2, filters, taps+1] of the first layer. */
  readonly ledger: Float32Array;
  /** Of the gradients of both tasks over all layers but the heads, see site-products. */
  readonly products: Float32Array;
};

/** labels: the right class of each task. */
export function tasksOnPicture(
  layers: readonly NetworkLayer[],
  weights: readonly Float32Array[],
  pixels: Float32Array,
  labels: readonly number[],
): TasksOnPicture {
  const both = shownToBoth(pixels);
  const passes = forwardPass(layers, weights, both);
  const outputs = outputOf(passes.at(-1), both);
  const ledgers = ledgersOf(passes, both, taskCrossEntropyGradient(outputs, labels, TASK_CLASSES));
  const [ledger] = ledgers;
  if (!ledger) throw new RangeError('A network must have weights.');
  return {
    probabilities: taskProbabilities(outputs),
    ledger,
    products: siteProducts(ledgers.slice(0, -1), TASKS),
  };
}
