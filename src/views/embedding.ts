/** Where one network puts the sample pictures and the chosen pair: what the plane and the gauge show. */
import type { Point } from './sum-threads';

/** Of the two chosen pictures, with a in front and with b in front. */
export type PairDistances = {
  readonly ab: number;
  readonly ba: number;
  /** Picture a given to both towers. */
  readonly aa: number;
};

export type ChosenPair = PairDistances & {
  /** As they stand: tower A's point of the first picture, tower B's of the second. */
  readonly now: readonly [Point, Point];
  /** With the two pictures in each other's place. */
  readonly swapped: readonly [Point, Point];
};

export type Embedding = {
  /** Step that all the points belong to. */
  readonly step: number;
  /** Distance up to which two pictures count as the same person; null before training. */
  readonly threshold: number | null;
  /** [samples, 2, 2] tower A's point and tower B's point of each sample picture. */
  readonly points: Float32Array;
  /** Null while the towers have not answered about it. */
  readonly pair: ChosenPair | null;
};

export type Verdict = 'same' | 'different';

export const verdictOf = (distance: number, threshold: number | null): Verdict | null =>
  threshold === null || !Number.isFinite(threshold) || !Number.isFinite(distance)
    ? null
    : distance <= threshold
      ? 'same'
      : 'different';
