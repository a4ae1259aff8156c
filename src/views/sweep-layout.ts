/**
 * Where everything of a sweep's map stands, in CSS pixels: number of examples down, degrees of sharing across; on
 * narrow screens the other way round, with the names of the degrees at the left.
 */

export type SweepBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type SweepLayout = {
  /** Degrees of sharing go down. */
  readonly turned: boolean;
  readonly width: number;
  readonly height: number;
  readonly thumb: number;
  /** Of one cell, by its number of examples and its degree. */
  readonly cell: (row: number, column: number) => SweepBox;
};

const NARROW = 520;
const GAP = 3;
export const HEAD = { wide: 60, turned: 36 } as const;
const FOOT = 26;
const LABELS = { wide: 84, turned: 116 } as const;
const CELL_HEIGHT = { wide: 50, turned: 42 } as const;
/** A percentage needs so much. */
const LEAST_CELL = 42;
const MOST_CELL = 150;

/** `width` is what there is; the layout may need more. */
export function sweepLayout(width: number, rows: number, columns: number): SweepLayout {
  const turned = width < NARROW;
  const form = turned ? 'turned' : 'wide';
  const [across, down] = turned ? [rows, columns] : [columns, rows];
  const fit = Math.floor((width - LABELS[form]) / Math.max(1, across));
  const step = Math.max(LEAST_CELL, Math.min(MOST_CELL, fit));
  const height = CELL_HEIGHT[form];
  return {
    turned,
    width: LABELS[form] + step * across,
    height: HEAD[form] + down * height + (turned ? 0 : FOOT),
    thumb: turned ? 26 : 30,
    cell(row, column) {
      const [at, below] = turned ? [row, column] : [column, row];
      return {
        x: LABELS[form] + at * step + GAP / 2,
        y: HEAD[form] + below * height + GAP / 2,
        width: step - GAP,
        height: height - GAP,
      };
    },
  };
}
