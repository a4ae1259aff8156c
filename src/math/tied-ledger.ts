/**
 * The ledger of a tied convolution: each site's own gradient, summed over the batch only, in float64. Each
 * open filter adds its gradient times the non-zero cells of its window; four filters share one pass over them.
 */
import { type Allocate, zeros } from './allocate';
import type { ConvolutionGeometry } from './convolution-geometry';
import type { TiedLayer } from './network-layers';
import {
  isBlank,
  type NonZeroCells,
  nonZeroCells,
  type WindowOnInput,
  windowOnInput,
} from './non-zero-cells';
import { listOpenFilters, noOpenFilters, type OpenFilters } from './open-filters';
import { laidOut } from './wrapped';

/**
 * x: [batch, height, width, channels]; dy: [batch, sites, filters] -> [sites, filters, taps+1]. `y`, the layer's
 * output, shaped as dy: dy is still in front of the layer's ReLU and is masked here; without it dy is taken as
 * it is.
 */
export function tiedLedger(
  x: Float32Array,
  dy: Float32Array,
  layer: TiedLayer,
  batch: number,
  y?: Float32Array,
  allocate: Allocate = zeros,
): Float32Array {
  const { filters } = layer;
  const nonZero = nonZeroCells(x, layer.geometry);
  const geometry = laidOut(layer.geometry);
  const { sites, taps } = geometry;
  const mask = layer.relu ? y : undefined;
  const open = noOpenFilters(filters);
  const sums = new Float64Array(filters * (taps + 1));
  const ledger = allocate(sites * sums.length);
  for (let site = 0; site < sites; site++) {
    const window = windowOnInput(geometry, site);
    let touched = false;
    for (let example = 0; example < batch; example++) {
      const count = listOpenFilters(dy, mask, (example * sites + site) * filters, open);
      if (count === 0) continue;
      touched = true;
      addBiases(open, count, taps, sums);
      if (isBlank(nonZero, window, geometry, example)) continue;
      let next = 0;
      for (; next + 4 <= count; next += 4) addFour(nonZero, window, geometry, example, open, next, sums);
      for (; next < count; next++) addOne(nonZero, window, geometry, example, open, next, sums);
    }
    if (touched) moveSums(sums, ledger, site * sums.length, taps + 1);
  }
  return ledger;
}

/** The bias sees 1 everywhere. */
function addBiases(
  { filters, gradients }: OpenFilters,
  count: number,
  taps: number,
  sums: Float64Array,
): void {
  for (let at = 0; at < count; at++) {
    const bias = (filters[at] as number) * (taps + 1) + taps;
    sums[bias] = (sums[bias] as number) + (gradients[at] as number);
  }
}

/** Adds what the open filter `at` of one example gives to the taps of sums, [filters, taps+1]. */
function addOne(
  { values, cells, starts }: NonZeroCells,
  { pixel, rows, columns, tapOffset }: WindowOnInput,
  { height, width, channels, size, taps }: ConvolutionGeometry,
  example: number,
  { filters, gradients }: OpenFilters,
  at: number,
  sums: Float64Array,
): void {
  const d = gradients[at] as number;
  const kernel = (filters[at] as number) * (taps + 1);
  let offset = kernel + tapOffset;
  let from = example * height * width + pixel;
  for (const end = from + rows * width; from < end; from += width) {
    const until = starts[from + columns] as number;
    for (let index = starts[from] as number; index < until; index++) {
      const to = offset + (cells[index] as number);
      sums[to] = (sums[to] as number) + d * (values[index] as number);
    }
    offset += size * channels;
  }
}

/** The same for the open filters `at` to `at` + 3. */
function addFour(
  { values, cells, starts }: NonZeroCells,
  { pixel, rows, columns, tapOffset }: WindowOnInput,
  { height, width, channels, size, taps }: ConvolutionGeometry,
  example: number,
  { filters, gradients }: OpenFilters,
  at: number,
  sums: Float64Array,
): void {
  const d0 = gradients[at] as number;
  const d1 = gradients[at + 1] as number;
  const d2 = gradients[at + 2] as number;
  const d3 = gradients[at + 3] as number;
  const k0 = (filters[at] as number) * (taps + 1);
  const k1 = (filters[at + 1] as number) * (taps + 1);
  const k2 = (filters[at + 2] as number) * (taps + 1);
  const k3 = (filters[at + 3] as number) * (taps + 1);
  let offset = tapOffset;
  let from = example * height * width + pixel;
  for (const end = from + rows * width; from < end; from += width) {
    const until = starts[from + columns] as number;
    for (let index = starts[from] as number; index < until; index++) {
      const value = values[index] as number;
      const tap = offset + (cells[index] as number);
      sums[k0 + tap] = (sums[k0 + tap] as number) + d0 * value;
      sums[k1 + tap] = (sums[k1 + tap] as number) + d1 * value;
      sums[k2 + tap] = (sums[k2 + tap] as number) + d2 * value;
      sums[k3 + tap] = (sums[k3 + tap] as number) + d3 * value;
    }
    offset += size * channels;
  }
}

/**
 * Moves sums, [filters, cells], to `at` in the ledger and leaves 0. Cells of 0 were skipped, so 0 times the sum
 * of the gradients, which is the bias's, is added here: where it is not finite, no cell may be.
 */
function moveSums(sums: Float64Array, ledger: Float32Array, at: number, cells: number): void {
  for (let row = 0; row < sums.length; row += cells) {
    const skipped = 0 * (sums[row + cells - 1] as number);
    for (let cell = row; cell < row + cells; cell++) ledger[at + cell] = (sums[cell] as number) + skipped;
  }
  sums.fill(0);
}
