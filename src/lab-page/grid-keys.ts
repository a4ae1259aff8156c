/** The keys of every grid of cells: arrows to the next, Home and End along the row, Page up and down along the column. */
import type { KeyboardEvent } from 'react';

export type GridPlace = { readonly row: number; readonly column: number };

const FAR = Number.POSITIVE_INFINITY;
const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -FAR],
  End: [0, FAR],
  PageUp: [-FAR, 0],
  PageDown: [FAR, 0],
};

/** Ctrl, Meta and Alt make a key the browser's: Alt and Left goes back in the history. */
export const isForBrowser = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey;

/** `at`, in a grid of `end` places along this axis. */
export const within = (at: number, end: number) => Math.max(0, Math.min(end - 1, at));

/** Where a key leads from here, in a grid of so many rows and columns; null where it does not move. */
export function placeAfterKey(
  event: KeyboardEvent,
  from: GridPlace,
  size: { readonly rows: number; readonly columns: number },
): GridPlace | null {
  const step = isForBrowser(event) || !Object.hasOwn(STEPS, event.key) ? undefined : STEPS[event.key];
  if (!step) return null;
  return { row: within(from.row + step[0], size.rows), column: within(from.column + step[1], size.columns) };
}
