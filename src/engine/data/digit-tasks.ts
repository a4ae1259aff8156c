/**
 * Whole digits and the two tasks that are asked of them: which of ten it is, known of the first `examples` training
 * digits, and a question with two answers, known of the first `labels`. An example of a batch is a digit for each task,
 * drawn on their own, the second below the first; one to be counted shows the same digit to both.
 */
import { secondAnswer } from '../../math/second-answer';
import type { SecondTask } from '../../spec/experiment-spec';
import { type DigitSet, type Digits, digitPixels, PIXELS } from './digit-file';
import type { Examples } from './examples';

const TEST_DIGITS = 2000;

export type TaskSets = {
  readonly batches: Examples;
  /** The training digits of which both tasks know the answer. */
  readonly train: Examples;
  readonly test: Examples;
};

export function taskSets(
  digits: Digits,
  second: SecondTask,
  { examples, labels }: { readonly examples: number; readonly labels: number },
): TaskSets {
  const train = answered(digits.train, second);
  const test = answered(digits.test, second);
  const first = Math.min(examples, digits.train.count);
  const few = Math.min(labels, first);
  return {
    batches: stacked(task(train, train.digits, first), task(train, train.second, few)),
    train: bothOf(train, few),
    test: bothOf(test, Math.min(TEST_DIGITS, digits.test.count)),
  };
}

type Answered = {
  readonly set: DigitSet;
  /** [count] of each task. */
  readonly digits: Uint8Array;
  readonly second: Uint8Array;
};

const known = new WeakMap<DigitSet, Partial<Record<SecondTask, Uint8Array>>>();

/** Worked out once for every digit of a file. */
function answered(set: DigitSet, second: SecondTask): Answered {
  const answers = known.get(set) ?? {};
  known.set(set, answers);
  answers[second] ??= Uint8Array.from({ length: set.count }, (_, index) =>
    secondAnswer(second, set.labels[index] as number, () => digitPixels(set, index)),
  );
  return { set, digits: set.labels, second: answers[second] };
}

/** The first `count` digits with the answers of one task. */
function task({ set }: Answered, labels: Uint8Array, count: number): Examples {
  return {
    count,
    size: PIXELS,
    labelSize: 1,
    labels,
    write: (index, into) => into.set(digitPixels(set, index)),
  };
}

/** Examples of two parts; as many as the part that has fewer. */
function stacked(first: Examples, second: Examples): Examples {
  const count = Math.min(first.count, second.count);
  return {
    count,
    size: first.size + second.size,
    labelSize: 2,
    labels: Array.from({ length: 2 * count }, (_, at) => {
      const { labels } = at % 2 === 0 ? first : second;
      return labels[Math.floor(at / 2)] as number;
    }),
    parts: [first, second],
    write(index, into) {
      first.write(index, into.subarray(0, first.size));
      second.write(index, into.subarray(first.size));
    },
  };
}

/** The first `count` digits, each shown to both tasks. */
function bothOf(of: Answered, count: number): Examples {
  const { parts: _, ...same } = stacked(task(of, of.digits, count), task(of, of.second, count));
  return same;
}
