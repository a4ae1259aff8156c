/** Sequences as examples: what is in them, what is asked of them, and what is kept apart. */
import { describe, expect, test } from 'vitest';
import { makeWordBytes } from '../../scripts/data/words.mjs';
import { type Examples, inputsOf, makeBatch } from '../../src/engine/data/examples';
import { type SequenceSets, symbolSets, wordSets } from '../../src/engine/data/sequences';
import { decodeWords } from '../../src/engine/data/word-file';
import type { SymbolTask } from '../../src/spec/experiment-spec';
import { languages, measuredLengths, sequenceTasks } from '../../src/spec/sequence-tasks';
import { madeUpWords } from './small-data';

const words = madeUpWords();
const TASKS: readonly SymbolTask[] = ['parity', 'first', 'third'];

/** Symbols of an example up to its end, and its labels up to there. Fails where anything follows. */
function read(examples: Examples, index: number) {
  const input = [...inputsOf(examples, index, index + 1)];
  const { labelSize, labels } = examples;
  const asked = Array.from({ length: labelSize }, (_, at) => labels[index * labelSize + at] as number);
  expect([input.length, labelSize]).toEqual([examples.size, examples.size]);
  const length = input.indexOf(-1) < 0 ? input.length : input.indexOf(-1);
  expect(input.slice(length)).toEqual(new Array(input.length - length).fill(-1));
  expect(asked.slice(length)).toEqual(new Array(input.length - length).fill(-1));
  return { symbols: input.slice(0, length), asked: asked.slice(0, length) };
}
const readAll = (examples: Examples) =>
  Array.from({ length: examples.count }, (_, index) => read(examples, index));

const textOf = (symbols: readonly number[]) => String.fromCharCode(...symbols.map((symbol) => 97 + symbol));
const textsOf = (examples: Examples) => readAll(examples).map(({ symbols }) => textOf(symbols));
const shared = (one: readonly string[], other: readonly string[]) => {
  const known = new Set(one);
  return other.filter((text) => known.has(text));
};

/** Everything in the sets, to be compared. */
const contents = ({ batches, train, test: held, ofLength }: SequenceSets, length: number) =>
  [batches, train, held, ofLength(length)].map((examples) => ({
    inputs: inputsOf(examples, 0, examples.count),
    labels: Float32Array.from(examples.labels),
  }));

