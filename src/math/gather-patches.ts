/** Copies what one site sees of every example of a batch into rows that lie side by side in memory. */
import { type ConvolutionGeometry, windowOf } from './convolution-geometry';

/**
 * x: [batch, height, width, channels]; patches, overwritten: [batch, taps+1], the last of each row is 1 so
 * that the bias is one more weight. Cells in the padding are 0.
 */
export function gatherPatches(
  x: Float32Array,
  batch: number,
  geometry: ConvolutionGeometry,
  site: number,
  patches: Float32Array,
): void {
  const { height, width, channels, size, taps } = geometry;
  const { top, left } = windowOf(geometry, site);
  const firstColumn = Math.max(0, -left);
  const lastColumn = Math.min(size, width - left);
  const from = firstColumn * channels;
  const until = Math.max(from, lastColumn * channels);
  const rowLength = size * channels;
  for (let example = 0; example < batch; example++) {
    let to = example * (taps + 1);
    for (let row = top; row < top + size; row++) {
      if (row < 0 || row >= height) {
        patches.fill(0, to, to + rowLength);
      } else {
        const origin = ((example * height + row) * width + left) * channels;
        for (let cell = 0; cell < from; cell++) patches[to + cell] = 0;
        for (let cell = from; cell < until; cell++) patches[to + cell] = x[origin + cell] as number;
        for (let cell = until; cell < rowLength; cell++) patches[to + cell] = 0;
      }
      to += rowLength;
    }
    patches[to] = 1;
  }
}
