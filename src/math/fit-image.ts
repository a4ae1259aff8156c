/**
 * Brings pictures onto the 28x28 canvas of the digits. Pixels are row by row, 0 (paper) to 1 (ink).
 */

/** Side of the canvas, in pixels. */
export const CANVAS_SIDE = 28;
/** Longest side of a fitted drawing: MNIST digits fill a 20x20 box. */
const FITTED_SIDE = 20;
/** Ink fainter than this part of the darkest counts as paper when looking for the ink's box. */
const FAINT = 0.1;
/** A picture whose brightest and darkest differ by less than this is blank. */
const LEAST_CONTRAST = 0.02;

/** [side, side] -> [side/2, side/2] by means of 2x2 pixels. `side` is even. */
export function halved(pixels: ArrayLike<number>, side: number = CANVAS_SIDE): Float32Array {
  const half = side / 2;
  const out = new Float32Array(half * half);
  for (let row = 0; row < half; row++)
    for (let column = 0; column < half; column++) {
      const at = 2 * row * side + 2 * column;
      const sum =
        (pixels[at] as number) +
        (pixels[at + 1] as number) +
        (pixels[at + side] as number) +
        (pixels[at + side + 1] as number);
      out[row * half + column] = sum / 4;
    }
  return out;
}

/**
 * A square glyph [glyphSide, glyphSide] on an empty canvas [28, 28], its top left pixel at (row, column);
 * what falls outside is cut off. `canvas` may be a zeroed view to fill in place.
 */
export function placedOnCanvas(
  glyph: ArrayLike<number>,
  glyphSide: number,
  row: number,
  column: number,
  canvas: Float32Array = new Float32Array(CANVAS_SIDE * CANVAS_SIDE),
): Float32Array {
  for (let y = Math.max(0, -row); y < Math.min(glyphSide, CANVAS_SIDE - row); y++)
    for (let x = Math.max(0, -column); x < Math.min(glyphSide, CANVAS_SIDE - column); x++)
      canvas[(row + y) * CANVAS_SIDE + column + x] = glyph[y * glyphSide + x] as number;
  return canvas;
}

export type FittedPicture =
  | { readonly kind: 'fitted' /** [28, 28] */; readonly pixels: Float32Array }
  | { readonly kind: 'blank' };

/**
 * Ink of a picture given as light (0 black to 1 white): paper is what most of the border is, so white chalk
 * on a board works too; stretched to 0..1. [height, width]
 */
export function inkFromLight(light: ArrayLike<number>, height: number, width: number): PictureInk {
  const border: number[] = [];
  for (let column = 0; column < width; column++)
    border.push(light[column] as number, light[(height - 1) * width + column] as number);
  for (let row = 0; row < height; row++)
    border.push(light[row * width] as number, light[row * width + width - 1] as number);
  border.sort((a, b) => a - b);
  const paper = border[border.length >> 1] ?? 1;
  const ink = new Float32Array(height * width);
  let most = 0;
  for (let index = 0; index < ink.length; index++) {
    ink[index] = Math.abs((light[index] as number) - paper);
    most = Math.max(most, ink[index] as number);
  }
  if (most < LEAST_CONTRAST) return { kind: 'blank' };
  for (let index = 0; index < ink.length; index++) ink[index] = (ink[index] as number) / most;
  return { kind: 'ink', ink };
}

export type PictureInk = { readonly kind: 'ink'; readonly ink: Float32Array } | { readonly kind: 'blank' };

/**
 * Crops [height, width] of ink to its box, scales the box's longest side to 20 pixels by area means and puts
 * its centre of mass at the centre of the canvas, as the MNIST digits were made (LeCun et al. 1998, section
 * III). A picture without ink is the value `blank`.
 */
export function fittedToCanvas(ink: ArrayLike<number>, height: number, width: number): FittedPicture {
  const box = inkBox(ink, height, width);
  if (!box) return { kind: 'blank' };
  const rows = box.bottom - box.top;
  const columns = box.right - box.left;
  const scale = FITTED_SIDE / Math.max(rows, columns);
  const outRows = Math.max(1, Math.round(rows * scale));
  const outColumns = Math.max(1, Math.round(columns * scale));
  const small = new Float32Array(outRows * outColumns);
  let [mass, rowMoment, columnMoment] = [0, 0, 0];
  for (let row = 0; row < outRows; row++)
    for (let column = 0; column < outColumns; column++) {
      const value = areaMean(
        ink,
        width,
        box.top + (row * rows) / outRows,
        box.top + ((row + 1) * rows) / outRows,
        box.left + (column * columns) / outColumns,
        box.left + ((column + 1) * columns) / outColumns,
      );
      small[row * outColumns + column] = value;
      mass += value;
      rowMoment += value * (row + 0.5);
      columnMoment += value * (column + 0.5);
    }
  const top = Math.round(CANVAS_SIDE / 2 - rowMoment / mass);
  const left = Math.round(CANVAS_SIDE / 2 - columnMoment / mass);
  const pixels = new Float32Array(CANVAS_SIDE * CANVAS_SIDE);
  for (let row = 0; row < outRows; row++)
    for (let column = 0; column < outColumns; column++) {
      const [y, x] = [top + row, left + column];
      if (y < 0 || y >= CANVAS_SIDE || x < 0 || x >= CANVAS_SIDE) continue;
      pixels[y * CANVAS_SIDE + x] = Math.min(1, small[row * outColumns + column] as number);
    }
  return { kind: 'fitted', pixels };
}

/** Half-open box of the cells that hold ink, or null when there are none. */
function inkBox(ink: ArrayLike<number>, height: number, width: number) {
  let most = 0;
  for (let index = 0; index < height * width; index++) most = Math.max(most, ink[index] as number);
  if (!(most > 0)) return null;
  const box = { top: height, bottom: 0, left: width, right: 0 };
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      if ((ink[row * width + column] as number) < FAINT * most) continue;
      box.top = Math.min(box.top, row);
      box.bottom = Math.max(box.bottom, row + 1);
      box.left = Math.min(box.left, column);
      box.right = Math.max(box.right, column + 1);
    }
  return box;
}

/** Mean of the picture over a rectangle with fractional sides; smaller than a cell, it is that cell's value. */
function areaMean(
  ink: ArrayLike<number>,
  width: number,
  top: number,
  bottom: number,
  left: number,
  right: number,
): number {
  let sum = 0;
  for (let row = Math.floor(top); row < bottom; row++) {
    const tall = Math.min(bottom, row + 1) - Math.max(top, row);
    for (let column = Math.floor(left); column < right; column++) {
      const wide = Math.min(right, column + 1) - Math.max(left, column);
      sum += tall * wide * ((ink[row * width + column] as number | undefined) ?? 0);
    }
  }
  return sum / ((bottom - top) * (right - left));
}
