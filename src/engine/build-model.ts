/**
 * A network of layers made runnable: a pure function from weights and images to outputs. It owns nothing but the
 * tie maps as tensors; weights are handed in, so that one model serves any of them.
 */
import { type Tensor, tensor1d } from '@tensorflow/tfjs-core';
import { type NetworkLayer, networkLayers, type TiedLayer } from '../math/network-layers';
import { type WeightShape, weightShapes } from '../math/weight-shapes';
import type { LayeredNetworkSpec } from '../spec/experiment-spec';
import type { Backward } from './kernels/names';
import { globalMaxPool2D } from './layers/global-max-pool';
import { tanh } from './layers/tanh';
import { type TieMaps, tiedConv2D } from './layers/tied-layer';

export type Model = {
  readonly layers: readonly NetworkLayer[];
  /** Those with weights, in order. */
  readonly tied: readonly TiedLayer[];
  readonly weightShapes: readonly WeightShape[];
  /**
   * images: [batch, height, width, channels] -> output of the last layer [batch, sites, 1, filters]. `onBackward` is
   * called for each layer with weights, 0 the first.
   */
  outputs(
    weights: readonly Tensor[],
    images: Tensor,
    onBackward?: ((backward: Backward, layer: number) => void) | null,
  ): Tensor;
  dispose(): void;
};

/** Throws RangeError when a kernel or a tie map does not fit. */
export function buildModel(network: LayeredNetworkSpec): Model {
  const layers = networkLayers(network);
  const tied = layers.filter((layer) => layer.kind === 'tied');
  const tieMaps = tied.map(
    ({ tying, shrink }): TieMaps => ({
      groupOf: tensor1d([...tying.groupOf], 'float32'),
      ownOf: shrink === null ? null : tensor1d([...tying.groupOf.keys()], 'float32'),
    }),
  );
  return {
    layers,
    tied,
    weightShapes: weightShapes(network),
    outputs(weights, images, onBackward = null) {
      let used = 0;
      return layers.reduce((x, layer) => {
        if (layer.kind === 'global-max-pool') return globalMaxPool2D(x);
        if (layer.kind === 'tanh') return tanh(x);
        const [own, maps] = [weights[used], tieMaps[used]];
        if (!own || !maps) throw new RangeError('This network has more layers than there are weights.');
        const at = used++;
        return tiedConv2D(x, own, maps, layer, onBackward && ((backward) => onBackward(backward, at)));
      }, images);
    },
    dispose() {
      for (const { groupOf, ownOf } of tieMaps) {
        groupOf.dispose();
        ownOf?.dispose();
      }
    },
  };
}
