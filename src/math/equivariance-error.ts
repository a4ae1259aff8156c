/**
 * How far a layer is from commuting with shifts: mean |f(shift x) - shift f(x)| over mean |f(x)|.
 * The image is shifted by one stride, to the right and downwards, and the layer's map by one cell; only output
 * cells whose windows lie inside the image before and after count. Where its edges wrap, what leaves at one comes in
 * at the other and every window lies inside. Exactly 0 for one shared kernel.
 */
import { type ConvolutionGeometry, windowOf } from './convolution-geometry';
import type { TiedLayer } from './network-layers';
import { tiedForward } from './tied-convolution';
import { wrapped } from './wrapped';

/** image: [height, width, channels]; weights: [groups, filters, taps+1]. 0 also where no cell counts or f is 0. */
export function equivarianceError(image: Float32Array, weights: Float32Array, layer: TiedLayer): number {
  const { geometry, filters } = layer;
  const before = tiedForward(image, weights, layer, 1);
  let difference = 0;
  let magnitude = 0;
  for (const [down, right] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const moved = shifted(image, geometry, down * geometry.stride, right * geometry.stride);
    const after = tiedForward(moved, weights, layer, 1);
    for (let to = 0; to < geometry.sites; to++) {
      const from = siteBefore(geometry, to, down, right);
      if (from === null || !isInside(geometry, to) || !isInside(geometry, from)) continue;
      for (let filter = 0; filter < filters; filter++) {
        const value = before[from * filters + filter] as number;
        difference += Math.abs((after[to * filters + filter] as number) - value);
        magnitude += Math.abs(value);
      }
    }
  }
  return magnitude === 0 ? 0 : difference / magnitude;
}

/** The site so many cells above and to the left, beyond edges that wrap too; null where there is none. */
function siteBefore(geometry: ConvolutionGeometry, site: number, down: number, right: number): number | null {
  const { height, width, stride, padding, outHeight, outWidth } = geometry;
  const row = Math.floor(site / outWidth) - down;
  const column = (site % outWidth) - right;
  if (row >= 0 && column >= 0) return row * outWidth + column;
  // The last window and the first lie one stride apart only where strides divide the input.
  const around = row < 0 ? height === stride * outHeight : width === stride * outWidth;
  return padding === 'wrap' && around ? wrapped(row, outHeight) * outWidth + wrapped(column, outWidth) : null;
}

function isInside(geometry: ConvolutionGeometry, site: number): boolean {
  if (geometry.padding === 'wrap') return true;
  const { top, left } = windowOf(geometry, site);
  const { size, height, width } = geometry;
  return top >= 0 && left >= 0 && top + size <= height && left + size <= width;
}

/** The image moved down and right by so many cells; zeros enter, or what left where edges wrap. */
function shifted(
  image: Float32Array,
  { height, width, channels, padding }: ConvolutionGeometry,
  down: number,
  right: number,
): Float32Array {
  const moved = new Float32Array(image.length);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      if (padding !== 'wrap' && (row < down || column < right)) continue;
      const from = wrapped(row - down, height) * width + wrapped(column - right, width);
      moved.set(image.subarray(from * channels, (from + 1) * channels), (row * width + column) * channels);
    }
  return moved;
}
