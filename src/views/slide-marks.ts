/**
 * The marks that act Slide lays over its boards, as rectangles and paths in CSS pixels: the window, the cell it
 * writes, the border of padding, pixels that no window covers, and all uses of one weight. Pure.
 */
import { type ConvolutionGeometry, windowOf } from '../math/convolution-geometry';
import { gapOf } from './pixel-grid';
import type { Board, Rect, SlideLayout } from './slide-layout';
import { allSites, weightUses } from './weight-uses';
import { hatch, outlines } from './window-threads';

/** Rectangle of `columns` x `rows` cells of a board, without the last gap. */
export function cellsRect(board: Board, row: number, column: number, rows = 1, columns = rows): Rect {
  const gap = gapOf(board.pitch);
  return {
    x: board.x + column * board.pitch,
    y: board.y + row * board.pitch,
    width: columns * board.pitch - gap,
    height: rows * board.pitch - gap,
  };
}

/** Slightly larger than `rect`, so that its stroke does not cover the cells. */
export const around = (rect: Rect, by: number): Rect => ({
  x: rect.x - by,
  y: rect.y - by,
  width: rect.width + 2 * by,
  height: rect.height + 2 * by,
});

export function windowRect(layout: SlideLayout, geometry: ConvolutionGeometry, site: number): Rect {
  const { top, left } = windowOf(geometry, site);
  return cellsRect(layout.input, top, left, geometry.size);
}

export function outputRect(layout: SlideLayout, geometry: ConvolutionGeometry, site: number): Rect {
  return cellsRect(layout.output, Math.floor(site / geometry.outWidth), site % geometry.outWidth);
}

/** Whether the window of a site reaches into the padding. */
export function hangsOver(geometry: ConvolutionGeometry, site: number): boolean {
  const { top, left } = windowOf(geometry, site);
  const { size, height, width } = geometry;
  return top < 0 || left < 0 || top + size > height || left + size > width;
}

/** The window's cells that lie in the padding. */
export function paddingCells(
  layout: SlideLayout,
  geometry: ConvolutionGeometry,
  site: number,
): readonly Rect[] {
  return Array.from({ length: geometry.taps }, (_, tap) => weightUses(geometry, tap, [site])[0])
    .filter((use) => use?.padding)
    .map((use) => cellsRect(layout.input, use?.row ?? 0, use?.column ?? 0));
}

/** Strokes over the rows and columns that no window reaches; empty when there are none. */
export function uncoveredHatch(layout: SlideLayout, geometry: ConvolutionGeometry): string {
  const { height, width, uncoveredRows, uncoveredColumns } = geometry;
  const cells: Rect[] = [];
  if (uncoveredRows + uncoveredColumns === 0) return '';
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      if (row >= height - uncoveredRows || column >= width - uncoveredColumns)
        cells.push(cellsRect(layout.input, row, column));
  return hatch(cells);
}

export type WeightMarks = { readonly pixels: string; readonly zeros: string; readonly outputs: string };

/** Outlines of everything that a weight multiplies and feeds: at all positions, or at the one given. */
export function weightMarks(
  layout: SlideLayout,
  geometry: ConvolutionGeometry,
  tap: number,
  onlySite: number | null,
): WeightMarks {
  const uses = weightUses(geometry, tap, onlySite === null ? allSites(geometry) : [onlySite]);
  const boxes = (padding: boolean) =>
    outlines(
      uses
        .filter((use) => use.padding === padding)
        .map((use) => cellsRect(layout.input, use.row, use.column)),
    );
  return {
    pixels: boxes(false),
    zeros: boxes(true),
    outputs: outlines(uses.map((use) => outputRect(layout, geometry, use.site))),
  };
}
