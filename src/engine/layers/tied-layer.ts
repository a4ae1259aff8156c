/**
 * The tied convolution as a differentiable function of tensors; a dense layer is one with a single site. Soft sharing
 * makes one set of kernels a site first and then convolves as an independent layer does.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { TiedLayer } from '../../math/network-layers';
import { effectiveLayer } from '../../math/soft-weights';
import {
  type Backward,
  SOFT_WEIGHTS,
  type SoftWeightsAttributes,
  TIED_CONV_2D,
  type TiedForwardAttributes,
} from '../kernels/names';
import { runKernelForOne } from '../tfjs-kernels';

/** Which set of kernels each site reads, as tensors. */
export type TieMaps = {
  /** [sites] groups, of a soft layer those of the shared parts. */
  readonly groupOf: Tensor;
  /** [sites] 0, 1, 2, ... of a soft layer; null of others. */
  readonly ownOf: Tensor | null;
};

/**
 * x: [batch, ...] with height*width*channels numbers an example; weights: [groups, filters, taps+1], of a soft layer
 * [groups + sites, ...] -> [batch, outHeight, outWidth, filters]. `onBackward` is called while gradients flow.
 */
export function tiedConv2D(
  x: Tensor,
  weights: Tensor,
  { groupOf, ownOf }: TieMaps,
  layer: TiedLayer,
  onBackward: ((backward: Backward) => void) | null = null,
): Tensor {
  if (!ownOf) return convolved(x, weights, groupOf, { layer, onBackward });
  const shape = { tying: layer.tying, filters: layer.filters, taps: layer.geometry.taps };
  const attributes: SoftWeightsAttributes = { shape };
  const own = runKernelForOne(SOFT_WEIGHTS, { weights, groupOf }, attributes);
  return convolved(x, own, ownOf, { layer: effectiveLayer(layer), onBackward });
}

const convolved = (x: Tensor, weights: Tensor, groupOf: Tensor, attributes: TiedForwardAttributes) =>
  runKernelForOne(TIED_CONV_2D, { x, weights, groupOf }, attributes);
