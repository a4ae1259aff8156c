/** Maximum over all positions, differentiable; of equal maxima the first takes the gradient. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { GLOBAL_MAX_POOL } from '../kernels/names';
import { runKernelForOne } from '../tfjs-kernels';

/** x: [batch, height, width, channels] -> [batch, 1, 1, channels]. */
export function globalMaxPool2D(x: Tensor): Tensor {
  return runKernelForOne(GLOBAL_MAX_POOL, { x }, {});
}
