/** Digits: what counts as right, what a network answers, what a survey measures. One network here has trained. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { digitPixels } from '../../src/engine/data/digit-file';
import { digitProcedure } from '../../src/engine/procedures/digits';
import { createSession } from '../../src/engine/session';
import { realDigits } from './real-digits';
import { ruleOfThumb } from './rule-of-thumb';
import { clock, dataOf, flagshipExperiment, noiseDigits, openBackend } from './support';

const badMessage = expect.objectContaining({ code: 'bad-message' });

describe('digits', () => {
  const digits = realDigits();
  let backend: EngineBackend;
  beforeAll(async () => {
    backend = await openBackend('cpu');
  });

  test('the survey is the accuracy on 100 held-out digits at each place, counted by hand', () => {
    for (const variant of ['roaming', 'centred'] as const) {
      const spec = flagshipExperiment({ data: { kind: 'digits', variant, examples: 500 } });
      const session = createSession({ spec, data: dataOf(digits), backend, clock });
      session.train('shared', 25);
      const measured = [0, 14, 52, 112, 224].map((cell) => {
        const [row, column] = [Math.floor(cell / 15), cell % 15];
        let right = 0;
        for (let index = 0; index < 100; index++) {
          const { answer } = session.predict(
            'shared',
            atPlace(digitPixels(digits.test, index), variant, row, column),
          );
          if (answer.indexOf(Math.max(...answer)) === digits.test.labels[index]) right++;
        }
        const [accuracy, ...more] = Array.from(session.measure('shared', cell));
        expect(more).toEqual([]);
        expect(accuracy, `${variant} at ${row}, ${column}`).toBe(right / 100);
        return accuracy;
      });
      // It has learnt something, and not the same everywhere.
      expect(Math.max(...(measured as number[]))).toBeGreaterThan(0.15);
      expect(new Set(measured).size).toBeGreaterThan(2);
      session.dispose();
    }
  });

  test('the survey has each of 15x15 places once, coarse ones first', () => {
    const { survey } = digitProcedure(noiseDigits(10, 10), { variant: 'roaming', examples: 10 }, 1);
    expect(survey.width).toBe(1);
    expect([...survey.order].sort((one, other) => one - other)).toEqual(
      Array.from({ length: 225 }, (_, cell) => cell),
    );
    const places = survey.order.map((cell) => `${Math.floor(cell / 15)} ${cell % 15}`);
    expect(places.slice(0, 5)).toEqual(['0 0', '0 4', '0 8', '0 12', '4 0']);
    expect(places[16]).toBe('0 2');
    expect(places.slice(0, 64).every((place) => place.split(' ').every((at) => Number(at) % 2 === 0))).toBe(
      true,
    );
  });

  test('where there are fewer digits than 100, the survey is of all of them', () => {
    const few = noiseDigits(10, 7);
    const { survey } = digitProcedure(few, { variant: 'roaming', examples: 10 }, 1);
    const always = (digit: number) =>
      ruleOfThumb(10, () => Array.from({ length: 10 }, (_, at) => (at === digit ? 1 : 0)));
    const shares = Array.from(
      { length: 10 },
      (_, digit) => Array.from(survey.measure(always(digit), 3))[0] as number,
    );
    shares.forEach((share, digit) => {
      expect(share).toBe(few.test.labels.filter((label) => label === digit).length / 7);
    });
  });

  test('right is what has the largest output where the label is; numbers that are none are never right', () => {
    const few = noiseDigits(40, 230);
    const procedure = digitProcedure(few, { variant: 'centred', examples: 30 }, 1);
    expect([procedure.train.count, procedure.test.count, procedure.batches]).toEqual([
      30,
      230,
      procedure.train,
    ]);
    const seven = ruleOfThumb(10, () => [0, 0, 0, 0, 0, 0, 0, 0.1, -1, 0]);
    const sevens = [...few.test.labels].map((label) => (label === 7 ? 1 : 0));
    for (const [from, until] of [
      [0, 230],
      [0, 100],
      [99, 205],
      [5, 5],
    ] as const)
      expect(procedure.correct(seven, procedure.test, from, until)[0]).toBe(
        sevens.slice(from, until).reduce<number>((sum, one) => sum + one, 0),
      );
    const broken = ruleOfThumb(10, () => new Array(10).fill(Number.NaN));
    expect(procedure.correct(broken, procedure.test, 0, 230)[0]).toBe(0);
  });

  test('a picture has 784 pixels', () => {
    const { answer } = digitProcedure(noiseDigits(10, 10), { variant: 'roaming', examples: 10 }, 1);
    const network = ruleOfThumb(10, () => new Array(10).fill(0));
    for (const size of [0, 783, 785, 1568])
      expect(() => answer(network, new Float32Array(size))).toThrow(badMessage);
  });
});

/** A digit at a place of the map: halved, its top left pixel there; or as it is, moved off the middle. */
function atPlace(
  pixels: Float32Array,
  variant: 'roaming' | 'centred',
  row: number,
  column: number,
): Float32Array {
  const canvas = new Float32Array(784);
  const ink = (y: number, x: number) =>
    y >= 0 && y < 28 && x >= 0 && x < 28 ? (pixels[y * 28 + x] as number) : 0;
  for (let y = 0; y < 28; y++)
    for (let x = 0; x < 28; x++) {
      const [top, left] = [2 * (y - row), 2 * (x - column)];
      canvas[y * 28 + x] =
        variant === 'centred'
          ? ink(y - (row - 7), x - (column - 7))
          : (ink(top, left) + ink(top, left + 1) + ink(top + 1, left) + ink(top + 1, left + 1)) / 4;
    }
  return canvas;
}
