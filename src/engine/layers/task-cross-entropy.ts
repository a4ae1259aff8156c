/** The loss of several tasks: the sum of their mean cross-entropies (math/task-cross-entropy), differentiable. */
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { TASK_CROSS_ENTROPY } from '../kernels/names';
import { runKernelForOne } from '../tfjs-kernels';

/** logits: [batch, tasks, 1, outputs]; labels: [batch, tasks], class numbers as floats -> a scalar. */
export function taskCrossEntropy(logits: Tensor, labels: Tensor, classes: readonly number[]): Scalar {
  return runKernelForOne(TASK_CROSS_ENTROPY, { logits, labels }, { classes }) as Scalar;
}
