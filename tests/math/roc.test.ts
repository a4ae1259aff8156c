/** The curve of a distance, its area, its balance and its best threshold, against counting every pair. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaUnderRoc, bestThreshold, equalErrorRate, rocCurve } from '../../src/math/roc';

/** Few different values, so that ties are common, or any number at all. */
const distance = fc.oneof(
  fc.integer({ min: 0, max: 6 }).map((value) => value / 4),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const distances = fc.array(distance, { minLength: 1, maxLength: 30 });
const holds = (law: (same: number[], different: number[]) => void) =>
  fc.assert(fc.property(distances, distances, law), { numRuns: 300 });

const share = (some: number[], threshold: number) => some.filter((d) => d <= threshold).length / some.length;
const right = (same: number[], different: number[], threshold: number) =>
  same.filter((d) => d <= threshold).length + different.filter((d) => d > threshold).length;

test('the area is the share of pairs of pairs in the right order, ties counting half', () => {
  holds((same, different) => {
    const won = same.flatMap((s) => different.map((d) => (s < d ? 1 : s === d ? 0.5 : 0)));
    const mean = won.reduce<number>((sum, value) => sum + value, 0) / won.length;
    expect(areaUnderRoc(same, different)).toBeCloseTo(mean, 12);
  });
});

test('the area is that under the straight lines of the curve', () => {
  holds((same, different) => {
    const curve = rocCurve(same, different);
    const area = curve.slice(1).reduce((sum, point, at) => {
      const before = curve[at] ?? point;
      return sum + ((point.mistaken - before.mistaken) * (point.accepted + before.accepted)) / 2;
    }, 0);
    expect(areaUnderRoc(same, different)).toBeCloseTo(area, 12);
  });
});

test('swapping the kinds mirrors the area; order and number type change nothing', () => {
  holds((same, different) => {
    const area = areaUnderRoc(same, different);
    expect(areaUnderRoc(different, same)).toBeCloseTo(1 - area, 12);
    expect(areaUnderRoc([...same].reverse(), Float64Array.from(different))).toBe(area);
  });
});

test('the curve rises from (0, 0) to (1, 1), and each point counts what its threshold accepts', () => {
  holds((same, different) => {
    const curve = rocCurve(same, different);
    expect(curve[0]).toEqual({ threshold: Number.NEGATIVE_INFINITY, accepted: 0, mistaken: 0 });
    expect(curve.at(-1)).toMatchObject({ accepted: 1, mistaken: 1 });
    expect(curve).toHaveLength(1 + new Set([...same, ...different]).size);
    curve.slice(1).forEach((point, at) => {
      const before = curve[at] ?? point;
      expect(point.threshold).toBeGreaterThan(before.threshold);
      expect(point.accepted + point.mistaken).toBeGreaterThan(before.accepted + before.mistaken);
      expect(point.accepted).toBe(share(same, point.threshold));
      expect(point.mistaken).toBe(share(different, point.threshold));
    });
  });
});

test('kinds that are apart have area 1 and error 0; the wrong way round 0 and 1; alike a half and a half', () => {
  const [near, far] = [
    [0, 0.1, 0.2],
    [0.4, 0.5],
  ];
  expect(areaUnderRoc(near, far)).toBe(1);
  expect(equalErrorRate(near, far)).toEqual({ rate: 0, threshold: 0.2 });
  expect(bestThreshold(near, far)).toBeCloseTo(0.3, 12);
  expect(areaUnderRoc(far, near)).toBe(0);
  expect(equalErrorRate(far, near).rate).toBe(1);
  holds((same) => {
    expect(areaUnderRoc(same, same)).toBe(0.5);
    expect(equalErrorRate(same, same).rate).toBeCloseTo(0.5, 12);
  });
});

test('the equal error rate lies on the curve, where the two errors cross', () => {
  holds((same, different) => {
    const { rate, threshold } = equalErrorRate(same, different);
    const curve = rocCurve(same, different);
    const after = curve.findIndex((point) => point.mistaken + point.accepted >= 1);
    const [low, high] = [curve[after - 1], curve[after]];
    if (!low || !high) throw new Error('no crossing');
    // Errors at the two ends of the line that crosses.
    expect(rate).toBeGreaterThanOrEqual(Math.max(low.mistaken, 1 - high.accepted) - 1e-12);
    expect(rate).toBeLessThanOrEqual(Math.min(high.mistaken, 1 - low.accepted) + 1e-12);
    expect(threshold).toBeGreaterThanOrEqual(low.threshold);
    expect(threshold).toBeLessThanOrEqual(high.threshold);
    // On the line: its point at this height has the same share refused.
    const run = high.mistaken - low.mistaken;
    if (run > 0) {
      const accepted = low.accepted + ((rate - low.mistaken) / run) * (high.accepted - low.accepted);
      expect(1 - accepted).toBeCloseTo(rate, 9);
    } else expect(rate).toBe(low.mistaken);
  });
});

test('an error rate between two points is interpolated, and the threshold with it', () => {
  // At 1 nothing is mistaken and half refused; at 2 half is mistaken and nothing refused.
  expect(equalErrorRate([1, 2], [2, 3])).toEqual({ rate: 0.25, threshold: 1.5 });
});

test('no threshold sorts more pairs rightly than the best one, and no smaller one as many', () => {
  holds((same, different) => {
    const best = bestThreshold(same, different);
    const most = right(same, different, best);
    const all = [...same, ...different];
    for (const other of [0, ...all, ...all.map((d) => d / 2)]) {
      expect(right(same, different, other)).toBeLessThanOrEqual(most);
      const apart = all.some((d) => d <= other !== d <= best);
      if (other < best && apart) expect(right(same, different, other)).toBeLessThan(most);
    }
  });
});

test('the best threshold is midway, at the ends half the smallest or the largest distance', () => {
  expect(bestThreshold([1, 2], [4, 5])).toBe(3);
  expect(bestThreshold([3], [2])).toBe(1);
  expect(bestThreshold([3, 3], [2])).toBe(3);
  expect(bestThreshold([1, 3], [2, 4])).toBe(1.5);
  expect(bestThreshold([0], [0])).toBe(0);
});

test('missing pairs and distances that are none are refused', () => {
  for (const measure of [rocCurve, areaUnderRoc, equalErrorRate, bestThreshold]) {
    expect(() => measure([], [1])).toThrow(RangeError);
    expect(() => measure([1], [])).toThrow(RangeError);
    for (const bad of [Number.NaN, -1, Number.POSITIVE_INFINITY])
      expect(() => measure([1, bad], [1])).toThrow(RangeError);
  }
});
