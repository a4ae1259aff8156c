/** The diverging colours of a palette, worked out once: as bytes for canvases, as CSS for cells and their numbers. */
import { type ColorTable, cssColor, divergingTable, textColorOn } from './color-scales';
import type { Palette } from './palette';

export type LedgerColors = {
  readonly table: ColorTable;
  /** CSS colour of each entry of the table. */
  readonly css: readonly string[];
  /** Colour that reads well on each entry. */
  readonly ink: readonly string[];
};

const known = new WeakMap<Palette, LedgerColors>();

export function ledgerColors(palette: Palette): LedgerColors {
  const before = known.get(palette);
  if (before) return before;
  const table = divergingTable(palette);
  const entries = Array.from({ length: table.length / 3 }, (_, index) => index);
  const made = {
    table,
    css: entries.map((index) => cssColor(table, index)),
    ink: entries.map((index) => textColorOn(table, index, palette)),
  };
  known.set(palette, made);
  return made;
}
