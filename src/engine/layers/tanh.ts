/** tanh of each number, differentiable. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { HYPERBOLIC_TANGENT } from '../kernels/names';
import { runKernelForOne } from '../tfjs-kernels';

/** x: any shape -> the same. */
export function tanh(x: Tensor): Tensor {
  return runKernelForOne(HYPERBOLIC_TANGENT, { x }, {});
}
