/**
 * Two tasks in turn: digits 0 to 4 as long as the trunk is trained that will be lent, then 5 to 9, of which there are
 * few. Classes count from 0 in both. There is no survey.
 */
import type { LendingSpec } from '../../spec/experiment-spec';
import type { Digits } from '../data/digit-file';
import { newDigits, oldDigits, type TaskSets } from '../data/new-digits';
import { EngineError } from '../engine-error';
import { answerToPicture, rightPictures } from './pictures';
import type { Procedure } from './procedure';

/** `examples`: of each new digit. Throws EngineError `bad-message` where the file has none of one of the tasks. */
export function newDigitsProcedure(
  digits: Digits,
  examples: number,
  lending: LendingSpec,
  seed: number,
): Procedure {
  const own = setsOf(newDigits(digits, examples, seed));
  const before = setsOf(oldDigits(digits, lending.examples, seed));
  return {
    ...own,
    before: { ...before, until: lending.steps },
    correct: rightPictures,
    answer: (network, pixels) => answerToPicture(network, pixels, own.train.size),
    survey: { order: [], width: 1, measure: () => [] },
  };
}

function setsOf({ train, test }: TaskSets) {
  if (train.count === 0 || test.count === 0)
    throw new EngineError('bad-message', 'There are no digits of one of the two tasks.');
  return { train, test, batches: train, mostInBatch: train.count };
}
