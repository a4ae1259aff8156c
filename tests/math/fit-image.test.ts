/** Pictures of any size end up as MNIST digits do; a picture without ink is a value. */
import { expect, test } from 'vitest';
import { fittedToCanvas, halved, inkFromLight, placedOnCanvas } from '../../src/math/fit-image';

test('halving takes the mean of each 2x2 block', () => {
  const pixels = new Float32Array(28 * 28);
  pixels[0] = 1;
  pixels[29] = 1;
  const half = halved(pixels);
  expect(half).toHaveLength(196);
  expect(half[0]).toBe(0.5);
});

test('a glyph that hangs over the edge is cut off there', () => {
  const glyph = new Float32Array([1, 2, 3, 4]);
  const corner = placedOnCanvas(glyph, 2, 27, 27);
  expect(corner[783]).toBe(1);
  expect(corner.reduce((sum, value) => sum + value)).toBe(1);
  expect(placedOnCanvas(glyph, 2, -1, -1)[0]).toBe(4);
  expect(placedOnCanvas(glyph, 2, 40, 0).every((value) => value === 0)).toBe(true);
});

test('a bar anywhere in a large picture becomes 20 pixels long with its mass in the centre', () => {
  const [height, width] = [300, 200];
  const ink = new Float32Array(height * width);
  for (let row = 10; row < 110; row++)
    for (let column = 150; column < 170; column++) ink[row * width + column] = 1;
  const fitted = fittedToCanvas(ink, height, width);
  if (fitted.kind === 'blank') throw new Error('blank');
  const { pixels } = fitted;
  const rows = Array.from({ length: 28 }, (_, row) =>
    pixels.subarray(row * 28, row * 28 + 28).some((p) => p > 0),
  );
  expect(rows.indexOf(true)).toBe(4);
  expect(rows.lastIndexOf(true)).toBe(23);
  expect(pixels.reduce((sum, value) => sum + value)).toBeCloseTo(80, 4);
  expect(pixels[14 * 28 + 14]).toBeCloseTo(1, 5);
});

test('chalk on a board and ink on paper give the same ink', () => {
  const light = Float32Array.from({ length: 100 }, (_, index) => (index === 55 ? 0.1 : 0.9));
  const paper = inkFromLight(light, 10, 10);
  const board = inkFromLight(
    light.map((value) => 1 - value),
    10,
    10,
  );
  if (paper.kind === 'blank' || board.kind === 'blank') throw new Error('blank');
  expect(paper.ink[55]).toBe(1);
  expect(board.ink[55]).toBeCloseTo(1, 6);
  expect(paper.ink[0]).toBe(0);
});

test('an empty picture is the value blank', () => {
  expect(fittedToCanvas(new Float32Array(100), 10, 10).kind).toBe('blank');
  expect(inkFromLight(new Float32Array(100).fill(0.7), 10, 10).kind).toBe('blank');
});
