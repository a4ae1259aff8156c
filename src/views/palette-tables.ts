/** The colour tables of a palette, made once: a view may ask for them on every frame. */
import { type ColorTable, divergingTable, sequentialTable } from './color-scales';
import type { Palette } from './palette';

function once(make: (palette: Palette) => ColorTable): (palette: Palette) => ColorTable {
  const known = new WeakMap<Palette, ColorTable>();
  return (palette) => {
    const table = known.get(palette) ?? make(palette);
    known.set(palette, table);
    return table;
  };
}

export const divergingOf = once(divergingTable);
export const sequentialOf = once((palette) => sequentialTable(palette));
