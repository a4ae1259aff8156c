/** The digit file is decoded or refused in words; variants place each digit once, where they should. */
import { expect, test } from 'vitest';
import { decodeDigits, digitPixels } from '../../src/engine/data/digit-file';
import { makeVariant, placedAlike } from '../../src/engine/data/digit-variants';
import { batchIndices, type Examples, inputsOf } from '../../src/engine/data/examples';
import { realDigits } from './real-digits';
import { noiseDigits } from './support';

test('the real file holds 8,000 and 2,000 digits; the first training digit is a 5', () => {
  const digits = realDigits();
  expect([digits.train.count, digits.test.count]).toEqual([8000, 2000]);
  expect(digits.train.labels[0]).toBe(5);
  const pixels = digitPixels(digits.train, 0);
  expect(Math.max(...pixels)).toBe(1);
  expect(pixels[0]).toBe(0);
});

test('a file that is wrong or cut short is refused with the code data-failed', () => {
  const whole = new Uint8Array(16 + 393);
  whole.set(new TextEncoder().encode('TIEDMNI1'));
  whole[8] = 1;
  expect(decodeDigits(whole).train.count).toBe(1);
  for (const bytes of [new Uint8Array(), whole.subarray(0, 12), whole.subarray(0, 400), whole.slice(1)])
    expect(() => decodeDigits(bytes)).toThrow(expect.objectContaining({ code: 'data-failed' }));
  whole[16] = 10;
  expect(() => decodeDigits(whole)).toThrow('no digit');
});

const imagesOf = (examples: Examples) => inputsOf(examples, 0, examples.count);

/** Smallest and largest row and column with ink over all images. */
function reach(images: Float32Array) {
  const box = { least: 27, most: 0 };
  images.forEach((value, at) => {
    if (value === 0) return;
    const [row, column] = [Math.floor((at % 784) / 28), at % 28];
    box.least = Math.min(box.least, row, column);
    box.most = Math.max(box.most, row, column);
  });
  return box;
}

test('roaming digits reach everywhere; corners keep to theirs; the seed decides', () => {
  const digits = noiseDigits(300, 300);
  const roaming = makeVariant(digits, 'roaming', 300, 1);
  expect(reach(imagesOf(roaming.train))).toEqual({ least: 0, most: 27 });
  const corner = makeVariant(digits, 'corner', 300, 1);
  expect(reach(imagesOf(corner.train))).toEqual({ least: 0, most: 20 });
  expect(reach(imagesOf(corner.test))).toEqual({ least: 7, most: 27 });
  expect(imagesOf(makeVariant(digits, 'roaming', 300, 1).train)).toEqual(imagesOf(roaming.train));
  expect(imagesOf(makeVariant(digits, 'roaming', 300, 2).train)).not.toEqual(imagesOf(roaming.train));
});

test('fewer examples are the first of more, placed alike', () => {
  const digits = noiseDigits(50, 10);
  const few = makeVariant(digits, 'roaming', 20, 1).train;
  const more = makeVariant(digits, 'roaming', 50, 1).train;
  expect([few.count, more.count]).toEqual([20, 50]);
  expect(inputsOf(more, 0, 20)).toEqual(imagesOf(few));
});

test('the middle of the placement map is the centred digit itself', () => {
  const digits = noiseDigits(1, 5);
  const placed = placedAlike(digits, 'centred', 5, 7, 7);
  expect(inputsOf(placed, 1, 2)).toEqual(digitPixels(digits.test, 1));
});

test('a placement is a row, then a column: of the top left pixel, or of the way from the centre', () => {
  const digits = noiseDigits(1, 5);
  const whole = digitPixels(digits.test, 1);
  const at = (pixels: Float32Array, row: number, column: number) =>
    row < 0 || row > 27 || column < 0 || column > 27 ? 0 : (pixels[row * 28 + column] as number);
  const moved = inputsOf(placedAlike(digits, 'centred', 5, 10, 5), 1, 2);
  const small = inputsOf(placedAlike(digits, 'roaming', 5, 0, 14), 1, 2);
  for (let row = 0; row < 28; row++)
    for (let column = 0; column < 28; column++) {
      expect(at(moved, row, column)).toBe(at(whole, row - 3, column + 2));
      if (row >= 14 || column < 14) expect(at(small, row, column)).toBe(0);
    }
  expect(small.some((value) => value > 0)).toBe(true);
});

test('a batch depends on seed and step only', () => {
  expect(batchIndices(1, 5, 64, 2000)).toEqual(batchIndices(1, 5, 64, 2000));
  expect(batchIndices(1, 6, 64, 2000)).not.toEqual(batchIndices(1, 5, 64, 2000));
  expect(batchIndices(2, 5, 64, 2000)).not.toEqual(batchIndices(1, 5, 64, 2000));
  expect(Math.max(...batchIndices(1, 5, 256, 10))).toBeLessThan(10);
});
