/**
 * The pair of a `predict` message: `{a, b}`, 1,024 numbers each from 0 (paper) to 1 (ink), row by row. Tower B gets b
 * as it comes: with turned data it is given turned.
 */
import { readPixels } from '../../lab-page/read-pixels';
import { FACE_SIDE } from '../../spec/siamese-network';

const PIXELS = FACE_SIDE * FACE_SIDE;

/** Anything may come. */
export function readPrediction({ a, b }: Readonly<Record<string, unknown>>): ReturnType<typeof readPixels> {
  const [first, second] = [readPixels(a, 'a', PIXELS), readPixels(b, 'b', PIXELS)];
  if ('problem' in first) return first;
  if ('problem' in second) return second;
  const input = new Float32Array(2 * PIXELS);
  input.set(first.input);
  input.set(second.input, PIXELS);
  return { input };
}
