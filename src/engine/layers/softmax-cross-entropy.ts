/** The loss: mean cross-entropy of the softmax, in nats, differentiable. */
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { SOFTMAX_CROSS_ENTROPY } from '../kernels/names';
import { runKernelForOne } from '../tfjs-kernels';

/** logits: [batch, 1, 1, classes]; labels: [batch], class numbers as floats -> a scalar. */
export function softmaxCrossEntropy(logits: Tensor, labels: Tensor): Scalar {
  return runKernelForOne(SOFTMAX_CROSS_ENTROPY, { logits, labels }, {}) as Scalar;
}
