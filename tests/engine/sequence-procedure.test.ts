/** Sequences: what counts as right, what a network answers, what a survey measures. */
import { describe, expect, test } from 'vitest';
import { type Examples, inputsOf } from '../../src/engine/data/examples';
import { symbolSets, wordSets } from '../../src/engine/data/sequences';
import { sequenceProcedure } from '../../src/engine/procedures/sequences';
import type { TrainedNetwork } from '../../src/engine/trained-network';
import { measuredLengths, sequenceTasks } from '../../src/spec/sequence-tasks';
import { ruleOfThumb } from './rule-of-thumb';
import { madeUpWords } from './small-data';

const badMessage = expect.objectContaining({ code: 'bad-message' });

describe('sequences', () => {
  const { symbols, classes, hidden, reads } = sequenceTasks.first;
  const lengthOf = (input: Float32Array) => (input.indexOf(-1) < 0 ? input.length : input.indexOf(-1));

  /** A network of the task of the first symbol: `say` names its class at each step; states are 100 * step + unit. */
  const saying = (say: (input: Float32Array, step: number) => number) =>
    ruleOfThumb(reads * (classes + hidden), (input) => {
      expect(input).toHaveLength(reads);
      return Array.from({ length: reads }, (_, step) => [
        ...Array.from({ length: classes }, (_, at) => (at === say(input, step) ? 1 : 0)),
        ...Array.from({ length: hidden }, (_, unit) => 100 * step + unit),
      ]).flat();
    });
  const sets = symbolSets('first', 250, 10, 1);
  const procedure = sequenceProcedure(sets, sequenceTasks.first);
  const lengths = measuredLengths(sequenceTasks.first);
  const all = (network: TrainedNetwork, examples: Examples) =>
    (procedure.correct(network, examples, 0, examples.count)[0] ?? 0) / examples.count;

  test('right is the class after the last symbol, whatever is said before it or after', () => {
    const late = saying((input, step) =>
      step === lengthOf(input) - 1 ? (input[0] as number) : ((input[0] as number) + 1) % 4,
    );
    expect(all(late, procedure.test)).toBe(1);
    const early = saying((input, step) =>
      step < lengthOf(input) - 1 ? (input[0] as number) : ((input[0] as number) + 1) % 4,
    );
    expect(all(early, procedure.test)).toBe(0);
    const always = saying(() => 2);
    const twos = Array.from(
      { length: procedure.test.count },
      (_, at) => inputsOf(procedure.test, at, at + 1)[0] === 2,
    );
    expect(procedure.correct(always, procedure.test, 37, 301)[0]).toBe(
      twos.slice(37, 301).filter(Boolean).length,
    );
  });

  test('of a task that is judged at every step, only the last step counts', () => {
    const shape = sequenceTasks.parity;
    const parity = sequenceProcedure(symbolSets('parity', 50, 8, 1), shape);
    const ones = (input: Float32Array) => input.filter((symbol) => symbol === 1).length;
    const rule = (wrong: number) =>
      ruleOfThumb(shape.reads * (2 + shape.hidden), (input) =>
        Array.from({ length: shape.reads }, (_, step) => {
          const right = (ones(input.subarray(0, step + 1)) + (step === lengthOf(input) - 1 ? wrong : 1)) % 2;
          return [1 - right, right, ...new Array(shape.hidden).fill(9)];
        }).flat(),
      );
    expect(parity.correct(rule(0), parity.test, 0, 2000)[0]).toBe(2000);
    expect(parity.correct(rule(1), parity.test, 0, 2000)[0]).toBe(0);
  });

  test('the survey is the accuracy by length: its cells are the lengths, from the shortest on', () => {
    expect(procedure.survey).toMatchObject({ width: 1, order: lengths.map((_, cell) => cell) });
    const untilSeven = saying((input) => (lengthOf(input) <= 7 ? (input[0] as number) : -1));
    const measured = procedure.survey.order.map((cell) =>
      Array.from(procedure.survey.measure(untilSeven, cell)),
    );
    // Where no output is larger than the others, the first class is said.
    lengths.forEach((length, cell) => {
      const examples = sets.ofLength(length);
      const zeros = Array.from(
        { length: examples.count },
        (_, at) => inputsOf(examples, at, at + 1)[0] === 0,
      );
      expect(measured[cell]).toEqual([length <= 7 ? 1 : zeros.filter(Boolean).length / examples.count]);
    });
    expect(() => procedure.survey.measure(untilSeven, lengths.length)).toThrow(RangeError);
  });

  test('an answer has probabilities and the state after each symbol, and is what is said after the last', () => {
    const network = saying((input, step) => input[step] as number);
    const said = procedure.answer(network, Float32Array.of(3, 0, 1));
    if (said.kind !== 'sequence') throw new Error(said.kind);
    expect([said.probabilities.length, said.states.length]).toEqual([3 * classes, 3 * hidden]);
    const rows = [0, 1, 2].map((step) => said.probabilities.slice(step * classes, (step + 1) * classes));
    rows.forEach((row, step) => {
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
      expect(row.indexOf(Math.max(...row))).toBe([3, 0, 1][step]);
    });
    expect(said.answer).toEqual(rows[2]);
    said.states.forEach((value, at) => {
      expect(value).toBe(100 * Math.floor(at / hidden) + (at % hidden));
    });
    expect(procedure.answer(network, new Float32Array(reads).fill(1)).answer).toHaveLength(classes);
  });

  test('a sequence has at least one symbol, at most as many as are read, and only those of the task', () => {
    const network = saying(() => 0);
    for (const input of [[], new Array(reads + 1).fill(0), [symbols], [-1], [0, 0.5], [0, Number.NaN]])
      expect(() => procedure.answer(network, Float32Array.from(input)), `${input}`).toThrow(badMessage);
  });

  test('words are surveyed at 3 to 12 letters', () => {
    const language = sequenceProcedure(wordSets(madeUpWords(), 100, 6, 1), sequenceTasks.language);
    expect(language.survey.order).toHaveLength(10);
    expect(measuredLengths(sequenceTasks.language)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect([language.train.count, language.batches.count, language.batches.size]).toEqual([100, 100, 6]);
  });
});
