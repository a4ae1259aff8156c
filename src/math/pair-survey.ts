/**
 * What the survey of the test pairs says: how well the distance tells same from different people, and what a swap of
 * the two pictures changes. values: [pairs, 4], of each pair d(a, b), d(b, a), d(a, a) and the distance of the raw
 * pixels; even pairs are of one person. Pairs that are not measured (NaN) do not count.
 */
import { areaUnderRoc, equalErrorRate, type RocPoint, rocCurve } from './roc';

const NUMBERS = 4;

/** Distances of the pairs of one person, and of those of two, both in the order of the pairs. */
type Column = { readonly same: Float64Array; readonly different: Float64Array };

export type MeasuredPairs = {
  readonly count: number;
  readonly ab: Column;
  readonly ba: Column;
  readonly aa: Column;
  readonly raw: Column;
};

export type Separation = {
  readonly curve: readonly RocPoint[];
  readonly area: number;
  readonly equalError: number;
  /** Share of strangers accepted at the equal error rate, and its complement: a point of the diagonal. */
  readonly threshold: number;
};

export type SwapEffect = {
  /** Mean |d(a, b) - d(b, a)| over the mean d(a, b) of different people. */
  readonly asymmetry: number;
  /** Mean d(a, a) over the mean d(a, b) of different people. */
  readonly self: number;
  /** Area under the curve with the two pictures in each other's place. */
  readonly swappedArea: number;
};

/** Null while there is not a pair of either kind. */
export function measuredPairs(values: ArrayLike<number>): MeasuredPairs | null {
  const pairs = { same: [] as number[], different: [] as number[] };
  for (let pair = 0; (pair + 1) * NUMBERS <= values.length; pair++) {
    let known = true;
    for (let at = pair * NUMBERS; at < (pair + 1) * NUMBERS; at++)
      if (!Number.isFinite(values[at])) known = false;
    if (known) pairs[pair % 2 === 0 ? 'same' : 'different'].push(pair);
  }
  if (pairs.same.length === 0 || pairs.different.length === 0) return null;
  const column = (number: number): Column => {
    const of = (kind: readonly number[]) =>
      Float64Array.from(kind, (pair) => values[pair * NUMBERS + number] as number);
    return { same: of(pairs.same), different: of(pairs.different) };
  };
  return {
    count: pairs.same.length + pairs.different.length,
    ab: column(0),
    ba: column(1),
    aa: column(2),
    raw: column(3),
  };
}

export function separationOf({ same, different }: Column): Separation {
  const { rate, threshold } = equalErrorRate(same, different);
  return {
    curve: rocCurve(same, different),
    area: areaUnderRoc(same, different),
    equalError: rate,
    threshold,
  };
}

const each = function* ({ same, different }: Column) {
  yield* same;
  yield* different;
};

const meanOf = (values: Iterable<number>): number => {
  let [sum, count] = [0, 0];
  for (const value of values) {
    sum += value;
    count += 1;
  }
  return sum / count;
};

export function swapEffect({ ab, ba, aa }: MeasuredPairs): SwapEffect {
  const scale = meanOf(ab.different);
  const back = each(ba);
  const differences = function* () {
    for (const there of each(ab)) yield Math.abs(there - (back.next().value as number));
  };
  const relative = (mean: number) => (mean === 0 ? 0 : mean / scale);
  return {
    asymmetry: relative(meanOf(differences())),
    self: relative(meanOf(each(aa))),
    swappedArea: areaUnderRoc(ba.same, ba.different),
  };
}

/** Share of the pairs whose verdict at this threshold a swap changes. NaN without a threshold. */
export function flippedShare({ ab, ba, count }: MeasuredPairs, threshold: number): number {
  if (!Number.isFinite(threshold)) return Number.NaN;
  const back = each(ba);
  let flipped = 0;
  for (const there of each(ab)) {
    const verdict = (back.next().value as number) <= threshold;
    if (there <= threshold !== verdict) flipped += 1;
  }
  return flipped / count;
}
