/**
 * The gradient of a tied convolution's input: each open filter adds its gradient times its kernel to the window
 * it saw; four filters share one pass over it. Sums are float64 within a pass.
 */
import { type Allocate, zeros } from './allocate';
import type { ConvolutionGeometry } from './convolution-geometry';
import type { TiedLayer } from './network-layers';
import { type WindowOnInput, windowOnInput } from './non-zero-cells';
import { listOpenFilters, noOpenFilters, type OpenFilters } from './open-filters';
import { foldedBack, laidOutLayer } from './wrapped';

/**
 * dy: [batch, sites, filters], weights: [groups, filters, taps+1] -> dx: [batch, height, width, channels]. `y`,
 * the layer's output, shaped as dy: dy is still in front of the layer's ReLU and is masked here; without it dy
 * is taken as it is.
 */
export function tiedInputGradient(
  dy: Float32Array,
  weights: Float32Array,
  layer: TiedLayer,
  batch: number,
  y?: Float32Array,
  allocate: Allocate = zeros,
): Float32Array {
  const flat = laidOutLayer(layer);
  if (flat === layer) return onInput(dy, weights, layer, batch, y, allocate);
  return foldedBack(onInput(dy, weights, flat, batch, y, scratch), layer.geometry, batch, allocate);
}

/** Kept from call to call: a fresh one of this size costs as much as what is computed into it. */
let kept = new Float32Array(0);
function scratch(length: number): Float32Array {
  if (kept.length < length) kept = new Float32Array(length);
  return kept.subarray(0, length).fill(0);
}

/** The same where no window hangs over an edge that wraps. */
function onInput(
  dy: Float32Array,
  weights: Float32Array,
  layer: TiedLayer,
  batch: number,
  y: Float32Array | undefined,
  allocate: Allocate,
): Float32Array {
  const { geometry, tying, filters } = layer;
  const { height, width, channels, taps, sites } = geometry;
  const mask = layer.relu ? y : undefined;
  const open = noOpenFilters(filters);
  const dx = allocate(batch * height * width * channels);
  for (let site = 0; site < sites; site++) {
    const window = windowOnInput(geometry, site);
    const kernels = (tying.groupOf[site] as number) * filters * (taps + 1);
    for (let example = 0; example < batch; example++) {
      const count = listOpenFilters(dy, mask, (example * sites + site) * filters, open);
      let next = 0;
      for (; next + 4 <= count; next += 4)
        addFour(weights, kernels, geometry, window, example, open, next, dx);
      for (; next < count; next++) addOne(weights, kernels, geometry, window, example, open, next, dx);
    }
  }
  return dx;
}

/** Adds what the open filter `at` of one example gives to dx. */
function addOne(
  weights: Float32Array,
  kernels: number,
  { height, width, channels, size, taps }: ConvolutionGeometry,
  { pixel, rows, columns, tapOffset }: WindowOnInput,
  example: number,
  { filters, gradients }: OpenFilters,
  at: number,
  dx: Float32Array,
): void {
  const d = gradients[at] as number;
  const cells = columns * channels;
  let to = (example * height * width + pixel) * channels;
  let from = kernels + (filters[at] as number) * (taps + 1) + tapOffset + (pixel % width) * channels;
  for (let row = 0; row < rows; row++) {
    for (let cell = 0; cell < cells; cell++)
      dx[to + cell] = (dx[to + cell] as number) + d * (weights[from + cell] as number);
    to += width * channels;
    from += size * channels;
  }
}

/** The same for the open filters `at` to `at` + 3. */
function addFour(
  weights: Float32Array,
  kernels: number,
  { height, width, channels, size, taps }: ConvolutionGeometry,
  { pixel, rows, columns, tapOffset }: WindowOnInput,
  example: number,
  { filters, gradients }: OpenFilters,
  at: number,
  dx: Float32Array,
): void {
  const d0 = gradients[at] as number;
  const d1 = gradients[at + 1] as number;
  const d2 = gradients[at + 2] as number;
  const d3 = gradients[at + 3] as number;
  const cells = columns * channels;
  const firstTap = tapOffset + (pixel % width) * channels;
  let to = (example * height * width + pixel) * channels;
  let k0 = kernels + (filters[at] as number) * (taps + 1) + firstTap;
  let k1 = kernels + (filters[at + 1] as number) * (taps + 1) + firstTap;
  let k2 = kernels + (filters[at + 2] as number) * (taps + 1) + firstTap;
  let k3 = kernels + (filters[at + 3] as number) * (taps + 1) + firstTap;
  for (let row = 0; row < rows; row++) {
    for (let cell = 0; cell < cells; cell++)
      dx[to + cell] =
        (dx[to + cell] as number) +
        (d0 * (weights[k0 + cell] as number) +
          d1 * (weights[k1 + cell] as number) +
          d2 * (weights[k2 + cell] as number) +
          d3 * (weights[k3 + cell] as number));
    to += width * channels;
    k0 += size * channels;
    k1 += size * channels;
    k2 += size * channels;
    k3 += size * channels;
  }
}
