// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blankDrawing as blank,
  isBlank,
  withDot,
  withStroke,
  withToggled,
} from '../../src/lab-page/drawing/drawing';
import { fittedToCanvas } from '../../src/math/fit-image';

const DRAWING_SIDE = 28;
const blankDrawing = () => blank(DRAWING_SIDE);

const point = fc.double({ min: -5, max: 33, noNaN: true });
const cell = fc.integer({ min: 0, max: DRAWING_SIDE - 1 });

describe('a drawing', () => {
  it('only gains ink by strokes, and stays between paper and ink', () => {
    fc.assert(
      fc.property(point, point, point, point, (x0, y0, x1, y1) => {
        const before = withDot(blankDrawing(), 14, 14);
        const after = withStroke(before, x0, y0, x1, y1);
        return after.every((ink, at) => ink >= (before[at] ?? 0) && ink <= 1);
      }),
    );
  });

  it('inks the cell under the cursor at the first press and erases it at the second', () => {
    fc.assert(
      fc.property(cell, cell, (row, column) => {
        const once = withToggled(blankDrawing(), row, column);
        expect(once[row * DRAWING_SIDE + column]).toBe(1);
        expect(withToggled(once, row, column)[row * DRAWING_SIDE + column]).toBe(0);
      }),
    );
  });

  it('only loses ink by an eraser, which clears what it passes over', () => {
    const eraser = { core: 1, reach: 2, erases: true };
    fc.assert(
      fc.property(point, point, point, point, (x0, y0, x1, y1) => {
        const before = new Float32Array(DRAWING_SIDE * DRAWING_SIDE).fill(0.7);
        const after = withStroke(before, x0, y0, x1, y1, eraser);
        return after.every((ink, at) => ink <= (before[at] ?? 0) && ink >= 0);
      }),
    );
    expect(withDot(withDot(blankDrawing(), 9.5, 9.5), 9.5, 9.5, eraser)[9 * DRAWING_SIDE + 9]).toBe(0);
  });

  it('is blank only without ink', () => {
    expect(isBlank(blankDrawing())).toBe(true);
    expect(isBlank(withDot(blankDrawing(), 3, 3))).toBe(false);
  });

  it('has strokes about as wide as those of the digits: two to four cells', () => {
    const stroke = withStroke(blankDrawing(), 14, 4, 14, 24);
    const across = [...stroke.slice(14 * DRAWING_SIDE, 15 * DRAWING_SIDE)].reduce((sum, ink) => sum + ink, 0);
    expect(across).toBeGreaterThan(2);
    expect(across).toBeLessThan(4);
  });

  it('drawn in a corner is what the networks would see of it drawn in the middle', () => {
    const drawn = (dx: number) =>
      withStroke(withStroke(blankDrawing(), 4 + dx, 4, 10 + dx, 4), 10 + dx, 4, 5 + dx, 14);
    const [corner, moved] = [0, 9].map((dx) => fittedToCanvas(drawn(dx), 28, 28));
    if (corner?.kind !== 'fitted' || moved?.kind !== 'fitted') throw new Error('blank');
    corner.pixels.forEach((ink, at) => {
      expect(moved.pixels[at]).toBeCloseTo(ink, 5);
    });
  });
});
