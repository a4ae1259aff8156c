/**
 * Two tasks asked of one picture. The second, which borrows, comes first in what is counted and answered; then the
 * digit. The survey is the second task's accuracy by digit, on up to 100 held-out pictures of each, with how many there
 * are in all and of how many of them the right answer is its second class: what a guess is worth.
 */
import { softmax } from '../../math/softmax-cross-entropy';
import { DIGIT_TASK, SECOND_TASK, TASK_CLASSES, TASK_SURVEY_WIDTH } from '../../spec/multi-task-network';
import type { TaskSets } from '../data/digit-tasks';
import type { Examples } from '../data/examples';
import { EngineError } from '../engine-error';
import type { TrainedNetwork } from '../trained-network';
import { largestAt } from './largest';
import { forEachOutput, type Procedure } from './procedure';

/** The site of the network that answers each task, in the order in which tasks are counted. */
const SITE_OF_TASK = [SECOND_TASK, DIGIT_TASK] as const;
const [DIGITS] = TASK_CLASSES;
const MOST_PICTURES = 100;

export function tasksProcedure(sets: TaskSets): Procedure {
  const { test } = sets;
  const byDigit = Array.from({ length: DIGITS }, (_, digit) => ofDigit(test, digit));
  const answers = Array.from({ length: DIGITS }, (_, digit) => answersOf(test, digit));
  const correct = (network: TrainedNetwork, of: Examples, from: number, until: number) => {
    const right = [0, 0] as [number, number];
    forEachOutput(network, of, from, until, (index, outputs, at) => {
      for (const [task, site] of SITE_OF_TASK.entries()) {
        const start = at + (site * network.outputSize) / TASK_CLASSES.length;
        const label = of.labels[index * of.labelSize + site];
        if (largestAt(outputs, start, TASK_CLASSES[site]) === label) right[task] = (right[task] ?? 0) + 1;
      }
    });
    return right;
  };
  return {
    ...sets,
    tasks: SITE_OF_TASK.length,
    correct,
    answer(network, pixels) {
      const size = test.size / TASK_CLASSES.length;
      if (pixels.length !== size)
        throw new EngineError('bad-message', `A picture has ${size} pixels, not ${pixels.length}.`);
      const twice = new Float32Array(test.size);
      twice.set(pixels);
      twice.set(pixels, size);
      const outputs = network.outputs(twice, 1);
      const answer = SITE_OF_TASK.flatMap((site) => {
        const start = (site * network.outputSize) / TASK_CLASSES.length;
        const classes = TASK_CLASSES[site];
        return [...softmax(outputs.subarray(start, start + classes), classes)];
      });
      return { kind: 'tasks', answer: Float32Array.from(answer) };
    },
    survey: {
      order: byDigit.map((_, digit) => digit),
      width: TASK_SURVEY_WIDTH,
      measure(network, cell) {
        const pictures = byDigit[cell];
        if (!pictures) throw new RangeError(`There is no digit ${cell}.`);
        const { count } = pictures;
        const share = count === 0 ? Number.NaN : correct(network, pictures, 0, count)[0] / count;
        return [share, ...(answers[cell] ?? [])];
      },
    },
  };
}

/** Of all held-out pictures of a digit: how many there are, and of how many the second task's answer is class 1. */
function answersOf({ count, labels, labelSize }: Examples, digit: number): readonly [number, number] {
  const at = (index: number, task: number) => labels[index * labelSize + task];
  const ofIt = Array.from({ length: count }, (_, index) => index).filter(
    (index) => at(index, DIGIT_TASK) === digit,
  );
  return [ofIt.length, ofIt.filter((index) => at(index, SECOND_TASK) === 1).length];
}

function ofDigit(examples: Examples, digit: number): Examples {
  const { labels, labelSize } = examples;
  const chosen = Array.from({ length: examples.count }, (_, index) => index)
    .filter((index) => labels[index * labelSize + DIGIT_TASK] === digit)
    .slice(0, MOST_PICTURES);
  return {
    ...examples,
    count: chosen.length,
    labels: chosen.flatMap((index) =>
      Array.from({ length: labelSize }, (_, task) => labels[index * labelSize + task] as number),
    ),
    write: (at, into) => examples.write(chosen[at] as number, into),
  };
}
