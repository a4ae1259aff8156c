/**
 * W of a recurrent network, or its gradient, as an RGBA buffer with one pixel a number, which a canvas enlarges: tiles
 * side by side, in each a column for each unit; rows for the symbols, the state before, the bias.
 */
import { type ColorTable, divergingIndex } from './color-scales';
import type { PixelBuffer } from './ledger-pixels';

type Bytes = Uint8ClampedArray<ArrayBuffer>;

const bufferOf = (width: number, height: number, into: Bytes | undefined): Bytes =>
  into?.length === width * height * 4 ? into : new Uint8ClampedArray(width * height * 4);

function paint(data: Bytes, pixel: number, table: ColorTable, index: number): void {
  const [to, from] = [pixel * 4, index * 3];
  data[to] = table[from] ?? 0;
  data[to + 1] = table[from + 1] ?? 0;
  data[to + 2] = table[from + 2] ?? 0;
  data[to + 3] = 255;
}

export type WeightTiles = {
  /** [tiles, units, cells] */
  readonly values: ArrayLike<number>;
  readonly tiles: number;
  readonly units: number;
  readonly cells: number;
  readonly extent: number;
  readonly table: ColorTable;
  /** Part of each tile's colour, 0 (that of zero) to 1; absent: all 1. */
  readonly strength?: (tile: number) => number;
};

/** Tiles from left to right: width tiles * units, height cells. */
export function weightTilePixels(of: WeightTiles, into?: Bytes): PixelBuffer {
  const { values, tiles, units, cells, extent, table, strength } = of;
  const width = tiles * units;
  const data = bufferOf(width, cells, into);
  for (let tile = 0; tile < tiles; tile++) {
    const part = strength?.(tile) ?? 1;
    for (let unit = 0; unit < units; unit++) {
      const column = tile * units + unit;
      for (let cell = 0; cell < cells; cell++)
        paint(
          data,
          cell * width + column,
          table,
          divergingIndex((values[column * cells + cell] ?? 0) * part, extent),
        );
    }
  }
  return { width, height: cells, data };
}

/** What the ends of the colours stand for when all values are zero. */
const OF_NOTHING = 1e-12;
const SAMPLES = 4096;
const known = new WeakMap<object, number>();

/**
 * The size that 99 in 100 of the values other than zero do not exceed, of about 4,000 of them. Remembered by array:
 * values must not change.
 */
export function sampledExtent(values: Float32Array | Float64Array): number {
  const before = known.get(values);
  if (before !== undefined) return before;
  const stride = Math.max(1, Math.floor(values.length / SAMPLES));
  const sizes = new Float32Array(Math.ceil(values.length / stride));
  let count = 0;
  for (let at = 0; at < values.length; at += stride) {
    const size = Math.abs(values[at] ?? 0);
    if (size > 0) sizes[count++] = size;
  }
  const extent = sizes.subarray(0, count).sort()[Math.floor((count - 1) * 0.99)] ?? OF_NOTHING;
  known.set(values, extent);
  return extent;
}
