/**
 * Halved digits on the 28x28 canvas for two tasks in turn: the old one is 0 to 4, the new one 5 to 9 with few examples of
 * each. Every digit is placed once, when its set is made from the seed. The first n examples of a class are the same
 * however many there are: more of them are those and others.
 */
import { CANVAS_SIDE, halved, placedOnCanvas } from '../../math/fit-image';
import { randomStream } from '../../math/random';
import { FIRST_NEW_DIGIT, TASK_CLASSES } from '../../spec/transfer-network';
import { type DigitSet, type Digits, digitPixels, PIXELS } from './digit-file';
import type { Examples } from './examples';

const SIDE = CANVAS_SIDE / 2;
/** Rows and columns of the top left pixel: 0 to 14. */
const PLACES = CANVAS_SIDE - SIDE + 1;
const MOST_TESTED = 2000;

type Task = 'old' | 'new';
const firstOf = { old: 0, new: FIRST_NEW_DIGIT } as const satisfies Record<Task, number>;

export type TaskSets = { readonly train: Examples; readonly test: Examples };

/** The first `examples` training digits of 0 to 4, the first 2,000 test digits of them, or as many as there are. */
export const oldDigits = (digits: Digits, examples: number, seed: number): TaskSets => ({
  train: placed(digits.train, inOrder(digits.train, 'old', examples), 'old', 'train', seed),
  test: placed(digits.test, inOrder(digits.test, 'old', MOST_TESTED), 'old', 'test', seed),
});

/** The first `examples` training digits of each of 5 to 9, class by class in turn; test digits as above. */
export const newDigits = (digits: Digits, examples: number, seed: number): TaskSets => ({
  train: placed(digits.train, inTurn(digits.train, examples), 'new', 'train', seed),
  test: placed(digits.test, inOrder(digits.test, 'new', MOST_TESTED), 'new', 'test', seed),
});

/** Places in the file of the first so many digits of a task. */
function inOrder({ labels, count }: DigitSet, task: Task, most: number): readonly number[] {
  const own: number[] = [];
  for (let at = 0; at < count && own.length < most; at++) {
    const label = (labels[at] as number) - firstOf[task];
    if (label >= 0 && label < TASK_CLASSES) own.push(at);
  }
  return own;
}

/** The first of each class of the new task, the second of each, and so on. */
function inTurn(set: DigitSet, examples: number): readonly number[] {
  const byClass = Array.from({ length: TASK_CLASSES }, (): number[] => []);
  for (const at of inOrder(set, 'new', set.count))
    byClass[(set.labels[at] as number) - FIRST_NEW_DIGIT]?.push(at);
  return Array.from({ length: examples }, (_, index) => byClass.flatMap((own) => own[index] ?? [])).flat();
}

function placed(
  set: DigitSet,
  chosen: readonly number[],
  task: Task,
  name: 'train' | 'test',
  seed: number,
): Examples {
  const stream = randomStream(seed, 'place', task, name);
  const images = new Float32Array(chosen.length * PIXELS);
  chosen.forEach((at, index) => {
    const [row, column] = [stream.integer(PLACES), stream.integer(PLACES)];
    const canvas = images.subarray(index * PIXELS, (index + 1) * PIXELS);
    placedOnCanvas(halved(digitPixels(set, at)), SIDE, row, column, canvas);
  });
  return {
    count: chosen.length,
    size: PIXELS,
    labelSize: 1,
    labels: Uint8Array.from(chosen, (at) => (set.labels[at] as number) - firstOf[task]),
    write: (index, into) => into.set(images.subarray(index * PIXELS, (index + 1) * PIXELS)),
  };
}
