/** Order statistics of plain arrays, and groups; not changed by them. Statistics of an empty array: NaN. */

/** @param {readonly number[]} values @param {number} share 0 to 1; the nearest value at or above that rank */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The mean of the two middle ones where there is no middle. @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** @param {readonly number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The values by their key, keys in order of first appearance (Map.groupBy, which Node 20 lacks).
 * @template Value
 * @param {readonly Value[]} values
 * @param {(value: Value) => string} keyOf
 * @returns {Map<string, Value[]>}
 */
export function grouped(values, keyOf) {
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
