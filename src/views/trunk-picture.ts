/**
 * What the stage draws of one network of two tasks at one step, for one hidden unit of its first layer: its kernels
 * before and after the step, the gradient of each task, the gradient computed another way; and how the gradients of both
 * tasks lie to each other over the whole trunk.
 */
import { type SumOfTiles, sumOfTiles } from '../math/sum-of-tiles';
import type { MultiTaskId } from '../spec/multi-task-network';
import { type PictureSource, SAME_WITHIN } from './ledger-picture';

export type TrunkPicture = {
  readonly network: MultiTaskId;
  readonly source: PictureSource;
  /** Step that the numbers belong to. */
  readonly step: number;
  /** Mean loss of that step's batch, the sum over both tasks; null before the first. */
  readonly loss: number | null;
  /** The hidden unit, 0-based. */
  readonly unit: number;
  /** [1 or 2, cells] what each task reads after the step, one row where all is shared; cells = 28*28 + 1, bias last. */
  readonly kernels: Float32Array;
  /** The same before the step, and before any training. */
  readonly previousKernels: Float32Array;
  readonly start: Float32Array;
  /** [2, cells] each task's own part after the step where sharing is soft; else null. */
  readonly residuals: Float32Array | null;
  /** [2, cells] gradient of each task. */
  readonly tiles: Float32Array;
  /** [groups, cells] by a path that makes no tiles; of soft sharing that of the shared part. */
  readonly gradient: Float32Array;
  /** |a|^2, a.b and |b|^2 of both tasks' gradients over the whole trunk; null where they are not known. */
  readonly products: Float32Array | null;
};

/** Parameters that the tiles belong to: 2 where each task has its own, else the one that both use. */
export const groupsOf = ({ network }: Pick<TrunkPicture, 'network'>): 1 | 2 =>
  network === 'separate' ? 2 : 1;

export type TrunkSum = SumOfTiles & { readonly same: boolean };
const sums = new WeakMap<TrunkPicture, TrunkSum>();

/** Adds the very tiles of the picture and compares with the gradient of the second path. */
export function trunkSumOf(picture: TrunkPicture): TrunkSum {
  const known = sums.get(picture);
  if (known) return known;
  const groups = groupsOf(picture);
  const groupOf = groups === 1 ? [0, 0] : [0, 1];
  const result = sumOfTiles(picture.tiles, { sites: 2, groups, groupOf }, picture.gradient);
  const made = { ...result, same: result.difference < SAME_WITHIN };
  sums.set(picture, made);
  return made;
}

/** Rows of weights less their start; `own`: the residuals of soft sharing. At the start, the start itself. */
export type Learned = {
  /** [1 or 2, cells]: of soft sharing one row, the shared part. */
  readonly before: Float32Array;
  readonly after: Float32Array;
};
const learned = new WeakMap<TrunkPicture, Learned>();

export function trunkLearned(picture: TrunkPicture): Learned {
  const known = learned.get(picture);
  if (known) return known;
  const { kernels, previousKernels, start, residuals, step } = picture;
  const cells = picture.tiles.length / 2;
  const rows = residuals ? cells : kernels.length;
  const less = (weights: Float32Array) =>
    Float32Array.from(
      { length: rows },
      (_, at) => (weights[at] ?? 0) - (residuals?.[at] ?? 0) - (step === 0 ? 0 : (start[at] ?? 0)),
    );
  const after = less(kernels);
  // Residuals before the step are not known: of soft sharing the shared part is shown as it is after it.
  const made = { after, before: residuals ? after : less(previousKernels) };
  learned.set(picture, made);
  return made;
}

/** Two gradients as arrows: lengths, and the angle between them in degrees; null where an arrow has no length. */
export type Arrows = {
  readonly first: number;
  readonly second: number;
  readonly sum: number;
  readonly cosine: number | null;
  readonly degrees: number | null;
};

/** products: |a|^2, a.b, |b|^2. */
export function arrowsOf(products: ArrayLike<number>): Arrows {
  const [aa = 0, ab = 0, bb = 0] = [products[0], products[1], products[2]];
  const [first, second] = [Math.sqrt(aa), Math.sqrt(bb)];
  const cosine = first * second > 0 ? Math.max(-1, Math.min(1, ab / (first * second))) : null;
  return {
    ...{ first, second, cosine },
    sum: Math.sqrt(Math.max(0, aa + 2 * ab + bb)),
    degrees: cosine === null ? null : (Math.acos(cosine) * 180) / Math.PI,
  };
}
