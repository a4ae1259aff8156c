/** The loss of pairs: mean contrastive loss with margin 1 (math/contrastive-loss), differentiable. */
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { CONTRASTIVE_LOSS } from '../kernels/names';
import { runKernelForOne } from '../tfjs-kernels';

/** points: [pairs, 2, 1, dimensions]; labels: [pairs], 1 the same, 0 others -> a scalar. */
export function contrastiveLoss(points: Tensor, labels: Tensor): Scalar {
  return runKernelForOne(CONTRASTIVE_LOSS, { points, labels }, {}) as Scalar;
}
