/**
 * The three ways digits lie on the canvas. Each digit is placed once, when the set is made from the seed;
 * never again per batch, which would be augmentation and hide what sharing is good for.
 */
import { CANVAS_SIDE, halved, placedOnCanvas } from '../../math/fit-image';
import { randomStream } from '../../math/random';
import type { DigitVariant } from '../../spec/experiment-spec';
import { type DigitSet, type Digits, digitPixels, PIXELS } from './digit-file';
import type { Examples } from './examples';

/** Side of a halved digit. */
const SMALL_SIDE = CANVAS_SIDE / 2;
const TEST_DIGITS = 2000;

/** Smallest and largest row and column of the top left pixel, both included; null: 28x28 digits as they are. */
function offsetsOf(variant: DigitVariant, set: 'train' | 'test'): readonly [number, number] | null {
  switch (variant) {
    case 'roaming':
      return [0, 14];
    case 'corner':
      return set === 'train' ? [0, 7] : [7, 14];
    case 'centred':
      return null;
    default:
      return variant satisfies never;
  }
}

/** The first `examples` training digits and the first 2,000 test digits (all, if there are fewer), placed. */
export function makeVariant(
  digits: Digits,
  variant: DigitVariant,
  examples: number,
  seed: number,
): { readonly train: Examples; readonly test: Examples } {
  return {
    train: placed(digits.train, Math.min(examples, digits.train.count), variant, 'train', seed),
    test: placed(digits.test, Math.min(TEST_DIGITS, digits.test.count), variant, 'test', seed),
  };
}

function placed(
  digits: DigitSet,
  count: number,
  variant: DigitVariant,
  set: 'train' | 'test',
  seed: number,
): Examples {
  const offsets = offsetsOf(variant, set);
  const stream = randomStream(seed, 'place', variant, set);
  const images = new Float32Array(count * PIXELS);
  for (let index = 0; index < count; index++) {
    const canvas = images.subarray(index * PIXELS, (index + 1) * PIXELS);
    const pixels = digitPixels(digits, index);
    if (!offsets) {
      canvas.set(pixels);
      continue;
    }
    const [least, most] = offsets;
    const row = least + stream.integer(most - least + 1);
    const column = least + stream.integer(most - least + 1);
    placedOnCanvas(halved(pixels), SMALL_SIDE, row, column, canvas);
  }
  return examplesOf(images, digits.labels.slice(0, count));
}

/**
 * The first `count` test digits, all at one placement of the 15x15 map: halved digits with their top left
 * pixel at (row, column), or centred ones moved by (row - 7, column - 7) and cut off at the border.
 */
export function placedAlike(
  digits: Digits,
  variant: DigitVariant,
  count: number,
  row: number,
  column: number,
): Examples {
  const middle = SMALL_SIDE / 2;
  const images = new Float32Array(count * PIXELS);
  for (let index = 0; index < count; index++) {
    const canvas = images.subarray(index * PIXELS, (index + 1) * PIXELS);
    const pixels = digitPixels(digits.test, index);
    if (variant === 'centred') placedOnCanvas(pixels, CANVAS_SIDE, row - middle, column - middle, canvas);
    else placedOnCanvas(halved(pixels), SMALL_SIDE, row, column, canvas);
  }
  return examplesOf(images, digits.test.labels.slice(0, count));
}

/** images: [count, 28, 28, 1], 0 to 1; labels: [count]. */
function examplesOf(images: Float32Array, labels: Uint8Array): Examples {
  return {
    count: labels.length,
    size: PIXELS,
    labelSize: 1,
    labels,
    write: (index, into) => into.set(images.subarray(index * PIXELS, (index + 1) * PIXELS)),
  };
}
