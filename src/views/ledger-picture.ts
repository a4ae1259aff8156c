/**
 * What act Learn draws of one network at one step, for one filter of the first layer: kernels before and after
 * the step, the per-site gradients (tiles) and the gradient by the second path. Also the sums shown with them.
 */
import { type SumOfTiles, sumOfTiles } from '../math/sum-of-tiles';

/**
 * Where the numbers come from: the batch of the picture's step, or one example before the first step. `kernels`:
 * the kernels of the step are known but not its gradients; `unread`: neither is. What is not known is filled
 * with zeros that nobody may show as numbers.
 */
export type PictureSource = 'batch' | 'example' | 'kernels' | 'unread';

/** Whether there are gradients to be shown. */
export const hasGradients = (source: PictureSource): boolean => source === 'batch' || source === 'example';

export type LedgerPicture = {
  /** [groups, cells] after the step; cells = size*size + 1, bias last. */
  readonly kernels: Float32Array;
  /** [groups, cells] before the step. */
  readonly previousKernels: Float32Array;
  /** [sites, cells] gradient of each position. */
  readonly tiles: Float32Array;
  /** [groups, cells] gradient of the same examples by a path that makes no tiles. */
  readonly gradient: Float32Array;
  /** For each site the kernel that it reads. */
  readonly groupOf: readonly number[];
  readonly groups: number;
};

/** Below this relative difference the sum of the tiles counts as equal to the gradient (float32 rounding). */
export const SAME_WITHIN = 1e-5;

export type TileSum = SumOfTiles & { readonly same: boolean };

const tileSums = new WeakMap<LedgerPicture, TileSum>();

/** Adds the very tiles of the picture and compares with the gradient of the second path. */
export function tileSumOf(picture: LedgerPicture): TileSum {
  const { tiles, groupOf, groups, gradient } = picture;
  const before = tileSums.get(picture);
  if (before) return before;
  const result = sumOfTiles(tiles, { sites: groupOf.length, groups, groupOf }, gradient);
  const made = { ...result, same: result.difference < SAME_WITHIN };
  tileSums.set(picture, made);
  return made;
}

/** Float64 sum of the first `count` tiles: what the shared sum shows while the tiles arrive. [cells] */
export function partialSum(tiles: ArrayLike<number>, cells: number, count: number): Float64Array {
  const sum = new Float64Array(cells);
  for (let index = 0; index < count * cells; index++)
    sum[index % cells] = (sum[index % cells] ?? 0) + (tiles[index] ?? 0);
  return sum;
}

/** Euclidean length of one row of [rows, cells]. */
export function normOfRow(values: ArrayLike<number>, row: number, cells: number): number {
  let squares = 0;
  for (let cell = row * cells; cell < (row + 1) * cells; cell++) squares += (values[cell] ?? 0) ** 2;
  return Math.sqrt(squares);
}

/** Length of the change that the step made to one kernel. */
export function changeOfKernel(picture: LedgerPicture, group: number): number {
  const cells = picture.kernels.length / picture.groups;
  const change = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const at = group * cells + cell;
    change[cell] = (picture.kernels[at] ?? 0) - (picture.previousKernels[at] ?? 0);
  }
  return normOfRow(change, 0, cells);
}

const wholeSums = new WeakMap<LedgerPicture, Float64Array>();

/**
 * Part of the sum of all tiles that this site's tile is: its projection on the sum. Over all sites the parts add
 * up to 1; a tile that works against the others has a negative part. 0 when the sum is zero.
 */
export function shareOfSum(picture: LedgerPicture, site: number): number {
  const sites = picture.groupOf.length;
  const cells = picture.tiles.length / sites;
  const sum = wholeSums.get(picture) ?? partialSum(picture.tiles, cells, sites);
  wholeSums.set(picture, sum);
  let along = 0;
  let squares = 0;
  for (let cell = 0; cell < cells; cell++) {
    along += (picture.tiles[site * cells + cell] ?? 0) * (sum[cell] ?? 0);
    squares += (sum[cell] ?? 0) ** 2;
  }
  return squares > 0 ? along / squares : 0;
}
