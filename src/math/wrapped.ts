/**
 * Inputs whose edges wrap, laid out flat: as far as the windows of a 'wrap' convolution reach, each margin holding
 * what lies beyond its edge. On that larger input the windows are those of a 'valid' convolution, so that the loops
 * over windows know nothing of wrapping. Geometries with other paddings stay as they are.
 */
import { type Allocate, zeros } from './allocate';
import { type ConvolutionGeometry, convolutionGeometry } from './convolution-geometry';
import type { TiedLayer } from './network-layers';

/** The remainder that is never negative. */
export const wrapped = (position: number, extent: number): number => ((position % extent) + extent) % extent;

/** The same windows on the input laid out flat. */
export function laidOut(geometry: ConvolutionGeometry): ConvolutionGeometry {
  const { outHeight, outWidth, channels, size, stride, padding } = geometry;
  if (padding !== 'wrap') return geometry;
  const [height, width] = [(outHeight - 1) * stride + size, (outWidth - 1) * stride + size];
  return convolutionGeometry({ height, width, channels, size, stride, padding: 'valid' });
}

/** The layer on its input laid out flat. */
export function laidOutLayer(layer: TiedLayer): TiedLayer {
  const geometry = laidOut(layer.geometry);
  return geometry === layer.geometry ? layer : { ...layer, geometry };
}

/** For each of `count` rows or columns of the flat input, `before` of them a margin, the one it holds. */
export function wrappedIndices(count: number, before: number, extent: number): Int32Array {
  return Int32Array.from({ length: count }, (_, at) => wrapped(at - before, extent));
}

/** Adds up what the copies of each cell were given. flat: on the flat input -> [batch, height, width, channels]. */
export function foldedBack(
  flat: Float32Array,
  geometry: ConvolutionGeometry,
  batch: number,
  allocate: Allocate = zeros,
): Float32Array {
  const { height, width, channels, padTop, padLeft } = geometry;
  const whole = laidOut(geometry);
  const rows = wrappedIndices(whole.height, padTop, height);
  const columns = wrappedIndices(whole.width, padLeft, width);
  const folded = allocate(batch * height * width * channels);
  let from = 0;
  for (let example = 0; example < batch; example++)
    for (const row of rows)
      for (const column of columns) {
        let to = ((example * height + row) * width + column) * channels;
        for (const end = to + channels; to < end; to++)
          folded[to] = (folded[to] as number) + (flat[from++] as number);
      }
  return folded;
}
