/** The held-out digits that the networks are asked about: small, in the middle of the canvas, those of one task. */
import { memory } from '../../lab-page/memory';
import { sampleDigit, sampleDigitCount } from '../../lab-page/sample-digits';
import { CANVAS_SIDE, halved, placedOnCanvas } from '../../math/fit-image';
import { FIRST_NEW_DIGIT } from '../../spec/transfer-network';

export type Task = 'old' | 'new';
export type Sample = { readonly label: number /** [28, 28] */; readonly pixels: Float32Array };

const INSET = CANVAS_SIDE / 4;
const samples = memory<Sample>(24);

const taskOf = (label: number): Task => (label < FIRST_NEW_DIGIT ? 'old' : 'new');

/** `number`: from 1, as in the hash; beyond the last it begins again. The same object at every call. */
export function samplePicture(task: Task, number: number): Sample {
  return samples(`${task} ${number}`, () => {
    const own = Array.from({ length: sampleDigitCount }, (_, index) => sampleDigit(index)).filter(
      ({ label }) => taskOf(label) === task,
    );
    const { label, pixels } = own[(number - 1) % own.length] ?? sampleDigit(0);
    return { label, pixels: placedOnCanvas(halved(pixels), CANVAS_SIDE / 2, INSET, INSET) };
  });
}
