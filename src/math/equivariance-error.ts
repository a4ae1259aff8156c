/**
 * How far a layer is from commuting with shifts: mean |f(shift x) - shift f(x)| over mean |f(x)|.
 * The image is shifted by one stride, to the right and downwards, and the layer's map by one cell; only output
 * cells whose windows lie inside the image before and after count. Exactly 0 for one shared kernel.
 */
import { type ConvolutionGeometry, windowOf } from './convolution-geometry';
import type { TiedLayer } from './network-layers';
import { tiedForward } from './tied-convolution';

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
    for (let row = down; row < geometry.outHeight; row++)
      for (let column = right; column < geometry.outWidth; column++) {
        const to = row * geometry.outWidth + column;
        const from = (row - down) * geometry.outWidth + column - right;
        if (!isInside(geometry, to) || !isInside(geometry, from)) continue;
        for (let filter = 0; filter < filters; filter++) {
          const value = before[from * filters + filter] as number;
          difference += Math.abs((after[to * filters + filter] as number) - value);
          magnitude += Math.abs(value);
        }
      }
  }
  return magnitude === 0 ? 0 : difference / magnitude;
}

function isInside(geometry: ConvolutionGeometry, site: number): boolean {
  const { top, left } = windowOf(geometry, site);
  const { size, height, width } = geometry;
  return top >= 0 && left >= 0 && top + size <= height && left + size <= width;
}

/** The image moved down and right by so many cells, zeros entering. */
function shifted(
  image: Float32Array,
  { height, width, channels }: ConvolutionGeometry,
  down: number,
  right: number,
): Float32Array {
  const moved = new Float32Array(image.length);
  for (let row = down; row < height; row++)
    for (let cell = right * channels; cell < width * channels; cell++)
      moved[row * width * channels + cell] = image[
        (row - down) * width * channels + cell - right * channels
      ] as number;
  return moved;
}
