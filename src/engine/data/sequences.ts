/**
 * Sequences of symbols and what is asked of them, as examples: inputs [count, length] of symbol numbers, -1 after the
 * end; labels [count, length], a class after each symbol that is judged, else -1.
 */
import { type RandomStream, randomStream } from '../../math/random';
import type { SymbolTask } from '../../spec/experiment-spec';
import { type SequenceShape, sequenceTasks } from '../../spec/sequence-tasks';
import { EngineError } from '../engine-error';
import type { Examples } from './examples';
import type { Words } from './word-file';

/** One sequence and its class after each symbol, -1 where none is asked for. */
type Labelled = { readonly symbols: ArrayLike<number>; readonly classes: ArrayLike<number> };

export type SequenceSets = {
  /** The training sequences, of `trained` symbols each. */
  readonly batches: Examples;
  /** The same, of `reads` symbols each, like the others. */
  readonly train: Examples;
  /**
   * Of lengths that are trained on. Words are never trained on themselves; of strings there are too few short ones to
   * keep them apart.
   */
  readonly test: Examples;
  /** Held-out sequences of just this length. */
  ofLength(length: number): Examples;
};

const TEST_COUNT = 2000;
/** Sequences of each length on which the accuracy by length is measured. */
const COUNT_BY_LENGTH = 200;
const A = 'a'.charCodeAt(0);

/** `trained`: words up to so many letters are trained on. Throws EngineError where no word is so short. */
export function wordSets(words: Words, examples: number, trained: number, seed: number): SequenceSets {
  const { reads } = sequenceTasks.language;
  const of = (pick: (language: Words[number]) => readonly string[], name: string) =>
    mixed(
      words.flatMap((language, index) => pick(language).map((word) => wordOf(word, index))),
      randomStream(seed, 'words', name),
    );
  const short = (word: string) => word.length <= trained;
  const train = of(({ train: all }) => all.filter(short), 'train').slice(0, examples);
  if (train.length === 0)
    throw new EngineError('bad-message', `No training word has at most ${trained} letters.`);
  const test = of(({ test: all }) => all.filter(short), 'test').slice(0, TEST_COUNT);
  return {
    batches: examplesOf(train, trained),
    train: examplesOf(train, reads),
    test: examplesOf(test, reads),
    ofLength(length) {
      const right = (word: string) => word.length === length;
      const held = of(({ test: some, long }) => [...some, ...long].filter(right), `length ${length}`);
      return examplesOf(held.slice(0, COUNT_BY_LENGTH), reads);
    },
  };
}

/** Judged after its last letter. */
function wordOf(word: string, language: number): Labelled {
  const symbols = Array.from(word, (letter) => letter.charCodeAt(0) - A);
  return { symbols, classes: symbols.map((_, at) => (at === symbols.length - 1 ? language : -1)) };
}

/** Strings made from the seed: parity is judged at every step, the others after the last symbol. */
export function symbolSets(task: SymbolTask, examples: number, trained: number, seed: number): SequenceSets {
  const shape = sequenceTasks[task];
  const made = (name: string, count: number, lengthOf: (stream: RandomStream) => number) => {
    const stream = randomStream(seed, 'symbols', task, name);
    return Array.from({ length: count }, () => stringOf(task, shape, lengthOf(stream), stream));
  };
  const short = (stream: RandomStream) => shape.shortest + stream.integer(trained - shape.shortest + 1);
  const train = made('train', examples, short);
  return {
    batches: examplesOf(train, trained),
    train: examplesOf(train, shape.reads),
    test: examplesOf(made('test', TEST_COUNT, short), shape.reads),
    ofLength: (length) =>
      examplesOf(
        made(`length ${length}`, COUNT_BY_LENGTH, () => length),
        shape.reads,
      ),
  };
}

function stringOf(
  task: SymbolTask,
  { symbols: kinds }: SequenceShape,
  length: number,
  stream: RandomStream,
): Labelled {
  const symbols = Array.from({ length }, () => stream.integer(kinds));
  let ones = 0;
  const classes = symbols.map((symbol, at) => {
    ones += symbol;
    if (task === 'parity') return ones % 2;
    if (at < length - 1) return -1;
    return symbols[task === 'first' ? 0 : 2] as number;
  });
  return { symbols, classes };
}

function examplesOf(sequences: readonly Labelled[], length: number): Examples {
  const labels = new Float32Array(sequences.length * length).fill(-1);
  sequences.forEach(({ classes }, index) => {
    labels.set(Array.from(classes), index * length);
  });
  return {
    count: sequences.length,
    size: length,
    labelSize: length,
    labels,
    write(index, into) {
      into.fill(-1);
      into.set(Array.from(sequences[index]?.symbols ?? []));
    },
  };
}

/** The same in an order drawn from the stream (Fisher and Yates). */
function mixed<Item>(items: readonly Item[], stream: RandomStream): readonly Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = stream.integer(last + 1);
    [order[last], order[other]] = [order[other] as Item, order[last] as Item];
  }
  return order;
}
