/**
 * How well a distance tells pairs of the same from pairs of different things. A pair is accepted (called the same) when
 * its distance is at most the threshold. Distances are finite and not negative, in any order, at least one of each
 * kind; all functions throw RangeError on others. Rates are shares of 0 to 1.
 */

export type RocPoint = {
  readonly threshold: number;
  /** Share of the same pairs with a distance of at most the threshold. */
  readonly accepted: number;
  /** Share of the different pairs with a distance of at most the threshold. */
  readonly mistaken: number;
};

/** Pairs of either kind up to and with this distance. */
type Count = { readonly distance: number; readonly same: number; readonly different: number };

/**
 * The curve from (0, 0), at the threshold -Infinity, to (1, 1), with a point for each distance that occurs: a distance
 * of pairs of both kinds makes one slanted step.
 */
export function rocCurve(same: ArrayLike<number>, different: ArrayLike<number>): readonly RocPoint[] {
  const start: RocPoint = { threshold: Number.NEGATIVE_INFINITY, accepted: 0, mistaken: 0 };
  const steps = counts(same, different).map((count) => ({
    threshold: count.distance,
    accepted: count.same / same.length,
    mistaken: count.different / different.length,
  }));
  return [start, ...steps];
}

/**
 * The chance that a same pair is nearer than a different pair, a tie counting half: the area under the curve
 * (Mann-Whitney U over the product of the counts; Hanley and McNeil 1982).
 */
export function areaUnderRoc(same: ArrayLike<number>, different: ArrayLike<number>): number {
  let twice = 0;
  let before = { same: 0, different: 0 };
  for (const count of counts(same, different)) {
    // Twice the same pairs that are nearer, once those as far.
    twice += (count.different - before.different) * (before.same + count.same);
    before = count;
  }
  return twice / (2 * same.length * different.length);
}

/**
 * Where as large a share of different pairs is accepted as of same pairs is refused, on the straight lines between the
 * points of the curve. The threshold is interpolated likewise; on the first line, which has no lower end, it is the
 * smallest distance.
 */
export function equalErrorRate(
  same: ArrayLike<number>,
  different: ArrayLike<number>,
): { readonly rate: number; readonly threshold: number } {
  let before: RocPoint | undefined;
  for (const point of rocCurve(same, different)) {
    // Rises from -1 to 1, by something at every point.
    const surplus = point.mistaken + point.accepted - 1;
    if (before && surplus >= 0) {
      const below = 1 - before.mistaken - before.accepted;
      const way = below / (below + surplus);
      return {
        rate: before.mistaken + way * (point.mistaken - before.mistaken),
        threshold: Number.isFinite(before.threshold)
          ? before.threshold + way * (point.threshold - before.threshold)
          : point.threshold,
      };
    }
    before = point;
  }
  throw new RangeError('A curve that ends at (1, 1) has an equal error rate.');
}

/**
 * The threshold that sorts most of all pairs rightly: the middle between two neighbouring distances; half the smallest
 * distance to accept none (unless that is 0: a pair without any distance is always accepted); the largest to accept
 * all. Of several equally good ones the smallest.
 */
export function bestThreshold(same: ArrayLike<number>, different: ArrayLike<number>): number {
  const steps = counts(same, different);
  const smallest = steps[0]?.distance ?? 0;
  let best = { threshold: smallest / 2, right: smallest > 0 ? different.length : -1 };
  steps.forEach((count, index) => {
    const right = count.same + different.length - count.different;
    if (right > best.right) best = { threshold: middle(count.distance, steps[index + 1]?.distance), right };
  });
  return best.threshold;
}

/** At least `low` and less than `high`, also when no number lies between them. */
function middle(low: number, high = low): number {
  const between = low + (high - low) / 2;
  return between < high ? between : low;
}

/** For each distance that occurs, in rising order, the pairs up to it. */
function counts(same: ArrayLike<number>, different: ArrayLike<number>): readonly Count[] {
  const [near, far] = [sorted(same), sorted(different)];
  const all: Count[] = [];
  let [fromSame, fromDifferent] = [0, 0];
  while (fromSame < near.length || fromDifferent < far.length) {
    const distance = Math.min(near[fromSame] ?? Infinity, far[fromDifferent] ?? Infinity);
    while (near[fromSame] === distance) fromSame++;
    while (far[fromDifferent] === distance) fromDifferent++;
    all.push({ distance, same: fromSame, different: fromDifferent });
  }
  return all;
}

function sorted(distances: ArrayLike<number>): Float64Array {
  const copy = Float64Array.from(distances).sort();
  if (copy.length === 0) throw new RangeError('A curve needs pairs of both kinds.');
  if (!copy.every((distance) => distance >= 0 && distance < Infinity))
    throw new RangeError('A distance is a finite number of at least 0.');
  return copy;
}
