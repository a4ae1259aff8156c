/** The tied convolution as a differentiable function of tensors; a dense layer is one with a single site. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { TiedLayer } from '../../math/network-layers';
import { type Backward, TIED_CONV_2D, type TiedForwardAttributes } from '../kernels/names';
import { runKernelForOne } from '../tfjs-kernels';

/**
 * x: [batch, ...] with height*width*channels numbers an example; weights: [groups, filters, taps+1];
 * groupOf: [sites], float -> [batch, outHeight, outWidth, filters]. `onBackward` is called while gradients flow.
 */
export function tiedConv2D(
  x: Tensor,
  weights: Tensor,
  groupOf: Tensor,
  layer: TiedLayer,
  onBackward: ((backward: Backward) => void) | null = null,
): Tensor {
  const attributes: TiedForwardAttributes = { layer, onBackward };
  return runKernelForOne(TIED_CONV_2D, { x, weights, groupOf }, attributes);
}
