/** The learner's digit as the networks get it: halved, on the canvas whose edges wrap around. */
import { memory } from '../../../lab-page/memory';
import { sampleDigit } from '../../../lab-page/sample-digits';
import { halved } from '../../../math/fit-image';
import { CANVAS_SIZE } from '../../../spec/how-much-network';
import { DIGIT_SIDE, type Place } from './place';

const pictures = memory<Float32Array>(24);
const glyphs = memory<Float32Array>(24);

/** [32, 32]; the same array for the same digit at the same place. digit: of the sample digits. */
export function taskPicture(digit: number, { row, column }: Place): Float32Array {
  return pictures(`${digit} ${row} ${column}`, () => {
    const glyph = glyphs(String(digit), () => halved(sampleDigit(digit).pixels));
    const canvas = new Float32Array(CANVAS_SIZE * CANVAS_SIZE);
    glyph.forEach((ink, at) => {
      const y = (row + Math.floor(at / DIGIT_SIDE)) % CANVAS_SIZE;
      const x = (column + (at % DIGIT_SIDE)) % CANVAS_SIZE;
      canvas[y * CANVAS_SIZE + x] = ink;
    });
    return canvas;
  });
}
