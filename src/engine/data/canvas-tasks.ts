/**
 * Halved digits on a 32x32 canvas without edges, by task. Each digit is placed once, when the set is made from the seed.
 * Under two rules it is seen twice, in the upper half with its own label and 16 rows below, wherever that wraps to, with
 * the label plus five, modulo ten. 16 is a multiple of both layers' strides together and the columns are the same: to one
 * kernel with edges that wrap the two pictures are alike, so it is right about one of them at most.
 */
import { CANVAS_SIDE as DIGIT_SIDE, halved } from '../../math/fit-image';
import { randomStream } from '../../math/random';
import type { CanvasTask } from '../../spec/experiment-spec';
import { CANVAS_SIZE } from '../../spec/how-much-network';
import { type DigitSet, type Digits, digitPixels } from './digit-file';
import type { Examples } from './examples';

/** Side of a halved digit. */
const SIDE = DIGIT_SIDE / 2;
const PIXELS = CANVAS_SIZE * CANVAS_SIZE;
const HALF = CANVAS_SIZE / 2;
const CLASSES = 10;
/** What the lower half adds to a label. */
const RULE = 5;
const TEST_PICTURES = 2000;

/** Smallest and largest row and column of the top left pixel, both included. */
const PLACES: Readonly<
  Record<
    CanvasTask,
    { readonly rows: readonly [number, number]; readonly columns: readonly [number, number] }
  >
> = {
  roaming: { rows: [0, CANVAS_SIZE - SIDE], columns: [0, CANVAS_SIZE - SIDE] },
  centred: { rows: [9, 9], columns: [9, 9] },
  'two-rules': { rows: [0, HALF - SIDE], columns: [0, CANVAS_SIZE - SIDE] },
};

export type CanvasExamples = Examples & {
  /** [count] top row of each digit. */
  readonly tops: Int32Array;
};

export type CanvasSets = { readonly train: CanvasExamples; readonly test: CanvasExamples };

/** The first `examples` training digits, and test digits for 2,000 pictures (all, if there are fewer), placed. */
export function canvasSets(digits: Digits, task: CanvasTask, examples: number, seed: number): CanvasSets {
  const tested = TEST_PICTURES / picturesOf(task);
  return {
    train: placed(digits.train, Math.min(examples, digits.train.count), task, 'train', seed),
    test: placed(digits.test, Math.min(tested, digits.test.count), task, 'test', seed),
  };
}

/** Pictures of one digit. They follow each other, so that the first n hold both rules. */
const picturesOf = (task: CanvasTask) => (task === 'two-rules' ? 2 : 1);

function placed(
  digits: DigitSet,
  count: number,
  task: CanvasTask,
  set: 'train' | 'test',
  seed: number,
): CanvasExamples {
  const { rows, columns } = PLACES[task];
  const pictures = picturesOf(task);
  const stream = randomStream(seed, 'place', task, set);
  const between = ([least, most]: readonly [number, number]) => least + stream.integer(most - least + 1);
  const images = new Float32Array(count * pictures * PIXELS);
  const labels = new Uint8Array(count * pictures);
  const tops = new Int32Array(count * pictures);
  for (let digit = 0; digit < count; digit++) {
    const glyph = halved(digitPixels(digits, digit));
    const [row, column] = [between(rows), between(columns)];
    for (let picture = 0; picture < pictures; picture++) {
      const at = digit * pictures + picture;
      tops[at] = row + picture * HALF;
      labels[at] = ((digits.labels[digit] as number) + picture * RULE) % CLASSES;
      stamp(glyph, row + picture * HALF, column, images.subarray(at * PIXELS, (at + 1) * PIXELS));
    }
  }
  return {
    count: labels.length,
    size: PIXELS,
    labelSize: 1,
    labels,
    tops,
    write: (index, into) => into.set(images.subarray(index * PIXELS, (index + 1) * PIXELS)),
  };
}

/** glyph: [14, 14], its top left pixel at (row, column) of canvas, [32, 32]. */
function stamp(glyph: Float32Array, row: number, column: number, canvas: Float32Array): void {
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const to = ((row + y) % CANVAS_SIZE) * CANVAS_SIZE + ((column + x) % CANVAS_SIZE);
      canvas[to] = glyph[y * SIDE + x] as number;
    }
}
