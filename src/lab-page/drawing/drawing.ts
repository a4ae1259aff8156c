/**
 * A drawing on a square of cells with a soft round brush. Values in, values out: each function gives a new drawing and
 * leaves the old one as it was.
 */

/** [side, side] row by row, 0 (paper) to 1 (ink). */
export type Drawing = Float32Array;

/** Full strength within `core` of the stroke's middle, in cells; none beyond `reach`. */
export type Brush = { readonly core: number; readonly reach: number; readonly erases?: boolean };

/** On 28 cells about as wide as the strokes of the MNIST digits. */
export const PEN: Brush = { core: 0.75, reach: 1.75 };

export const blankDrawing = (side: number): Drawing => new Float32Array(side * side);

export const sideOf = (drawing: Drawing): number => Math.round(Math.sqrt(drawing.length));

/** A dot at a point; x and y in cells from the top left corner, fractions allowed. */
export function withDot(drawing: Drawing, x: number, y: number, brush = PEN): Drawing {
  return withStroke(drawing, x, y, x, y, brush);
}

/** A straight stroke from one point to another. */
export function withStroke(
  drawing: Drawing,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  { core, reach, erases = false }: Brush = PEN,
): Drawing {
  const inked = drawing.slice();
  const side = sideOf(drawing);
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [x, y] = [column + 0.5 - x0, row + 0.5 - y0];
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
      const distance = Math.hypot(x - along * dx, y - along * dy);
      const strength = Math.max(0, Math.min(1, (reach - distance) / (reach - core)));
      const at = row * side + column;
      const before = inked[at] ?? 0;
      inked[at] = erases ? Math.min(before, 1 - strength) : Math.max(before, strength);
    }
  return inked;
}

/** The brush at the middle of a cell with little ink; else that cell and its soft edge erased. */
export function withToggled(drawing: Drawing, row: number, column: number, brush = PEN): Drawing {
  const at = row * sideOf(drawing) + column;
  if ((drawing[at] ?? 0) < 0.5) return withDot(drawing, column + 0.5, row + 0.5, brush);
  const erased = drawing.slice();
  erased[at] = 0;
  return erased;
}

/** Whether there is too little ink to read anything. */
export const isBlank = (drawing: Drawing): boolean => !drawing.some((ink) => ink > 0.1);
