/** Random small tied layers with data that fits them, for the laws. */
import * as fc from 'fast-check';
import { convolutionGeometry } from '../../src/math/convolution-geometry';
import type { TiedLayer } from '../../src/math/network-layers';
import { randomStream } from '../../src/math/random';
import { groupedTying } from '../../src/spec/tying';

export type Case = {
  readonly layer: TiedLayer;
  readonly batch: number;
  readonly x: Float32Array;
  readonly weights: Float32Array;
  /** Upstream gradient, normal numbers times `scale`. */
  readonly dz: Float32Array;
  readonly scale: number;
};

export function normals(count: number, seed: number, name: string): Float32Array {
  const stream = randomStream(seed, name);
  return Float32Array.from({ length: count }, () => stream.normal());
}

/** Data for a layer; a part of the upstream gradient is zero, as behind a ReLU, and a part of x is blank. */
export function caseFor(
  layer: TiedLayer,
  batch: number,
  seed: number,
  zeros = 0.5,
  scale = 1,
  blanks = 0,
): Case {
  const { geometry, tying, filters } = layer;
  const { height, width, channels, taps, sites } = geometry;
  const keep = randomStream(seed, 'keep');
  const ink = randomStream(seed, 'ink');
  return {
    layer,
    batch,
    x: normals(batch * height * width * channels, seed, 'x').map((value) =>
      ink.uniform() < blanks ? 0 : value,
    ),
    weights: normals(tying.groups * filters * (taps + 1), seed, 'weights'),
    dz: normals(batch * sites * filters, seed, 'dz').map((value) =>
      keep.uniform() < zeros ? 0 : scale * value,
    ),
    scale,
  };
}

export const geometries = fc
  .record({
    height: fc.integer({ min: 1, max: 7 }),
    width: fc.integer({ min: 1, max: 7 }),
    channels: fc.integer({ min: 1, max: 3 }),
    size: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.constantFrom('same' as const, 'valid' as const, 'wrap' as const),
  })
  .filter(({ height, width, size, padding }) => padding !== 'valid' || size <= Math.min(height, width))
  .map(convolutionGeometry);

/** Layers of any geometry under any tie map. */
export const cases = fc
  .record({
    geometry: geometries,
    filters: fc.integer({ min: 1, max: 10 }),
    batch: fc.integer({ min: 1, max: 5 }),
    relu: fc.boolean(),
    labels: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 49, maxLength: 49 }),
    kind: fc.constantFrom('shared', 'independent', 'grouped'),
    seed: fc.integer({ min: 0, max: 1e6 }),
    zeros: fc.constantFrom(0, 0.5, 0.95, 1),
    blanks: fc.constantFrom(0, 0.5, 0.95),
    // Upstream gradients of a trained network are tiny: a mean over the batch of errors that are nearly 0.
    scale: fc.constantFrom(1, 1e-3, 1e-7),
  })
  .map(({ geometry, filters, batch, relu, labels, kind, seed, zeros, blanks, scale }) => {
    const map = Array.from({ length: geometry.sites }, (_, site) =>
      kind === 'shared' ? 0 : kind === 'independent' ? site : (labels[site] as number),
    );
    const tying = groupedTying(map);
    const layer: TiedLayer = { kind: 'tied', geometry, tying, shrink: null, filters, relu };
    return caseFor(layer, batch, seed, zeros, scale, blanks);
  });

/** Largest difference, relative to the largest expected value. */
export function relativeDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  return difference(actual, expected, 1e-12);
}

/**
 * The same for sums of products of size `scale`, where a small sum may be what cancelling left over: relative
 * to the largest expected value or the scale, whichever is larger.
 */
export function scaledDifference(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  scale: number,
): number {
  return difference(actual, expected, scale);
}

function difference(actual: ArrayLike<number>, expected: ArrayLike<number>, least: number): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  let largest = least;
  for (let index = 0; index < expected.length; index++) {
    const apart = Math.abs((actual[index] as number) - (expected[index] as number));
    worst = Number.isNaN(apart) ? Number.POSITIVE_INFINITY : Math.max(worst, apart);
    largest = Math.max(largest, Math.abs(expected[index] as number));
  }
  return worst / largest;
}
