/**
 * Decodes the digit file (docs/data.md), already unzipped: 'TIEDMNI1', the counts of training and test digits
 * (uint32, little endian), their labels (a byte each), their images (28x28 of 4 bits, two pixels a byte, the
 * first in the high half). Fetching and unzipping are the host's part.
 */
import { EngineError } from '../engine-error';

const MAGIC = 'TIEDMNI1';
const HEADER_BYTES = 16;
export const PIXELS = 28 * 28;
const IMAGE_BYTES = PIXELS / 2;
const DARKEST = 15;

export type DigitSet = {
  readonly count: number;
  /** [count], 0 to 9. */
  readonly labels: Uint8Array;
  /** [count, 392], two pixels a byte. */
  readonly packed: Uint8Array;
};

export type Digits = { readonly train: DigitSet; readonly test: DigitSet };

/** Throws EngineError `data-failed` when the bytes are not a whole digit file. */
export function decodeDigits(bytes: Uint8Array): Digits {
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes.length < HEADER_BYTES)
    throw new EngineError('data-failed', 'This is not a digit file: it does not begin as one.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const train = view.getUint32(8, true);
  const test = view.getUint32(12, true);
  const images = HEADER_BYTES + train + test;
  const expected = images + (train + test) * IMAGE_BYTES;
  if (bytes.length !== expected)
    throw new EngineError(
      'data-failed',
      `The digit file has ${bytes.length} bytes where ${train} + ${test} digits need ${expected}.`,
    );
  const set = (from: number, count: number): DigitSet => {
    const labels = bytes.subarray(HEADER_BYTES + from, HEADER_BYTES + from + count);
    if (labels.some((label) => label > 9))
      throw new EngineError('data-failed', 'The digit file holds a label that is no digit.');
    const packed = bytes.subarray(images + from * IMAGE_BYTES, images + (from + count) * IMAGE_BYTES);
    return { count, labels, packed };
  };
  return { train: set(0, train), test: set(train, test) };
}

/** The 28x28 pixels of one digit, 0 (paper) to 1 (ink). */
export function digitPixels(set: DigitSet, index: number): Float32Array {
  const pixels = new Float32Array(PIXELS);
  for (let at = 0; at < IMAGE_BYTES; at++) {
    const pair = set.packed[index * IMAGE_BYTES + at] as number;
    pixels[2 * at] = (pair >> 4) / DARKEST;
    pixels[2 * at + 1] = (pair & 15) / DARKEST;
  }
  return pixels;
}
