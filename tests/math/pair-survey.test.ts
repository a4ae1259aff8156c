/** What is read off the survey of the test pairs, by its laws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flippedShare, measuredPairs, separationOf, swapEffect } from '../../src/math/pair-survey';
import { areaUnderRoc } from '../../src/math/roc';

const distance = fc.double({ min: 0, max: 3, noNaN: true });
const pair = fc.tuple(distance, distance, distance, distance);
const pairs = fc.array(pair, { minLength: 2, maxLength: 40 });

const measured = (rows: readonly (readonly number[])[]) => {
  const found = measuredPairs(rows.flat());
  if (!found) throw new Error('Two pairs are one of each kind.');
  return found;
};

describe('the measured pairs', () => {
  it('are those without a gap, the even ones of one person', () => {
    const gap = [Number.NaN, 1, 1, 1];
    const rows = [[0.1, 0.2, 0, 5], [0.9, 0.8, 0, 6], gap, [0.7, 0.6, 0, 7], [0.3, 0.4, 0, 8], gap];
    const { count, ab, ba, raw } = measured(rows);
    expect(count).toBe(4);
    expect([...ab.same, ...ab.different]).toEqual([0.1, 0.3, 0.9, 0.7]);
    expect([...ba.same, ...ba.different]).toEqual([0.2, 0.4, 0.8, 0.6]);
    expect([...raw.different]).toEqual([6, 7]);
  });

  it('are nothing while a kind is missing', () => {
    expect(measuredPairs([])).toBeNull();
    expect(measuredPairs([1, 1, 0, 1])).toBeNull();
    expect(measuredPairs([1, 1, 0, 1, Number.NaN, 1, 0, 1])).toBeNull();
  });
});

describe('a swap', () => {
  it('changes nothing where both orders have the same distance', () => {
    fc.assert(
      fc.property(pairs, distance, (rows, threshold) => {
        const symmetric = measured(rows.map(([ab, , , raw]) => [ab, ab, 0, raw]));
        expect(swapEffect(symmetric)).toMatchObject({ asymmetry: 0, self: 0 });
        expect(flippedShare(symmetric, threshold)).toBe(0);
        expect(swapEffect(symmetric).swappedArea).toBe(
          areaUnderRoc(symmetric.ab.same, symmetric.ab.different),
        );
      }),
    );
  });

  it('has the same effect read from the other side, on its scale', () => {
    fc.assert(
      fc.property(pairs, distance, (rows, threshold) => {
        const [there, back] = [measured(rows), measured(rows.map(([ab, ba, aa, raw]) => [ba, ab, aa, raw]))];
        expect(flippedShare(there, threshold)).toBe(flippedShare(back, threshold));
        expect(swapEffect(back).swappedArea).toBeCloseTo(separationOf(there.ab).area, 12);
      }),
    );
  });

  it('is measured in the mean distance of different people: the unit does not matter', () => {
    // In thousandths: of nearly equal doubles the difference is mostly rounding, and scales as it likes.
    const thousandths = fc.integer({ min: 0, max: 3000 }).map((count) => count / 1000);
    const row = fc.tuple(thousandths, thousandths, thousandths, thousandths);
    const manyRows = fc.array(row, { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(manyRows, fc.double({ min: 0.1, max: 10, noNaN: true }), (rows, factor) => {
        const scaled = rows.map((row) => row.map((value) => value * factor));
        const [one, other] = [swapEffect(measured(rows)), swapEffect(measured(scaled))];
        if (!Number.isFinite(one.asymmetry)) return;
        expect(Math.abs(other.asymmetry - one.asymmetry)).toBeLessThanOrEqual(1e-9 * one.asymmetry);
      }),
    );
  });

  it('flips a verdict only where the threshold lies between both orders', () => {
    const rows = [
      [0.2, 0.6, 0, 1],
      [0.7, 0.9, 0, 1],
      [0.5, 0.5, 0, 1],
      [0.3, 0.1, 0, 1],
    ];
    expect(flippedShare(measured(rows), 0.4)).toBe(0.25);
    expect(flippedShare(measured(rows), 0.2)).toBe(0.5);
    expect(flippedShare(measured(rows), 5)).toBe(0);
    expect(flippedShare(measured(rows), Number.NaN)).toBeNaN();
  });

  it('by hand', () => {
    const rows = [
      [0.2, 0.4, 0.1, 1],
      [1, 0.6, 0.3, 1],
    ];
    const { asymmetry, self, swappedArea } = swapEffect(measured(rows));
    expect([asymmetry, self]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.2, 12)]);
    expect(swappedArea).toBe(1);
  });
});
