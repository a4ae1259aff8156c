/**
 * How far a picture leans: the shear of its ink by second moments, columns to the right for each row up. 0 stands
 * upright, above 0 leans to the right; a picture without ink, or with all of it in one row, has none.
 */

/** Half of the 8,000 training digits lean more than this (docs/data.md). */
export const LEANS_FROM = 0.13183;

/** pixels: [side, side], row by row, ink above 0. */
export function slantOf(pixels: ArrayLike<number>, side: number): number {
  let [ink, rows, columns] = [0, 0, 0];
  for (let at = 0; at < pixels.length; at++) {
    const value = pixels[at] as number;
    ink += value;
    rows += value * Math.floor(at / side);
    columns += value * (at % side);
  }
  if (ink === 0) return 0;
  let [mixed, tall] = [0, 0];
  for (let at = 0; at < pixels.length; at++) {
    const value = pixels[at] as number;
    const down = Math.floor(at / side) - rows / ink;
    mixed += value * down * ((at % side) - columns / ink);
    tall += value * down * down;
  }
  // Rows count downwards.
  return tall === 0 ? 0 : -mixed / tall;
}
