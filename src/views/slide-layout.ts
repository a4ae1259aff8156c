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
  readonly height: number;
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
const LARGEST_BOARD = 380;
const LARGEST_WALL = 226;
const TITLE = 32;
const CAPTIONS = 50;

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

function cellSizes(size: number, wide: boolean): { readonly shared: number; readonly own: number } {
  if (!wide)
    return size === 3
      ? { shared: 50, own: 44 }
      : size === 5
        ? { shared: 40, own: 36 }
        : { shared: 34, own: 34 };
  return size === 3
    ? { shared: 58, own: 48 }
    : size === 5
      ? { shared: 42, own: 33 }
      : { shared: 34, own: 30 };
}

/** The layout for a container `width` pixels wide on a screen of `ratio` device pixels per CSS pixel. */
export function slideLayout(width: number, geometry: ConvolutionGeometry, ratio: number): SlideLayout {
  const wide = width >= WIDE_FROM;
  const cells = cellSizes(geometry.size, wide);
  const shared = kernelSide(geometry.size, cells.shared);
  const own = kernelSide(geometry.size, cells.own);
  const wallLimit = Math.min(LARGEST_WALL, width);
  const grid = wallCells(geometry.size, geometry.outWidth, wallLimit, ratio);
  const wall = wallSide(geometry.size, geometry.outWidth, grid);
  const middle = Math.max(shared, own, wall);
  const gap = wide ? Math.max(34, Math.min(132, width * 0.1)) : 14;
  const board = wide
    ? Math.min(LARGEST_BOARD, Math.floor((width - middle - 2 * gap) / 2))
    : Math.floor((width - gap) / 2);
  const { before, after } = overhang(geometry);
  const pitch = board / (geometry.width + before + after);
  const centre = width / 2;
  const top = TITLE;
  const inputFrame = square(0, top, board);
  const outputFrame = square(width - board, top, board);
  const common = {
    wide,
    width,
    inputFrame,
    outputFrame,
    input: { x: before * pitch, y: top + before * pitch, pitch },
    output: { x: width - board, y: top, pitch: board / geometry.outWidth },
    wallCells: grid,
    titleY: 15,
  };
  if (wide) {
    const column = own + 24 + wall;
    const tall = Math.max(board, column);
    const sharedTop = top + Math.max(0, (board - shared) / 2);
    return {
      ...common,
      height: top + tall + CAPTIONS,
      sharedKernel: square(centre - shared / 2, sharedTop, shared),
      ownKernel: square(centre - own / 2, top, own),
      wall: square(centre - wall / 2, top + own + 24, wall),
      sharedCaptionY: sharedTop + shared + 22,
      ownCaptionY: top + own + 24 + wall + 20,
    };
  }
  const kernelTop = top + board + 46;
  const wallTop = kernelTop + own + 30;
  return {
    ...common,
    height: kernelTop + shared + CAPTIONS + 6,
    sharedKernel: square(centre - shared / 2, kernelTop, shared),
    ownKernel: square(centre - own / 2, kernelTop, own),
    wall: square(centre - wall / 2, wallTop, wall),
    sharedCaptionY: kernelTop + shared + 22,
    ownCaptionY: wallTop + wall + 20,
  };
}

/** Height of the drawing: on narrow screens the wall comes on top of what sharing needs. */
export const slideHeight = (layout: SlideLayout, independent: boolean): number =>
  !layout.wide && independent ? layout.ownCaptionY + 32 : layout.height;
