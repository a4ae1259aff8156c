/**
 * Rows for labels that want to stand at given heights but must not touch: each keeps its order and moves as
 * little as needed. Heights in pixels, y down.
 */
export function spreadLabels(
  wanted: readonly number[],
  height: number,
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const rows = [...wanted];
  let free = top;
  for (const index of order) {
    rows[index] = Math.max(free, wanted[index] ?? 0);
    free = (rows[index] ?? 0) + height;
  }
  let ceiling = bottom;
  for (const index of order.toReversed()) {
    rows[index] = Math.min(ceiling, rows[index] ?? 0);
    ceiling = (rows[index] ?? 0) - height;
  }
  return rows;
}
