/** A picture of cells from blank to ink, digit or face, as colours. */
import { type ColorTable, sequentialIndex } from './color-scales';

/** RGBA of each cell, row by row. pixels: 0 (paper) to 1 (ink). */
export function pictureColors(pixels: ArrayLike<number>, table: ColorTable): Uint8ClampedArray {
  const colors = new Uint8ClampedArray(pixels.length * 4);
  for (let cell = 0; cell < pixels.length; cell++) {
    const from = sequentialIndex(pixels[cell] ?? 0, 1) * 3;
    colors.set([table[from] ?? 0, table[from + 1] ?? 0, table[from + 2] ?? 0, 255], cell * 4);
  }
  return colors;
}
