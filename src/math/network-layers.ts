/**
 * The shapes of a network's layers, worked out once from its spec: geometry, tying, what follows what.
 * A dense layer is a tied convolution with one site. Every layer with weights but the last is followed by a
 * ReLU; the last one yields the logits.
 */
import type { LayeredNetworkSpec } from '../spec/experiment-spec';
import { makeTying, sharedTying, type Tying } from '../spec/tying';
import { type ConvolutionGeometry, convolutionGeometry, denseGeometry } from './convolution-geometry';

/**
 * Weights [groups, filters, taps+1], of a soft layer those of its groups and then those of its sites; output [batch,
 * outHeight, outWidth, filters].
 */
export type TiedLayer = {
  readonly kind: 'tied';
  readonly geometry: ConvolutionGeometry;
  /** Of a soft layer that of the shared parts. */
  readonly tying: Tying;
  /** Part of each site's residual that is lost after a step, 0 to 1; null: there are no residuals. */
  readonly shrink: number | null;
  readonly filters: number;
  readonly relu: boolean;
};

/** [batch, positions, channels] to [batch, channels]. */
export type PoolLayer = {
  readonly kind: 'global-max-pool';
  readonly positions: number;
  readonly channels: number;
};

/** Any shape, number by number. */
export type TanhLayer = { readonly kind: 'tanh' };

export type NetworkLayer = TiedLayer | PoolLayer | TanhLayer;

/** The layers of a network in order. Throws RangeError when a kernel or a tie map does not fit. */
export function networkLayers(
  network: Pick<LayeredNetworkSpec, 'input' | 'layers'>,
): readonly NetworkLayer[] {
  let [height, width, channels] = network.input;
  const lastTied = network.layers.findLastIndex(({ kind }) => kind === 'convolution' || kind === 'dense');
  return network.layers.map((layer, index): NetworkLayer => {
    const relu = index !== lastTied && network.layers[index + 1]?.kind !== 'tanh';
    switch (layer.kind) {
      case 'convolution': {
        const { size, stride, padding, filters } = layer;
        const geometry = convolutionGeometry({ height, width, channels, size, stride, padding });
        [height, width, channels] = [geometry.outHeight, geometry.outWidth, filters];
        const shrink = layer.tying.kind === 'soft' ? layer.tying.shrink : null;
        return {
          kind: 'tied',
          geometry,
          tying: makeTying(layer.tying, geometry.sites),
          shrink,
          filters,
          relu,
        };
      }
      case 'global-max-pool': {
        const positions = height * width;
        [height, width] = [1, 1];
        return { kind: 'global-max-pool', positions, channels };
      }
      case 'dense': {
        const geometry = denseGeometry(height * width * channels);
        [height, width, channels] = [1, 1, layer.units];
        return { kind: 'tied', geometry, tying: sharedTying(1), shrink: null, filters: layer.units, relu };
      }
      case 'tanh':
        return { kind: 'tanh' };
      default:
        return layer satisfies never;
    }
  });
}

/** The layers that have weights, in order. */
export function tiedLayers(network: Pick<LayeredNetworkSpec, 'input' | 'layers'>): readonly TiedLayer[] {
  return networkLayers(network).filter((layer) => layer.kind === 'tied');
}
