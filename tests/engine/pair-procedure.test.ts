/** Pairs: what counts as right, what a network answers, what a survey measures. */
import { describe, expect, test } from 'vitest';
import { type Examples, inputsOf } from '../../src/engine/data/examples';
import { pairSets } from '../../src/engine/data/pairs';
import { pairProcedure } from '../../src/engine/procedures/pairs';
import { bestThreshold } from '../../src/math/roc';
import { ruleOfThumb } from './rule-of-thumb';
import { madeUpFaces } from './small-data';

const badMessage = expect.objectContaining({ code: 'bad-message' });

describe('pairs', () => {
  const sets = pairSets(madeUpFaces(), 'faces', 60, 1);
  const PIXELS = 64;
  const mean = (pixels: Float32Array) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
  const points = ([one, other]: readonly [Float32Array, Float32Array], scale: number) => [
    scale * mean(one),
    scale * (one[0] as number),
    // The second tower is another one.
    scale * 2 * mean(other),
    scale * (other[5] as number),
  ];
  const halves = (input: Float32Array) => [input.subarray(0, PIXELS), input.subarray(PIXELS)] as const;
  const network = (scale = () => 1, version = () => 0) =>
    ruleOfThumb(4, (input) => points(halves(input), scale()), version);
  const apart = (pair: readonly [Float32Array, Float32Array], scale = 1) => {
    const [a = 0, b = 0, c = 0, d = 0] = Float32Array.from(points(pair, scale));
    return Math.hypot(a - c, b - d);
  };
  const pairOf = (examples: Examples, index: number) => halves(inputsOf(examples, index, index + 1));
  const distancesOf = (examples: Examples) =>
    Float32Array.from({ length: examples.count }, (_, index) => apart(pairOf(examples, index)));
  /** The one that sorts most of the threshold pairs rightly. */
  const threshold = bestThreshold(
    distancesOf(sets.threshold).filter((_, index) => index % 2 === 0),
    distancesOf(sets.threshold).filter((_, index) => index % 2 === 1),
  );

  test('right is a distance on the right side of the threshold that fits other people best', () => {
    const procedure = pairProcedure(sets);
    for (const name of ['train', 'test'] as const) {
      const examples = sets[name];
      const right = Array.from(distancesOf(examples), (distance, index) =>
        Math.abs(distance - threshold) < 1e-6
          ? Number.NaN
          : distance <= threshold === (index % 2 === 0)
            ? 1
            : 0,
      );
      for (const [from, until] of [
        [0, examples.count],
        [13, 58],
      ] as const)
        expect(procedure.correct(network(), examples, from, until)[0]).toBe(
          right.slice(from, until).reduce<number>((sum, one) => sum + one, 0),
        );
    }
  });

  test('the threshold is fitted anew when the weights have changed, and only then', () => {
    const procedure = pairProcedure(sets);
    let [scale, version] = [1, 0];
    const one = network(
      () => scale,
      () => version,
    );
    const thresholdNow = () => {
      const said = procedure.answer(one, inputsOf(sets.test, 0, 1));
      return said.kind === 'pairs' ? said.threshold : Number.NaN;
    };
    expect(thresholdNow()).toBeCloseTo(threshold, 5);
    scale = 10;
    expect(thresholdNow()).toBeCloseTo(threshold, 5);
    version = 1;
    expect(thresholdNow()).toBeCloseTo(10 * threshold, 4);
    // Another network has its own.
    const other = procedure.answer(network(), inputsOf(sets.test, 0, 1));
    expect(other).toMatchObject({ kind: 'pairs', threshold: expect.closeTo(threshold, 5) });
  });

  test('an answer has the points of both pictures of each pair and their distances', () => {
    const procedure = pairProcedure(sets);
    for (const count of [1, 3]) {
      const said = procedure.answer(network(), inputsOf(sets.test, 4, 4 + count));
      if (said.kind !== 'pairs') throw new Error(said.kind);
      const expected = Array.from({ length: count }, (_, at) => points(pairOf(sets.test, 4 + at), 1)).flat();
      expect([...said.points]).toEqual([...Float32Array.from(expected)]);
      expect([...said.answer]).toEqual(
        Array.from({ length: count }, (_, at) => expect.closeTo(apart(pairOf(sets.test, 4 + at)), 6)),
      );
    }
    for (const size of [0, 64, 127, 129, 200])
      expect(() => procedure.answer(network(), new Float32Array(size))).toThrow(badMessage);
  });

  test('the survey has four distances a pair: of both orders, of a picture to itself, and of the raw pixels', () => {
    const { survey } = pairProcedure(sets);
    expect([survey.order, survey.width]).toEqual([Array.from({ length: 40 }, (_, cell) => cell), 200]);
    for (const cell of [0, 17, 39]) {
      const measured = survey.measure(network(), cell);
      expect(measured).toHaveLength(200);
      for (let row = 0; row < 50; row++) {
        const [one, other] = pairOf(sets.test, 50 * cell + row);
        const raw = Math.hypot(...one.map((value, at) => value - (other[at] as number)));
        const expected = [apart([one, other]), apart([other, one]), apart([one, one]), raw];
        expected.forEach((distance, column) => {
          expect(measured[4 * row + column]).toBeCloseTo(distance, 5);
        });
      }
    }
  });

  test('with turned pictures the swapped pair is the turned picture first', () => {
    const turnedSets = pairSets(madeUpFaces(), 'turned', 10, 1);
    const measured = pairProcedure(turnedSets).survey.measure(network(), 2);
    for (let row = 0; row < 50; row++) {
      const [one, other] = pairOf(turnedSets.test, 100 + row);
      expect(measured[4 * row]).toBeCloseTo(apart([one, other]), 5);
      expect(measured[4 * row + 1]).toBeCloseTo(apart([other, one]), 5);
    }
  });

  test('a last cell with fewer pairs ends in no numbers', () => {
    const few = pairProcedure({
      ...sets,
      test: { ...sets.test, count: 60 },
      swapped: { ...sets.swapped, count: 60 },
    });
    expect(few.survey.order).toEqual([0, 1]);
    const measured = Array.from(few.survey.measure(network(), 1));
    expect(measured).toHaveLength(200);
    expect(measured.slice(0, 40).every(Number.isFinite)).toBe(true);
    expect(measured.slice(40).every(Number.isNaN)).toBe(true);
  });

  test('of a network that has diverged there is no threshold, and no exception', () => {
    const procedure = pairProcedure(sets);
    const broken = ruleOfThumb(4, () => new Array(4).fill(Number.NaN));
    expect(procedure.answer(broken, inputsOf(sets.test, 0, 1))).toMatchObject({ threshold: Number.NaN });
    expect(() => procedure.correct(broken, sets.test, 0, 100)).not.toThrow();
    expect(Array.from(procedure.survey.measure(broken, 0)).filter(Number.isFinite)).toHaveLength(50);
  });
});
