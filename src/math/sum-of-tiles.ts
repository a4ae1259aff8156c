/**
 * The line on the screen that says "the sum of the tiles is the gradient": adds the very tiles that are
 * drawn, in float64, and compares with a gradient computed another way.
 */
import type { Tying } from '../spec/tying';

export type SumOfTiles = {
  /** [groups, cells] */
  readonly sum: Float64Array;
  /** max |sum - gradient| / max |gradient|; 0 when both are 0 everywhere; NaN when either is not a number. */
  readonly difference: number;
};

/**
 * tiles: [sites, cells] per-site gradients; gradient: [groups, cells].
 * Throws RangeError when the lengths do not belong together.
 */
export function sumOfTiles(
  tiles: ArrayLike<number>,
  tying: Pick<Tying, 'sites' | 'groups' | 'groupOf'>,
  gradient: ArrayLike<number>,
): SumOfTiles {
  const { sites, groups, groupOf } = tying;
  const cells = tiles.length / sites;
  if (!Number.isInteger(cells) || gradient.length !== groups * cells)
    throw new RangeError(
      `${tiles.length} tile cells at ${sites} sites do not sum to ${gradient.length} in ${groups} groups.`,
    );
  const sum = new Float64Array(groups * cells);
  for (let site = 0; site < sites; site++)
    for (let cell = 0; cell < cells; cell++) {
      const to = (groupOf[site] as number) * cells + cell;
      sum[to] = (sum[to] as number) + (tiles[site * cells + cell] as number);
    }
  let worst = 0;
  let largest = 0;
  for (let cell = 0; cell < sum.length; cell++) {
    const expected = gradient[cell] as number;
    worst = Math.max(worst, Math.abs((sum[cell] as number) - expected));
    largest = Math.max(largest, Math.abs(expected));
  }
  return { sum, difference: worst === 0 ? 0 : worst / largest };
}
