/**
 * What the stage draws of one network of two towers at one step, for four of its hidden units: their kernels before
 * and after the step, the gradient through each tower, and the gradient computed another way.
 */
import { type SumOfTiles, sumOfTiles } from '../math/sum-of-tiles';
import { type PictureSource, SAME_WITHIN } from './ledger-picture';

export type TowerNetwork = 'shared' | 'independent';

export type TowerPicture = {
  readonly source: PictureSource;
  /** Step that the numbers belong to. */
  readonly step: number;
  /** Mean loss of that step's batch, or null before the first. */
  readonly loss: number | null;
  /** First of the units, 0-based, and how many. */
  readonly filter: number;
  readonly units: number;
  /** Towers with weights of their own: 1 shared, 2 independent. */
  readonly groups: number;
  /** [groups, units, cells] after the step; cells = 32*32 + 1, bias last. */
  readonly kernels: Float32Array;
  /** The same before the step. */
  readonly previousKernels: Float32Array;
  /** The same before any training. */
  readonly start: Float32Array;
  /** [2, units, cells] gradient through tower A's use and through tower B's. */
  readonly tiles: Float32Array;
  /** [groups, units, cells] by a path that makes no tiles. */
  readonly gradient: Float32Array;
};

export type Learned = { readonly before: Float32Array; readonly after: Float32Array };

const learned = new WeakMap<TowerPicture, Learned>();

/** What the units have learned, before and after the step: their weights less their start. At the start, the start. */
export function learnedOf(picture: TowerPicture): Learned {
  const known = learned.get(picture);
  if (known) return known;
  const { kernels, previousKernels, start, step } = picture;
  const less = (weights: Float32Array) => weights.map((weight, at) => weight - (start[at] ?? 0));
  const made =
    step === 0
      ? { before: kernels, after: kernels }
      : { before: less(previousKernels), after: less(kernels) };
  learned.set(picture, made);
  return made;
}

export type TowerSum = SumOfTiles & { readonly same: boolean };

const sums = new WeakMap<TowerPicture, TowerSum>();

/** Adds the very tiles of the picture and compares with the gradient of the second path. */
export function towerSumOf(picture: TowerPicture): TowerSum {
  const known = sums.get(picture);
  if (known) return known;
  const { tiles, groups, gradient } = picture;
  const groupOf = groups === 1 ? [0, 0] : [0, 1];
  const result = sumOfTiles(tiles, { sites: 2, groups, groupOf }, gradient);
  const made = { ...result, same: result.difference < SAME_WITHIN };
  sums.set(picture, made);
  return made;
}

/** Euclidean length of one unit's row in [rows, units, cells]. */
export function unitNorm(
  values: ArrayLike<number>,
  { kernels, groups, units }: Pick<TowerPicture, 'kernels' | 'groups' | 'units'>,
  row: number,
  unit: number,
): number {
  const cells = kernels.length / (groups * units);
  const from = (row * units + unit) * cells;
  let squares = 0;
  for (let at = from; at < from + cells; at++) squares += (values[at] ?? 0) ** 2;
  return Math.sqrt(squares);
}

/** Length of the change that the step made to one unit of one tower. */
export function unitChange(picture: TowerPicture, row: number, unit: number): number {
  const { kernels, previousKernels } = picture;
  const change = new Float64Array(kernels.length);
  for (let at = 0; at < change.length; at++) change[at] = (kernels[at] ?? 0) - (previousKernels[at] ?? 0);
  return unitNorm(change, picture, row, unit);
}
