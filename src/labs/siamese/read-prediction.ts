/**
 * The pair of a `predict` message: `{a, b}`, 1,024 numbers each from 0 (paper) to 1 (ink), row by row. Tower B gets b
 * as it comes: with turned data it is given turned.
 */
import { FACE_SIDE } from '../../spec/siamese-network';

const PIXELS = FACE_SIDE * FACE_SIDE;

/** Anything may come; a typed array is as good as a list. */
export function readPrediction(
  payload: Readonly<Record<string, unknown>>,
): { readonly input: Float32Array } | { readonly problem: string } {
  const input = new Float32Array(2 * PIXELS);
  for (const [place, name] of (['a', 'b'] as const).entries()) {
    const picture = payload[name];
    const listed =
      Array.isArray(picture) || picture instanceof Float32Array || picture instanceof Float64Array;
    if (!listed || picture.length !== PIXELS)
      return { problem: `${name} must be a list of ${PIXELS} numbers, a picture of 32 by 32.` };
    for (let at = 0; at < PIXELS; at++) {
      const cell: unknown = picture[at];
      if (!(typeof cell === 'number' && cell >= 0 && cell <= 1))
        return { problem: `${name}[${at}] is no number from 0 to 1.` };
      input[place * PIXELS + at] = cell;
    }
  }
  return { input };
}
