/** Index, from `from`, of the largest of `count` numbers; the first wins; -1 when none is a number. */
export function largestAt(values: Float32Array, from: number, count: number): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index++) {
    const value = values[from + index] as number;
    if (value > most) [best, most] = [index, value];
  }
  return best;
}
