/**
 * Which networks the fused webgl step can train, and how their numbers lie in texels. The form is: a tied
 * convolution on the image, a second one, the global maximum, a dense layer; any size, stride, padding, number
 * of filters and tie map, without residuals. Other networks train through autodiff.
 */
import type { TiedLayer } from '../../math/network-layers';
import { networkLayers } from '../../math/network-layers';
import type { LayeredNetworkSpec } from '../../spec/experiment-spec';
import type { LayerPlace, ParameterLayout } from '../parameter-layout';
import { FLAT_COLUMNS, flatRows } from '../webgl-texels';
import { MOST_SIDE } from './winner';

/** One layer in texels of four floats. A kernel is its rows of taps, each filled up to whole texels, and a bias. */
export type FusedLayer = {
  readonly layer: TiedLayer;
  /** Texels of one row of taps. */
  readonly rowTexels: number;
  /** Texels of a whole kernel; the bias is the first float of the last. */
  readonly kernelTexels: number;
  /** Filters by four; filters beyond the last are zero and stay so. */
  readonly filterQuads: number;
  /** First texel of this layer in a block of parameters. */
  readonly base: number;
  /** Where this layer's sites begin in the tie-map texture. */
  readonly tieBase: number;
};

/** How an image lies in texels, so that every row of a window begins at a whole texel. */
export type ImageLayout = {
  /** Rows of the padded image, and texels of one of them. */
  readonly rows: number;
  readonly rowTexels: number;
  /** Floats from one texel to the next: 4, or fewer where texels overlap. */
  readonly step: number;
};

export type FusedPlan = {
  readonly first: FusedLayer;
  readonly second: FusedLayer;
  readonly head: FusedLayer;
  readonly classes: number;
  readonly image: ImageLayout;
  readonly layout: ParameterLayout;
  /** Rows of one block in the parameter texture; below the blocks one row keeps the losses. */
  readonly blockRows: number;
};

/** Null where the network is not of the form. Throws RangeError when a kernel or a tie map does not fit. */
export function fusedPlan(network: LayeredNetworkSpec, blocks: number): FusedPlan | null {
  if (network.loss !== 'cross-entropy') return null;
  const [one, two, pool, last, ...more] = networkLayers(network);
  if (one?.kind !== 'tied' || two?.kind !== 'tied' || pool?.kind !== 'global-max-pool') return null;
  if (last?.kind !== 'tied' || more.length > 0) return null;
  if (one.shrink !== null || two.shrink !== null) return null;
  if (Math.max(two.geometry.outHeight, two.geometry.outWidth) > MOST_SIDE) return null;

  const image = imageLayout(one);
  const first = fusedLayer(one, Math.ceil((one.geometry.size * one.geometry.channels) / 4), 0, 0);
  const second = fusedLayer(
    two,
    two.geometry.size * first.filterQuads,
    first.base + texelsOf(first),
    one.geometry.sites,
  );
  const head = fusedLayer(
    last,
    second.filterQuads,
    second.base + texelsOf(second),
    one.geometry.sites + two.geometry.sites,
  );
  const blockRows = flatRows(head.base + texelsOf(head));
  const layout = {
    layers: [
      placeOf(first, one.geometry.size * one.geometry.channels),
      placeOf(second, one.filters),
      placeOf(head, two.filters),
    ],
    blockSize: 4 * FLAT_COLUMNS * blockRows,
    blocks,
  };
  return { first, second, head, classes: last.filters, image, layout, blockRows };
}

/** Texels of all kernels of a layer. */
export function texelsOf({ layer, filterQuads, kernelTexels }: FusedLayer): number {
  return layer.tying.groups * 4 * filterQuads * kernelTexels;
}

/** Texels of the first layer's ledger, [sites, filters by four, taps+1]: a texel is one tap of four filters. */
export function ledgerTexels({ first: { layer, filterQuads } }: FusedPlan): number {
  return layer.tying.sites * filterQuads * (layer.geometry.taps + 1);
}

function fusedLayer(layer: TiedLayer, rowTexels: number, base: number, tieBase: number): FusedLayer {
  return {
    layer,
    rowTexels,
    kernelTexels: layer.geometry.size * rowTexels + 1,
    filterQuads: Math.ceil(layer.filters / 4),
    base,
    tieBase,
  };
}

/** Runs of `run` taps each begin at a whole texel: a whole row of a window on the image, else one cell's channels. */
function placeOf(fused: FusedLayer, run: number): LayerPlace {
  const { layer, kernelTexels, filterQuads, base } = fused;
  const { taps } = layer.geometry;
  const runFloats = 4 * Math.ceil(run / 4);
  const tapAt = Int32Array.from({ length: taps + 1 }, (_, tap) =>
    tap === taps ? 4 * (kernelTexels - 1) : Math.floor(tap / run) * runFloats + (tap % run),
  );
  return {
    base: 4 * base,
    groups: layer.tying.groups,
    filters: layer.filters,
    kernelStride: 4 * kernelTexels,
    groupStride: 16 * filterQuads * kernelTexels,
    tapAt,
  };
}

function imageLayout({ geometry }: TiedLayer): ImageLayout {
  const { channels, size, stride, outHeight, outWidth } = geometry;
  const perWindow = stride * channels;
  const step = [4, 2].find((floats) => perWindow % floats === 0) ?? 1;
  const rowTexels =
    ((outWidth - 1) * perWindow) / step + (Math.ceil((size * channels) / 4) - 1) * (4 / step) + 1;
  return { rows: (outHeight - 1) * stride + size, rowTexels, step };
}
