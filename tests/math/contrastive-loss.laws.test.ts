/** The loss of pairs: what it asks of points, and its gradient against finite differences. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastiveLoss, contrastiveLossGradient, pairDistances } from '../../src/math/contrastive-loss';

type Pairs = {
  readonly dimensions: number;
  /** [pairs, 2, dimensions] */
  readonly points: readonly number[];
  readonly labels: readonly number[];
};

const coordinate = fc.double({ min: -1.5, max: 1.5, noNaN: true });

/** Pairs of any number and dimension, near and far, of the same and of others. */
const pairs: fc.Arbitrary<Pairs> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([dimensions, count]) =>
    fc.record({
      dimensions: fc.constant(dimensions),
      points: fc.array(coordinate, { minLength: 2 * count * dimensions, maxLength: 2 * count * dimensions }),
      labels: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: count, maxLength: count }),
    }),
  );
const holds = (law: (pairs: Pairs) => void) => fc.assert(fc.property(pairs, law), { numRuns: 300 });

const withSwappedPoints = ({ points, dimensions }: Pairs, values: ArrayLike<number> = points) =>
  Array.from(
    values,
    (_, at) => values[at + (Math.floor(at / dimensions) % 2 === 0 ? dimensions : -dimensions)],
  ) as number[];

/** -0 is 0. */
const unsigned = (values: Float32Array) => Array.from(values, (value) => value + 0);

test('distances are Euclidean', () => {
  expect([...pairDistances([0, 0, 3, 4, 1, 1, 1, 1], 2)]).toEqual([5, 0]);
  expect([...pairDistances([2, -1], 1)]).toEqual([3]);
});

test('pairs of the same cost the square of their distance, others what they fall short of 1, squared', () => {
  const loss = (distance: number, label: number) => contrastiveLoss([0, distance], [label], 1);
  for (const distance of [0, 0.25, 1, 3]) expect(loss(distance, 1)).toBe(distance ** 2);
  expect([0, 0.25, 1, 3].map((distance) => loss(distance, 0))).toEqual([1, 0.75 ** 2, 0, 0]);
});

test('the loss is the mean over the pairs', () => {
  holds(({ points, labels, dimensions }) => {
    const each = labels.map((label, pair) =>
      contrastiveLoss(points.slice(2 * pair * dimensions, 2 * (pair + 1) * dimensions), [label], dimensions),
    );
    const mean = each.reduce((sum, loss) => sum + loss, 0) / each.length;
    expect(contrastiveLoss(points, labels, dimensions)).toBeCloseTo(mean, 10);
  });
});

test('the gradient is the slope of the loss', () => {
  holds(({ points, labels, dimensions }) => {
    // On one point others part in no direction: the loss has a tip there, and no slope.
    fc.pre(pairDistances(points, dimensions).every((distance) => distance > 0.05));
    const gradient = contrastiveLossGradient(points, labels, dimensions);
    points.forEach((_, at) => {
      const moved = (by: number) =>
        contrastiveLoss(points.with(at, (points[at] as number) + by), labels, dimensions);
      expect((moved(1e-6) - moved(-1e-6)) / 2e-6).toBeCloseTo(gradient[at] as number, 4);
    });
  });
});

test('swapping the points of each pair changes no loss and swaps their gradients, which are each other negated', () => {
  holds((all) => {
    const { points, labels, dimensions } = all;
    const swapped = withSwappedPoints(all);
    expect(contrastiveLoss(swapped, labels, dimensions)).toBe(contrastiveLoss(points, labels, dimensions));
    const gradient = unsigned(contrastiveLossGradient(points, labels, dimensions));
    const other = unsigned(contrastiveLossGradient(swapped, labels, dimensions));
    expect(other).toEqual(withSwappedPoints(all, gradient));
    gradient.forEach((value, at) => {
      expect(value + (other[at] as number)).toBe(0);
    });
  });
});

test('a step down the gradient brings the same together and parts others that are nearer than 1, and no others', () => {
  holds(({ points, labels, dimensions }) => {
    const before = pairDistances(points, dimensions);
    const gradient = contrastiveLossGradient(points, labels, dimensions);
    // So small that no pair passes through its own middle.
    const after = pairDistances(
      points.map((value, at) => value - 0.2 * (gradient[at] as number)),
      dimensions,
    );
    labels.forEach((label, pair) => {
      const [was, is] = [before[pair] as number, after[pair] as number];
      if (label === 0 && was >= 1) expect(is).toBe(was);
      else if (was > 1e-3 && was < 0.999) expect(label === 1 ? was - is : is - was).toBeGreaterThan(0);
    });
  });
});

test('a pair of different things on one point has gradient 0, like a pair of the same that has met', () => {
  const points = [0.5, -2, 0.5, -2, 0.5, -2, 0.5, -2, 0, 0, 0.6, 0];
  const gradient = unsigned(contrastiveLossGradient(points, [0, 1, 0], 2));
  expect(gradient.slice(0, 8)).toEqual(new Array(8).fill(0));
  expect(gradient.slice(8).some((value) => value !== 0)).toBe(true);
  expect(contrastiveLoss(points, [0, 1, 0], 2)).toBeCloseTo((1 + 0 + 0.4 ** 2) / 3, 12);
});

test('the loss of points that are no numbers is none, whatever their labels', () => {
  for (const label of [0, 1])
    expect(contrastiveLoss([0, 0, 0.5, 0.5, Number.NaN, 1, 1, 1], [1, label], 2)).toBeNaN();
});
