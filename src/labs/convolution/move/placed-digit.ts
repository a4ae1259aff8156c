/** The learner's digit as the networks get it: halved where they trained on small digits, put at its place. */
import { CANVAS_SIDE, halved, placedOnCanvas } from '../../../math/fit-image';
import type { DigitVariant } from '../../../spec/experiment-spec';
import { digitSide, offsetOf, type Place } from '../../../views/placement-place';

/** [28, 28] -> the digit at the size that the networks know: [14, 14], or as it is for `centred`. */
export const glyphOf = (pixels: Float32Array, variant: DigitVariant): Float32Array =>
  digitSide(variant) === CANVAS_SIDE ? pixels : halved(pixels);

/** [28, 28] canvas with the digit ([28, 28] before halving) at its place. */
export function placedDigit(pixels: Float32Array, variant: DigitVariant, place: Place): Float32Array {
  const { top, left } = offsetOf(place, variant);
  return placedOnCanvas(glyphOf(pixels, variant), digitSide(variant), top, left);
}
