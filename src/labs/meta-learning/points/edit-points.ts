/**
 * What can be done to the points on the stage. Points are a list of numbers, x and y of each in turn, as in the hash;
 * every change gives a new list, what is new in it to two decimals and inside the plane. A change that is not possible gives the list itself.
 */
import { REACH } from '../../../math/sine-tasks';
import { MOST_POINTS } from '../../../spec/start-network';

export type PointList = readonly number[];

export const REACH_X = REACH;
/** Of y, on both sides of 0; waves reach 5. */
export const REACH_Y = 10;

const toHundredths = (value: number) => Math.round(100 * value) / 100;

const inside = (value: number, reach: number) => toHundredths(Math.min(reach, Math.max(-reach, value)));

/** As they stand in the hash. */
export const rounded = (points: PointList): PointList => points.map(toHundredths);

export const countOf = (points: PointList): number => points.length / 2;

export const pointAt = (points: PointList, index: number): { readonly x: number; readonly y: number } => ({
  x: points[2 * index] ?? 0,
  y: points[2 * index + 1] ?? 0,
});

export function movedTo(points: PointList, index: number, x: number, y: number): PointList {
  if (index < 0 || index >= countOf(points)) return points;
  return points.with(2 * index, inside(x, REACH_X)).with(2 * index + 1, inside(y, REACH_Y));
}

/** At the end of the list. */
export function added(points: PointList, x: number, y: number): PointList {
  return countOf(points) >= MOST_POINTS ? points : [...points, inside(x, REACH_X), inside(y, REACH_Y)];
}

/** One always stays. */
export function removed(points: PointList, index: number): PointList {
  return countOf(points) <= 1 ? points : points.toSpliced(2 * index, 2);
}

/** The x in the middle of the widest stretch without a point, for one that is added without a place. */
export function widestGap(points: PointList): number {
  const xs = [-REACH_X, ...points.filter((_, at) => at % 2 === 0), REACH_X].sort((one, other) => one - other);
  let [middle, widest] = [0, -1];
  for (let at = 1; at < xs.length; at++) {
    const [low = 0, high = 0] = [xs[at - 1], xs[at]];
    if (high - low > widest) [middle, widest] = [(low + high) / 2, high - low];
  }
  return middle;
}

/** The places of the points from left to right. */
export const leftToRight = (points: PointList): readonly number[] =>
  Array.from({ length: countOf(points) }, (_, index) => index).sort(
    (one, other) => pointAt(points, one).x - pointAt(points, other).x,
  );