describe('words', () => {
  const sets = wordSets(words, 2000, 6, 1);

  test('the classes are the languages of the file, in its order', () => {
    expect(words.map(({ language }) => language)).toEqual([...languages]);
  });

  test('are judged at their last letter only, as of the language that they are of', () => {
    const lists = {
      train: (at: number) => words[at]?.train,
      test: (at: number) => words[at]?.test,
      batches: (at: number) => words[at]?.train,
    };
    for (const name of ['train', 'test', 'batches'] as const)
      for (const { symbols, asked } of readAll(sets[name])) {
        expect(asked.slice(0, -1)).toEqual(new Array(asked.length - 1).fill(-1));
        expect(lists[name](asked.at(-1) as number)).toContain(textOf(symbols));
      }
  });

  test('to train on and held out have none in common, nor either with the long ones', () => {
    const [train, held] = [textsOf(sets.train), textsOf(sets.test)];
    expect(shared(train, held)).toEqual([]);
    for (const length of measuredLengths(sequenceTasks.language))
      expect(shared(train, textsOf(sets.ofLength(length))), `${length}`).toEqual([]);
  });

  test('of the real file have none in common either', () => {
    const real = wordSets(decodeWords(makeWordBytes()), 20_000, 6, 1);
    expect(real.train.count).toBeGreaterThan(12_000);
    const train = textsOf(real.train);
    expect(shared(train, textsOf(real.test))).toEqual([]);
    for (const length of [3, 6, 7, 12]) expect(shared(train, textsOf(real.ofLength(length)))).toEqual([]);
  });

  test('of a length are of this length, held out, and of all that there are of it', () => {
    for (const length of measuredLengths(sequenceTasks.language)) {
      const texts = textsOf(sets.ofLength(length));
      const there = words
        .flatMap(({ test: short, long }) => [...short, ...long])
        .filter((word) => word.length === length);
      expect(texts).toHaveLength(Math.min(200, there.length));
      expect(texts.every((text) => text.length === length)).toBe(true);
      expect(shared(there, texts)).toHaveLength(texts.length);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  test('are as many as asked for or as there are, each once, and none longer than is trained on', () => {
    expect([sets.train.count, sets.test.count]).toEqual([6 * 160, 6 * 40]);
    const four = wordSets(words, 2000, 4, 1);
    expect([four.train.count, four.test.count]).toEqual([6 * 80, 6 * 20]);
    expect(four.batches.size).toBe(4);
    for (const text of [...textsOf(four.train), ...textsOf(four.test)])
      expect(text.length).toBeLessThanOrEqual(4);
    expect(new Set(textsOf(sets.train)).size).toBe(960);
    const few = wordSets(words, 100, 6, 1);
    expect(textsOf(few.train)).toEqual(textsOf(sets.train).slice(0, 100));
    // A fair sample: every language is among the first hundred.
    expect(new Set(readAll(few.train).map(({ asked }) => asked.at(-1))).size).toBe(6);
    expect(() => wordSets(words, 100, 2, 1)).toThrow(expect.objectContaining({ code: 'bad-message' }));
  });

  test('are mixed by the seed', () => {
    expect(contents(wordSets(words, 500, 6, 1), 8)).toEqual(contents(wordSets(words, 500, 6, 1), 8));
    const other = contents(wordSets(words, 500, 6, 2), 8);
    contents(wordSets(words, 500, 6, 1), 8).forEach(({ inputs }, at) => {
      expect(inputs).not.toEqual(other[at]?.inputs);
    });
  });
});

describe('strings of symbols', () => {
  test('of the parity task are judged at each step by the ones so far', () => {
    const sets = symbolSets('parity', 300, 8, 1);
    for (const examples of [sets.batches, sets.train, sets.test, sets.ofLength(12)])
      for (const { symbols, asked } of readAll(examples)) {
        expect(symbols.every((symbol) => symbol === 0 || symbol === 1)).toBe(true);
        symbols.forEach((_, at) => {
          const ones = symbols.slice(0, at + 1).filter((symbol) => symbol === 1).length;
          expect(asked[at]).toBe(ones % 2);
        });
      }
  });

  test('of the other tasks are judged at their end only: by the first symbol, or by the third', () => {
    for (const [task, trained, at] of [
      ['first', 10, 0],
      ['third', 12, 2],
    ] as const) {
      const sets = symbolSets(task, 300, trained, 1);
      const { symbols: kinds } = sequenceTasks[task];
      for (const examples of [sets.batches, sets.train, sets.test, sets.ofLength(12)])
        for (const { symbols, asked } of readAll(examples)) {
          expect(asked.slice(0, -1)).toEqual(new Array(asked.length - 1).fill(-1));
          expect(asked.at(-1)).toBe(symbols[at]);
          expect(symbols.every((symbol) => Number.isInteger(symbol) && symbol >= 0 && symbol < kinds)).toBe(
            true,
          );
        }
      // No class is left out.
      expect(new Set(readAll(sets.train).map(({ asked }) => asked.at(-1))).size).toBe(kinds);
    }
  });

  test('have every length that is trained on and no other; of a length, just this one', () => {
    for (const task of TASKS) {
      const { shortest, longest, reads } = sequenceTasks[task];
      const sets = symbolSets(task, 500, longest, 1);
      const there = Array.from({ length: longest - shortest + 1 }, (_, at) => shortest + at);
      for (const examples of [sets.batches, sets.train, sets.test]) {
        const lengths = new Set(readAll(examples).map(({ symbols }) => symbols.length));
        expect(
          [...lengths].sort((one, other) => one - other),
          task,
        ).toEqual(there);
      }
      for (const length of measuredLengths(sequenceTasks[task])) {
        const examples = sets.ofLength(length);
        expect([examples.count, examples.size]).toEqual([200, reads]);
        expect(readAll(examples).every(({ symbols }) => symbols.length === length)).toBe(true);
      }
    }
  });

  test('are as many as asked for, and 2,000 to test', () => {
    const sets = symbolSets('first', 123, 10, 1);
    expect([sets.batches.count, sets.train.count, sets.test.count]).toEqual([123, 123, 2000]);
  });

  test('are made from the seed, set by set', () => {
    for (const task of TASKS) {
      const { longest } = sequenceTasks[task];
      const of = (seed: number) => contents(symbolSets(task, 100, longest, seed), longest);
      expect(of(1)).toEqual(of(1));
      of(1).forEach(({ inputs }, at) => {
        expect(inputs, task).not.toEqual(of(2)[at]?.inputs);
      });
      const sets = symbolSets(task, 100, longest, 1);
      expect(inputsOf(sets.test, 0, 100)).not.toEqual(inputsOf(sets.train, 0, 100));
      expect(inputsOf(sets.ofLength(longest), 0, 100)).not.toEqual(inputsOf(sets.test, 0, 100));
    }
  });
});

test('batches are of the training sequences, cut where training stops unrolling', () => {
  for (const sets of [
    wordSets(words, 200, 5, 1),
    symbolSets('parity', 200, 6, 1),
    symbolSets('first', 200, 7, 1),
  ]) {
    const { batches, train } = sets;
    expect(batches.size).toBeLessThan(train.size);
    expect(readAll(batches)).toEqual(readAll(train));
  }
});

test('a batch holds inputs and labels of the examples drawn, whatever was in the arrays before', () => {
  const { batches } = wordSets(words, 50, 6, 1);
  const known = new Set(readAll(batches).map((each) => JSON.stringify(each)));
  const batch = makeBatch(batches, 1, 3, 16);
  expect([batch.step, batch.inputs.length, batch.labels.length]).toEqual([3, 16 * 6, 16 * 6]);
  const drawn: Examples = {
    ...batches,
    count: 16,
    labels: batch.labels,
    write: (index, into) => into.set(batch.inputs.subarray(index * 6, (index + 1) * 6)),
  };
  for (const each of readAll(drawn)) expect(known).toContain(JSON.stringify(each));
  const into = new Float32Array(6).fill(7);
  const short = readAll(batches).findIndex(({ symbols }) => symbols.length === 3);
  batches.write(short, into);
  expect([...into.subarray(3)]).toEqual([-1, -1, -1]);
});
