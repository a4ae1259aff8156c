/**
 * All kernels of a layer as a wall of small tiles, one for each use site, weights in diverging colours.
 * The buffer is a pure function of the data, in device pixels: whole ones for cells and gaps, so that 4,900
 * cells stay sharp. Its owner paints it onto a canvas and outlines the kernels it speaks of.
 */
import { type ColorTable, divergingIndex } from './color-scales';

export type KernelWallData = {
  /** [groups, taps+1], bias last; the bias is not drawn. */
  readonly kernels: ArrayLike<number>;
  readonly groups: number;
  /** Kernels in one row of the wall. */
  readonly columns: number;
  /** Side of one kernel. */
  readonly size: number;
  /** Weight of full colour. */
  readonly extent: number;
};

/** Device pixels of one cell and between two kernels, and device pixels per CSS pixel. */
export type WallCells = { readonly cell: number; readonly gap: number; readonly ratio: number };

const gapOf = (cell: number) => Math.max(1, Math.round(cell * 0.75));

/** The largest whole cells with which a wall of `columns` kernels stays within `limit` CSS pixels. */
export function wallCells(size: number, columns: number, limit: number, ratio: number): WallCells {
  let cell = 1;
  while (columns * (size * (cell + 1) + gapOf(cell + 1)) <= (limit + 1) * ratio) cell++;
  return { cell, gap: gapOf(cell), ratio };
}

/** Side in CSS pixels of a row of `columns` kernels. */
export const wallSide = (size: number, columns: number, { cell, gap, ratio }: WallCells): number =>
  (columns * (size * cell + gap) - gap) / ratio;

/** Place of one kernel on the wall, in CSS pixels from its corner. */
export function wallPlace(site: number, size: number, columns: number, { cell, gap, ratio }: WallCells) {
  const pitch = (size * cell + gap) / ratio;
  return {
    x: (site % columns) * pitch,
    y: Math.floor(site / columns) * pitch,
    side: (size * cell) / ratio,
  };
}

export type PixelBuffer = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};

/** The wall in device pixels; the gaps are transparent. */
export function kernelWallBuffer(wall: KernelWallData, table: ColorTable, cells: WallCells): PixelBuffer {
  const { kernels, groups, columns, size, extent } = wall;
  const { cell, gap } = cells;
  const pitch = size * cell + gap;
  const width = columns * pitch - gap;
  const height = Math.ceil(groups / columns) * pitch - gap;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let group = 0; group < groups; group++)
    for (let tap = 0; tap < size * size; tap++) {
      const from = divergingIndex(kernels[group * (size * size + 1) + tap] ?? 0, extent) * 3;
      const left = (group % columns) * pitch + (tap % size) * cell;
      const top = Math.floor(group / columns) * pitch + Math.floor(tap / size) * cell;
      for (let y = top; y < top + cell; y++)
        for (let x = left; x < left + cell; x++) {
          const to = (y * width + x) * 4;
          data[to] = table[from] ?? 0;
          data[to + 1] = table[from + 1] ?? 0;
          data[to + 2] = table[from + 2] ?? 0;
          data[to + 3] = 255;
        }
    }
  return { width, height, data };
}

/** Paints a buffer onto a canvas of exactly its size. Without a 2d context nothing is drawn. */
export function paintBuffer(canvas: HTMLCanvasElement, buffer: PixelBuffer): void {
  canvas.width = buffer.width;
  canvas.height = buffer.height;
  const context = canvas.getContext('2d');
  context?.putImageData(new ImageData(buffer.data, buffer.width, buffer.height), 0, 0);
}
