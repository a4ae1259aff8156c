/**
 * Where the digit stands on the 28x28 canvas, as one of 15x15 places. Small digits (14x14) have their top left
 * pixel at the place itself; a centred digit fills the canvas and its places mean shifts of -7 to 7 pixels.
 */
import type { DigitVariant } from '../spec/experiment-spec';

export type Place = { readonly row: number; readonly column: number };

/** Places along each axis. */
export const PLACES = 15;
/** Pixels along each side of the canvas. */
export const CANVAS = 28;
/** Largest offset, in each axis, of a digit trained in the corner. */
export const CORNER_REACH = 7;
const MIDDLE = (PLACES - 1) / 2;

export const middlePlace: Place = { row: MIDDLE, column: MIDDLE };

const clampOne = (value: number) => Math.max(0, Math.min(PLACES - 1, Math.round(value) || 0));

/** The nearest of the 15x15 places. */
export const clampPlace = (place: Place): Place => ({
  row: clampOne(place.row),
  column: clampOne(place.column),
});

/** Side of the digit in pixels. */
export const digitSide = (variant: DigitVariant): number => (variant === 'centred' ? CANVAS : CANVAS / 2);

/** Canvas pixel of the digit's top left corner; negative where a centred digit is pushed off the edge. */
export function offsetOf(
  place: Place,
  variant: DigitVariant,
): { readonly top: number; readonly left: number } {
  const origin = variant === 'centred' ? MIDDLE : 0;
  return { top: place.row - origin, left: place.column - origin };
}

/** Where the digit goes when grabbed at `from` and dragged by so many canvas pixels. */
export const draggedPlace = (from: Place, rows: number, columns: number): Place =>
  clampPlace({ row: from.row + rows, column: from.column + columns });

/** The place whose digit has its middle nearest to this canvas point (in pixels from the top left). */
export function placeUnder(x: number, y: number, variant: DigitVariant): Place {
  const half = variant === 'centred' ? CANVAS / 2 - MIDDLE : digitSide(variant) / 2;
  return clampPlace({ row: y - half, column: x - half });
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key takes the digit: arrows one pixel, with Shift four, Home the middle; null for other keys. */
export function placeByKey(from: Place, key: string, shift: boolean): Place | null {
  if (key === 'Home') return middlePlace;
  const move = Object.hasOwn(MOVES, key) ? MOVES[key] : undefined;
  return move ? draggedPlace(from, move[0] * (shift ? 4 : 1), move[1] * (shift ? 4 : 1)) : null;
}

/** The nine places of the buttons, row by row: edges and middle. */
export const ninePlaces: readonly Place[] = [0, MIDDLE, PLACES - 1].flatMap((row) =>
  [0, MIDDLE, PLACES - 1].map((column) => ({ row, column })),
);

export const samePlace = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column;

/** Where the digit stands before anyone moved it: where it was trained. */
export const startPlace = (variant: DigitVariant): Place =>
  variant === 'corner' ? { row: 3, column: 3 } : middlePlace;
