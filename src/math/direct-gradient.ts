/**
 * The gradient of a tied layer's weights by a second path that makes no ledger: tap by tap, the whole batch
 * is correlated with the upstream gradient straight from the images, in float64. It shares no buffer and no
 * order of summation with the ledger, so agreement of the two says something.
 */
import type { ConvolutionGeometry } from './convolution-geometry';
import type { TiedLayer } from './network-layers';
import { wrapped } from './wrapped';

/**
 * x: [batch, height, width, channels]; dy: [batch, sites, filters] -> [groups, filters, taps+1], or
 * [groups, taps+1] when only one `filter` is asked for. `y`, the layer's output, shaped as dy: dy is still in
 * front of the layer's ReLU and is masked here; without it dy is taken as it is.
 */
export function directGradient(
  x: Float32Array,
  dy: Float32Array,
  layer: TiedLayer,
  batch: number,
  filter?: number,
  y?: Float32Array,
): Float32Array {
  const { geometry, tying, filters } = layer;
  const { channels, size, taps } = geometry;
  const wanted = filter === undefined ? Array.from({ length: filters }, (_, index) => index) : [filter];
  const gradient = new Float32Array(tying.groups * wanted.length * (taps + 1));
  const sums = new Float64Array(tying.groups);
  const open = layer.relu ? y : undefined;
  const dz = open ? dy.map((value, at) => ((open[at] as number) > 0 ? value : 0)) : dy;
  wanted.forEach((chosen, index) => {
    const store = (tap: number) => {
      for (let group = 0; group < tying.groups; group++)
        gradient[(group * wanted.length + index) * (taps + 1) + tap] = sums[group] as number;
    };
    for (let tap = 0; tap < taps; tap++) {
      const cell = Math.floor(tap / channels);
      const at = { row: Math.floor(cell / size), column: cell % size, channel: tap % channels };
      correlate(x, dz, layer, batch, chosen, at, sums);
      store(tap);
    }
    sumUpstream(dz, layer, batch, chosen, sums);
    store(taps);
  });
  return gradient;
}

/** The row and column of the input that a tap sees at a site; null in the padding. */
function seen({ height, width, padding }: ConvolutionGeometry, row: number, column: number) {
  if (padding === 'wrap') return { row: wrapped(row, height), column: wrapped(column, width) };
  return row >= 0 && row < height && column >= 0 && column < width ? { row, column } : null;
}

/** sums[group] = sum over examples and the group's sites of (input under this tap) * dz. */
function correlate(
  x: Float32Array,
  dz: Float32Array,
  { geometry, tying, filters }: TiedLayer,
  batch: number,
  filter: number,
  tap: { readonly row: number; readonly column: number; readonly channel: number },
  sums: Float64Array,
): void {
  const { height, width, channels, stride, padTop, padLeft, outHeight, outWidth, sites } = geometry;
  sums.fill(0);
  for (let outRow = 0; outRow < outHeight; outRow++) {
    for (let outColumn = 0; outColumn < outWidth; outColumn++) {
      const at = seen(
        geometry,
        outRow * stride - padTop + tap.row,
        outColumn * stride - padLeft + tap.column,
      );
      if (!at) continue;
      const site = outRow * outWidth + outColumn;
      let sum = 0;
      for (let example = 0; example < batch; example++)
        sum +=
          (x[((example * height + at.row) * width + at.column) * channels + tap.channel] as number) *
          (dz[(example * sites + site) * filters + filter] as number);
      const group = tying.groupOf[site] as number;
      sums[group] = (sums[group] as number) + sum;
    }
  }
}

/** The bias sees 1 everywhere: sums[group] = sum of dz over examples and the group's sites. */
function sumUpstream(
  dz: Float32Array,
  { geometry, tying, filters }: TiedLayer,
  batch: number,
  filter: number,
  sums: Float64Array,
): void {
  sums.fill(0);
  for (let site = 0; site < geometry.sites; site++) {
    const group = tying.groupOf[site] as number;
    for (let example = 0; example < batch; example++)
      sums[group] =
        (sums[group] as number) + (dz[(example * geometry.sites + site) * filters + filter] as number);
  }
}
