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

/** Width and height of the buffer, in device pixels. */
export const tileGridSize = ({ rowOf, columns, pitch, gap }: TileGrid) => ({
  width: columns * pitch - gap,
  height: Math.ceil(rowOf.length / columns) * pitch - gap,
});

/**
 * `into`: a buffer of an earlier call with the same columns, pitch and gap, to be filled again. Each row of cells
 * is coloured once and copied to the pixel rows below, so that a map costs its cells and not its pixels.
 */
export function tileGridPixels(grid: TileGrid, into?: Uint8ClampedArray<ArrayBuffer>): PixelBuffer {
  const { rowOf, size, columns, pitch, gap } = grid;
  const { width, height } = tileGridSize(grid);
  const data = into?.length === width * height * 4 ? into : new Uint8ClampedArray(width * height * 4);
  const side = pitch - gap;
  const edges = Array.from({ length: size + 1 }, (_, cell) => Math.ceil((cell * side) / size));
  for (let first = 0; first < rowOf.length; first += columns) {
    const top = (first / columns) * pitch;
    for (let row = 0; row < size; row++) {
      const y = top + (edges[row] ?? 0);
      const until = top + (edges[row + 1] ?? 0);
      if (until === y) continue;
      for (let tile = first; tile < Math.min(first + columns, rowOf.length); tile++)
        colorCells(grid, tile, row, data, (y * width + (tile - first) * pitch) * 4, edges);
      for (let copy = y + 1; copy < until; copy++)
        data.copyWithin(copy * width * 4, y * width * 4, (y + 1) * width * 4);
    }
  }
  return { width, height, data };
}

/** One row of one tile's cells, one pixel high, from byte `to` on. */
function colorCells(
  { values, cells, rowOf, size, extent, table, strength }: TileGrid,
  tile: number,
  row: number,
  data: Uint8ClampedArray,
  to: number,
  edges: readonly number[],
): void {
  const from = (rowOf[tile] ?? 0) * cells + row * size;
  const part = strength?.(tile) ?? 1;
  for (let cell = 0; cell < size; cell++) {
    const color = divergingIndex((values[from + cell] ?? 0) * part, extent) * 3;
    for (let x = edges[cell] ?? 0; x < (edges[cell + 1] ?? 0); x++) {
      data[to + x * 4] = table[color] ?? 0;
      data[to + x * 4 + 1] = table[color + 1] ?? 0;
      data[to + x * 4 + 2] = table[color + 2] ?? 0;
      data[to + x * 4 + 3] = 255;
    }
  }
}
