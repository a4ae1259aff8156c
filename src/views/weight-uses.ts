/** Everything that one kernel weight multiplies: one input cell for each position that uses the weight. */
import { type ConvolutionGeometry, windowOf } from '../math/convolution-geometry';

export type WeightUse = {
  /** The position (use site) at which the weight is used. */
  readonly site: number;
  /** Input cell; outside 0..height-1, 0..width-1 it is a zero of the padding. */
  readonly row: number;
  readonly column: number;
  readonly padding: boolean;
};

/** The uses of tap `tap` (one channel, row by row) at these positions, in their order. */
export function weightUses(
  geometry: ConvolutionGeometry,
  tap: number,
  sites: readonly number[],
): readonly WeightUse[] {
  const { size, height, width } = geometry;
  return sites.map((site) => {
    const { top, left } = windowOf(geometry, site);
    const row = top + Math.floor(tap / size);
    const column = left + (tap % size);
    return { site, row, column, padding: row < 0 || row >= height || column < 0 || column >= width };
  });
}

/** Every position of the geometry. */
export const allSites = (geometry: ConvolutionGeometry): readonly number[] =>
  Array.from({ length: geometry.sites }, (_, site) => site);
