/**
 * The threads of act Slide as SVG paths: the funnel from a window to the kernel that reads it, the thread from
 * the kernel to the cell it writes, and the thread from a place on the wall to the enlarged kernel.
 */
import type { Rect } from './slide-layout';

const at = (x: number, y: number) => `${round(x)} ${round(y)}`;
const round = (value: number) => Math.round(value * 10) / 10;

/** A curve that leaves and arrives horizontally. */
const across = (x1: number, y1: number, x2: number, y2: number) => {
  const middle = (x1 + x2) / 2;
  return `C ${at(middle, y1)} ${at(middle, y2)} ${at(x2, y2)}`;
};

/** A curve that leaves and arrives vertically. */
const down = (x1: number, y1: number, x2: number, y2: number) => {
  const middle = (y1 + y2) / 2;
  return `C ${at(x1, middle)} ${at(x2, middle)} ${at(x2, y2)}`;
};

export type Funnel = { readonly area: string; readonly edges: string };

/** From a window to a kernel: right edge to left edge, or bottom edge to top edge on narrow screens. */
export function funnel(window: Rect, kernel: Rect, wide: boolean): Funnel {
  // The kernel's corners are round: the edges meet it where it is straight.
  const inset = Math.min(6, kernel.width / 8);
  if (wide) {
    const [x1, x2] = [window.x + window.width, kernel.x];
    const [top, bottom] = [window.y, window.y + window.height];
    const [first, last] = [kernel.y + inset, kernel.y + kernel.height - inset];
    const upper = `M ${at(x1, top)} ${across(x1, top, x2, first)}`;
    return {
      area: `${upper} L ${at(x2, last)} ${across(x2, last, x1, bottom)} Z`,
      edges: `${upper} M ${at(x1, bottom)} ${across(x1, bottom, x2, last)}`,
    };
  }
  const [y1, y2] = [window.y + window.height, kernel.y];
  const [left, right] = [window.x, window.x + window.width];
  const [first, last] = [kernel.x + inset, kernel.x + kernel.width - inset];
  const leftEdge = `M ${at(left, y1)} ${down(left, y1, first, y2)}`;
  return {
    area: `${leftEdge} L ${at(last, y2)} ${down(last, y2, right, y1)} Z`,
    edges: `${leftEdge} M ${at(right, y1)} ${down(right, y1, last, y2)}`,
  };
}

/** From the kernel to the cell of the map that it writes. */
export function outputThread(kernel: Rect, cell: Rect, wide: boolean): string {
  if (wide) {
    const [x, y] = [kernel.x + kernel.width, kernel.y + kernel.height / 2];
    return `M ${at(x, y)} ${across(x, y, cell.x, cell.y + cell.height / 2)}`;
  }
  const x = kernel.x + kernel.width * 0.86;
  return `M ${at(x, kernel.y)} ${down(x, kernel.y, cell.x + cell.width / 2, cell.y + cell.height)}`;
}

/** From a kernel's place on the wall up to its enlarged copy. */
export function wallThread(place: Rect, kernel: Rect): string {
  const [x1, y1] = [place.x + place.width / 2, place.y];
  const [x2, y2] = [kernel.x + kernel.width / 2, kernel.y + kernel.height];
  return `M ${at(x1, y1)} ${down(x1, y1, x2, y2)}`;
}

/** One path that outlines many cells. */
export const outlines = (cells: readonly Rect[]): string =>
  cells
    .map((cell) => `M${at(cell.x, cell.y)}h${round(cell.width)}v${round(cell.height)}h${round(-cell.width)}z`)
    .join('');

/** Diagonal strokes over cells that no window reaches. */
export const hatch = (cells: readonly Rect[]): string =>
  cells.map((cell) => `M${at(cell.x, cell.y + cell.height)}L${at(cell.x + cell.width, cell.y)}`).join('');

/** Between two places; fraction 0 to 1. */
export const between = (from: Rect, to: Rect, fraction: number): Rect => ({
  x: from.x + (to.x - from.x) * fraction,
  y: from.y + (to.y - from.y) * fraction,
  width: from.width + (to.width - from.width) * fraction,
  height: from.height + (to.height - from.height) * fraction,
});
