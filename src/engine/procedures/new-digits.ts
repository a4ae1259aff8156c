/**
 * Two tasks in turn: digits 0 to 4 as long as the trunk is trained that will be lent, then 5 to 9, of which there are
 * few. Classes count from 0 in both. The survey is the accuracy by class, on up to 100 held-out digits of each, in the
 * task that a network is at.
 */
import type { LendingSpec } from '../../spec/experiment-spec';
import { TASK_CLASSES } from '../../spec/transfer-network';
import type { Digits } from '../data/digit-file';
import type { Examples } from '../data/examples';
import { newDigits, oldDigits, type TaskSets } from '../data/new-digits';
import { EngineError } from '../engine-error';
import { answerToPicture, rightPictures } from './pictures';
import type { Procedure } from './procedure';

const MOST_OF_CLASS = 100;

/** `examples`: of each new digit. Throws EngineError `bad-message` where the file has none of one of the tasks. */
export function newDigitsProcedure(
  digits: Digits,
  examples: number,
  lending: LendingSpec,
  seed: number,
): Procedure {
  const own = setsOf(newDigits(digits, examples, seed));
  const before = setsOf(oldDigits(digits, lending.examples, seed));
  const classes = Array.from({ length: TASK_CLASSES }, (_, label) => label);
  const byClass = {
    old: classes.map((label) => ofClass(before.test, label)),
    new: classes.map((label) => ofClass(own.test, label)),
  };
  return {
    ...own,
    before: { ...before, until: lending.steps },
    correct: (...counted) => [rightPictures(...counted)],
    answer: (network, pixels) => answerToPicture(network, pixels, own.train.size),
    survey: {
      order: classes,
      width: 1,
      measure(network, cell) {
        const pictures = byClass[network.step() <= lending.steps ? 'old' : 'new'][cell];
        if (!pictures) throw new RangeError(`There is no class ${cell}.`);
        const { count } = pictures;
        return [count === 0 ? Number.NaN : rightPictures(network, pictures, 0, count) / count];
      },
    },
  };
}

function setsOf({ train, test }: TaskSets) {
  if (train.count === 0 || test.count === 0)
    throw new EngineError('bad-message', 'There are no digits of one of the two tasks.');
  return { train, test, batches: train, mostInBatch: train.count };
}

function ofClass(examples: Examples, label: number): Examples {
  const chosen = Array.from({ length: examples.count }, (_, index) => index)
    .filter((index) => examples.labels[index] === label)
    .slice(0, MOST_OF_CLASS);
  return {
    ...examples,
    count: chosen.length,
    labels: chosen.map((index) => examples.labels[index] as number),
    write: (at, into) => examples.write(chosen[at] as number, into),
  };
}
