/**
 * A drawing on 28x28 cells with a soft round brush about as wide as the strokes of the MNIST digits. Values in,
 * values out: each function gives a new drawing and leaves the old one as it was.
 */
export const DRAWING_SIDE = 28;

/** [28, 28] row by row, 0 (paper) to 1 (ink). */
export type Drawing = Float32Array;

/** Full ink within this distance of the stroke's middle, in cells; none beyond `REACH`. */
const CORE = 0.75;
const REACH = 1.75;

export const blankDrawing = (): Drawing => new Float32Array(DRAWING_SIDE * DRAWING_SIDE);

/** A dot of ink at a point; x and y in cells from the top left corner, fractions allowed. */
export function withDot(drawing: Drawing, x: number, y: number): Drawing {
  return withStroke(drawing, x, y, x, y);
}

/** A straight stroke from one point to another. */
export function withStroke(drawing: Drawing, x0: number, y0: number, x1: number, y1: number): Drawing {
  const inked = drawing.slice();
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  for (let row = 0; row < DRAWING_SIDE; row++)
    for (let column = 0; column < DRAWING_SIDE; column++) {
      const [x, y] = [column + 0.5 - x0, row + 0.5 - y0];
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
      const distance = Math.hypot(x - along * dx, y - along * dy);
      const ink = Math.max(0, Math.min(1, (REACH - distance) / (REACH - CORE)));
      const at = row * DRAWING_SIDE + column;
      inked[at] = Math.max(inked[at] ?? 0, ink);
    }
  return inked;
}

/** Ink at the middle of a cell where there is little, else that cell and its soft edge erased. */
export function withToggled(drawing: Drawing, row: number, column: number): Drawing {
  const at = row * DRAWING_SIDE + column;
  if ((drawing[at] ?? 0) < 0.5) return withDot(drawing, column + 0.5, row + 0.5);
  const erased = drawing.slice();
  erased[at] = 0;
  return erased;
}

/** Whether there is enough ink to read anything. */
export const isBlank = (drawing: Drawing): boolean => !drawing.some((ink) => ink > 0.1);
