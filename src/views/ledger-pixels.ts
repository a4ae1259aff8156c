/**
 * A grid of small square tiles (per-site gradients, or the kernels that the sites read) as one RGBA buffer, in
 * device pixels, so that a canvas shows it sharp and a test can read it without a canvas. Gaps are transparent.
 */
import { type ColorTable, divergingIndex } from './color-scales';

export type TileGrid = {
  /** [rows, cells]; the first size*size cells of a row are drawn, the bias is not. */
  readonly values: ArrayLike<number>;
  readonly cells: number;
  /** Which row of `values` each tile shows. */
  readonly rowOf: readonly number[];
  /** Side of a tile in cells. */
  readonly size: number;
  readonly columns: number;
  /** Device pixels from one tile to the next, gap included. */
  readonly pitch: number;
  /** Device pixels between tiles. */
  readonly gap: number;
  readonly extent: number;
  readonly table: ColorTable;
  /** Part of each tile's colour, 0 (that of zero) to 1; absent: all 1. */
  readonly strength?: (tile: number) => number;
};

export type PixelBuffer = {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};

export function tileGridPixels(grid: TileGrid): PixelBuffer {
  const { values, cells, rowOf, size, columns, pitch, gap, extent, table } = grid;
  const width = columns * pitch - gap;
  const height = Math.ceil(rowOf.length / columns) * pitch - gap;
  const data = new Uint8ClampedArray(width * height * 4);
  const side = pitch - gap;
  const cellAt = Array.from({ length: side }, (_, pixel) => Math.floor((pixel * size) / side));
  rowOf.forEach((row, tile) => {
    const left = (tile % columns) * pitch;
    const top = Math.floor(tile / columns) * pitch;
    const strength = grid.strength?.(tile) ?? 1;
    for (let y = 0; y < side; y++) {
      let to = ((top + y) * width + left) * 4;
      const line = row * cells + (cellAt[y] ?? 0) * size;
      for (let x = 0; x < side; x++, to += 4) {
        const value = values[line + (cellAt[x] ?? 0)] ?? 0;
        const color = divergingIndex(value * strength, extent) * 3;
        data[to] = table[color] ?? 0;
        data[to + 1] = table[color + 1] ?? 0;
        data[to + 2] = table[color + 2] ?? 0;
        data[to + 3] = 255;
      }
    }
  });
  return { width, height, data };
}
