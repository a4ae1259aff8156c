/** What the ends of a map's colour scale stand for. */

/** The extent of values that are all zero. */
const OF_NOTHING = 1e-12;
/** Part of the drawn values that may be beyond the ends of the colour scale. */
const BEYOND = 0.01;
const known = new WeakMap<object, number>();

/**
 * The size that 99 in 100 of the drawn values other than zero do not exceed: one outlier would make all others
 * pale. Biases (the last of `cells`) are not drawn and do not count. Remembered by array: values must not change.
 */
export function drawnExtent(values: Float32Array | Float64Array, cells: number): number {
  const before = known.get(values);
  if (before !== undefined) return before;
  const sizes = new Float32Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    const size = Math.abs(values[at] ?? 0);
    if (at % cells < cells - 1 && size > 0) sizes[count++] = size;
  }
  const sorted = sizes.subarray(0, count).sort();
  const extent = sorted[Math.floor((count - 1) * (1 - BEYOND))] ?? OF_NOTHING;
  known.set(values, extent);
  return extent;
}

/** Whether every drawn value is zero. */
export const allZero = (values: Float32Array | Float64Array, cells: number): boolean =>
  drawnExtent(values, cells) === OF_NOTHING;

/** Largest size in each row of [rows, cells] as a part of `extent`, 0 to 1. */
export function strengthsOf(values: ArrayLike<number>, cells: number, extent: number): Float32Array {
  const strengths = new Float32Array(values.length / cells);
  for (let at = 0; at < values.length; at++) {
    const row = Math.floor(at / cells);
    const size = Math.min(1, Math.abs(values[at] ?? 0) / extent);
    if (at % cells < cells - 1 && size > (strengths[row] ?? 0)) strengths[row] = size;
  }
  return strengths;
}
