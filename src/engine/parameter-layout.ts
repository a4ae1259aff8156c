/**
 * Where each weight of a network stands in its flat parameters: one array of equal blocks, the weights first,
 * then whatever the optimiser remembers of each of them. One array is one texture and one update, however many
 * layers there are. The plain layout has no gaps; the fused kernels use one whose kernels begin at whole texels.
 */
import { kernelSets, type WeightShape, weightCount } from '../math/weight-shapes';

export type LayerPlace = {
  /** Of this layer's first kernel, in floats from the start of a block. */
  readonly base: number;
  /** Sets of kernels: one a group, and after them one a site where sharing is soft. */
  readonly groups: number;
  readonly filters: number;
  /** Floats from one filter's kernel to the next, and from one group's kernels to the next. */
  readonly kernelStride: number;
  readonly groupStride: number;
  /** [taps+1] where a tap stands in its kernel, the bias last. */
  readonly tapAt: Int32Array;
};

export type ParameterLayout = {
  readonly layers: readonly LayerPlace[];
  /** Floats in one block. */
  readonly blockSize: number;
  /** 1 for sgd, 2 for momentum (velocity), 3 for Adam (both moments). */
  readonly blocks: number;
};

/** Layers one after the other, each [groups, filters, taps+1]; soft layers [groups + sites, ...]. */
export function plainLayout(shapes: readonly WeightShape[], blocks: number): ParameterLayout {
  let base = 0;
  const places = shapes.map((shape): LayerPlace => {
    const cells = shape.taps + 1;
    const place = {
      base,
      groups: kernelSets(shape),
      filters: shape.filters,
      kernelStride: cells,
      groupStride: shape.filters * cells,
      tapAt: Int32Array.from({ length: cells }, (_, tap) => tap),
    };
    base += weightCount(shape);
    return place;
  });
  return { layers: places, blockSize: base, blocks };
}

/** Where one weight stands in its block. */
export function weightAt(place: LayerPlace, group: number, filter: number, tap: number): number {
  const inKernel = place.tapAt[tap] as number;
  return place.base + group * place.groupStride + filter * place.kernelStride + inKernel;
}

function forEachWeight(place: LayerPlace, visit: (at: number, index: number) => void): void {
  const cells = place.tapAt.length;
  let index = 0;
  for (let group = 0; group < place.groups; group++)
    for (let filter = 0; filter < place.filters; filter++)
      for (let tap = 0; tap < cells; tap++) visit(weightAt(place, group, filter, tap), index++);
}

/** arrays: weights of each layer, then for each layer its state, one block's numbers after the other. */
export function packParameters(layout: ParameterLayout, arrays: readonly Float32Array[]): Float32Array {
  const flat = new Float32Array(layout.blocks * layout.blockSize);
  layout.layers.forEach((place, layer) => {
    const count = countOf(place);
    for (let block = 0; block < layout.blocks; block++) {
      const source = block === 0 ? arrays[layer] : arrays[layout.layers.length + layer];
      const from = Math.max(0, block - 1) * count;
      forEachWeight(place, (at, index) => {
        flat[block * layout.blockSize + at] = source?.[from + index] ?? 0;
      });
    }
  });
  return flat;
}

/** The arrays of `packParameters`, fresh. */
export function unpackParameters(layout: ParameterLayout, flat: Float32Array): Float32Array[] {
  const read = (place: LayerPlace, firstBlock: number, blocks: number) => {
    const count = countOf(place);
    const values = new Float32Array(blocks * count);
    for (let block = 0; block < blocks; block++)
      forEachWeight(place, (at, index) => {
        values[block * count + index] = flat[(firstBlock + block) * layout.blockSize + at] as number;
      });
    return values;
  };
  const weights = layout.layers.map((place) => read(place, 0, 1));
  return layout.blocks === 1
    ? weights
    : [...weights, ...layout.layers.map((place) => read(place, 1, layout.blocks - 1))];
}

/** [groups, taps+1] of one filter from kernels that stand in a row, `kernelStride` floats each. */
export function tapsInOrder(place: LayerPlace, kernels: Float32Array): Float32Array {
  const cells = place.tapAt.length;
  const rows = kernels.length / place.kernelStride;
  const ordered = new Float32Array(rows * cells);
  for (let row = 0; row < rows; row++)
    for (let tap = 0; tap < cells; tap++)
      ordered[row * cells + tap] = kernels[row * place.kernelStride + (place.tapAt[tap] as number)] as number;
  return ordered;
}

function countOf(place: LayerPlace): number {
  return place.groups * place.filters * place.tapAt.length;
}
