/**
 * Where everything of act Slide stands, worked out from the width alone: input, kernel, wall, feature map.
 * Pure arithmetic in CSS pixels, shared by the drawing and by the controls laid over it. Wide: three columns,
 * threads from left to right. Narrow: input and map side by side, the kernel below, threads downwards.
 */
import type { ConvolutionGeometry } from '../math/convolution-geometry';
import { type WallCells, wallCells, wallSide } from './kernel-wall';

export type Rect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A square board of cells: `origin` is the corner of cell (0, 0), `pitch` the distance of two cells. */
export type Board = { readonly x: number; readonly y: number; readonly pitch: number };

export type SlideLayout = {
  readonly wide: boolean;
  readonly width: number;
  /** Height while sharing, and while the wall is shown. */
  readonly sharedHeight: number;
  readonly ownHeight: number;
  /** Frame of the input with its border of padding; equals the pixels when there is none. */
  readonly inputFrame: Rect;
  readonly input: Board;
  readonly output: Board;
  readonly outputFrame: Rect;
  /** Frame of the kernel when all positions share it, and of the enlarged one taken from the wall. */
  readonly sharedKernel: Rect;
  readonly ownKernel: Rect;
  readonly wall: Rect;
  readonly wallCells: WallCells;
  /** Baselines of texts: titles, the two lines under the shared kernel, under the wall, under the panels. */
  readonly titleY: number;
  readonly sharedCaptionY: number;
  readonly ownCaptionY: number;
};

/** Space between a kernel's frame and its cells. */
export const KERNEL_INSET = 8;
const WIDE_FROM = 620;
/** Three columns need boards of at least this side. */
const SMALLEST_BOARD = 150;
const LARGEST_BOARD = 400;
const LARGEST_WALL = 240;
const TITLE = 32;
const CAPTIONS = 46;
/** The most that may stay empty under the shared kernel. */
const LARGEST_HOLE = 110;
/** Between the enlarged kernel and the wall it comes from. */
const WALL_GAP = 16;

/** Rows or columns that windows reach beyond the image, before and after it. */
export function overhang(geometry: ConvolutionGeometry): { readonly before: number; readonly after: number } {
  const reach = (geometry.outWidth - 1) * geometry.stride + geometry.size;
  return {
    before: geometry.padLeft,
    after: Math.max(0, reach - geometry.padLeft - geometry.width),
  };
}

/** Side of a kernel's frame whose cells are `cell` wide. */
export const kernelSide = (size: number, cell: number) => size * cell + 2 * KERNEL_INSET;

const square = (x: number, y: number, side: number): Rect => ({ x, y, width: side, height: side });

type Cells = { readonly shared: number; readonly own: number };
const CELLS: Readonly<Record<'wide' | 'narrow', Readonly<Record<number, Cells>>>> = {
  wide: { 3: { shared: 58, own: 48 }, 5: { shared: 42, own: 30 }, 7: { shared: 38, own: 30 } },
  narrow: { 3: { shared: 50, own: 44 }, 5: { shared: 40, own: 36 }, 7: { shared: 34, own: 34 } },
};

/** Sides of the kernels' frames, of the wall and of the boards, and the space between the columns. */
function sidesFor(wide: boolean, width: number, geometry: ConvolutionGeometry, ratio: number) {
  const { size, outWidth } = geometry;
  const cells = CELLS[wide ? 'wide' : 'narrow'][size] ?? { shared: 34, own: 30 };
  const shared = kernelSide(size, cells.shared);
  const own = kernelSide(size, cells.own);
  const grid = wallCells(size, outWidth, Math.min(LARGEST_WALL, width), ratio);
  const wall = wallSide(size, outWidth, grid);
  const gap = wide ? Math.max(34, Math.min(132, width * 0.08)) : 14;
  const middle = wide ? Math.max(shared, own, wall) + gap : 0;
  const board = Math.min(wide ? LARGEST_BOARD : width, Math.floor((width - middle - gap) / 2));
  return { shared, own, wall, grid, board };
}

/** The layout for a container `width` pixels wide on a screen of `ratio` device pixels per CSS pixel. */
export function slideLayout(width: number, geometry: ConvolutionGeometry, ratio: number): SlideLayout {
  const columns = sidesFor(true, width, geometry, ratio);
  const wide = width >= WIDE_FROM && columns.board >= SMALLEST_BOARD;
  const { shared, own, wall, grid, board } = wide ? columns : sidesFor(false, width, geometry, ratio);
  const { before, after } = overhang(geometry);
  const pitch = board / (geometry.width + before + after);
  const centre = width / 2;
  const top = TITLE;
  // Three columns, or the kernel below the two boards.
  const kernelTop = wide ? top : top + board + 46;
  const sharedTop = wide ? top + Math.max(0, (board - shared) / 2) : kernelTop;
  const wallTop = kernelTop + own + (wide ? WALL_GAP : 30);
  const sharedHeight = Math.max(top + board, sharedTop + shared) + CAPTIONS;
  const ownHeight = Math.max(top + board, wallTop + wall) + CAPTIONS;
  // Side by side a flip of the switch must not move what is below, unless that would leave a hole.
  const even = wide && ownHeight - sharedHeight <= LARGEST_HOLE;
  const height = Math.max(sharedHeight, ownHeight);
  return {
    wide,
    width,
    sharedHeight: even ? height : sharedHeight,
    ownHeight: even ? height : ownHeight,
    inputFrame: square(0, top, board),
    outputFrame: square(width - board, top, board),
    input: { x: before * pitch, y: top + before * pitch, pitch },
    output: { x: width - board, y: top, pitch: board / geometry.outWidth },
    sharedKernel: square(centre - shared / 2, sharedTop, shared),
    ownKernel: square(centre - own / 2, kernelTop, own),
    wall: square(centre - wall / 2, wallTop, wall),
    wallCells: grid,
    titleY: 15,
    sharedCaptionY: sharedTop + shared + 22,
    ownCaptionY: wallTop + wall + 20,
  };
}

/** Height of the drawing; `flip` 0: shared, 1: independent. */
export const slideHeight = (layout: SlideLayout, flip: number): number =>
  Math.round(layout.sharedHeight + (layout.ownHeight - layout.sharedHeight) * flip);
