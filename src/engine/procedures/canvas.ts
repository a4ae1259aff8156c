/**
 * Pictures of digits on the canvas without edges, and their classes. The survey is the accuracy by half: on up to 200
 * held-out pictures whose digit has its middle in the upper half, cell 0, and in the lower half, cell 1.
 */
import { CANVAS_SIZE } from '../../spec/how-much-network';
import type { CanvasExamples, CanvasSets } from '../data/canvas-tasks';
import type { Examples } from '../data/examples';
import { answerToPicture, rightPictures } from './pictures';
import type { Procedure } from './procedure';

const MOST_PICTURES = 200;
/** Top row of a digit whose middle is the first row of the lower half. */
const FIRST_LOWER = 9;

export function canvasProcedure({ train, test }: CanvasSets): Procedure {
  const halves = [inHalf(test, false), inHalf(test, true)];
  return {
    batches: train,
    train,
    test,
    correct: (...counted) => [rightPictures(...counted)],
    answer: (network, pixels) => answerToPicture(network, pixels, CANVAS_SIZE * CANVAS_SIZE),
    survey: {
      order: [0, 1],
      width: 1,
      measure(network, cell) {
        const pictures = halves[cell];
        if (!pictures) throw new RangeError(`There is no half ${cell}.`);
        const { count } = pictures;
        // In a half without digits, as where all are centred, there is nothing to measure.
        return [count === 0 ? Number.NaN : rightPictures(network, pictures, 0, count) / count];
      },
    },
  };
}

function inHalf(examples: CanvasExamples, lower: boolean): Examples {
  const chosen = Array.from(examples.tops.keys())
    .filter((index) => (examples.tops[index] as number) >= FIRST_LOWER === lower)
    .slice(0, MOST_PICTURES);
  return {
    ...examples,
    count: chosen.length,
    labels: chosen.map((index) => examples.labels[index] as number),
    write: (at, into) => examples.write(chosen[at] as number, into),
  };
}
