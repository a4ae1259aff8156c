/**
 * Whole digits and the two tasks that are asked of them: which of ten it is, known of the first `examples` training
 * digits, and a question with two answers, known of the first `labels`. An example of a batch is a digit for each task,
 * drawn on their own, the second below the first; one to be counted shows the same digit to both.
 */
import { slantOf } from '../../math/slant';
import type { SecondTask } from '../../spec/experiment-spec';
import { PICTURE_SIDE } from '../../spec/multi-task-network';
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
  const train = answered(digits.train, digits.train, second);
  const test = answered(digits.test, digits.train, second);
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

/** `among`: the digits whose middle slant parts those that lean from those that do not. */
function answered(set: DigitSet, among: DigitSet, second: SecondTask): Answered {
  const digits = set.labels.slice(0, set.count);
  if (second === 'odd-even') return { set, digits, second: digits.map((digit) => digit % 2) };
  const middle = median(slantsOf(among));
  return { set, digits, second: Uint8Array.from(slantsOf(set), (slant) => (slant > middle ? 1 : 0)) };
}

const known = new WeakMap<DigitSet, Float64Array>();

/** Of every digit of a file; worked out once. */
function slantsOf(set: DigitSet): Float64Array {
  const before = known.get(set);
  if (before) return before;
  const slants = Float64Array.from({ length: set.count }, (_, index) =>
    slantOf(digitPixels(set, index), PICTURE_SIDE),
  );
  known.set(set, slants);
  return slants;
}

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
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
