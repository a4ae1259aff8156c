/**
 * What the networks are asked about: pairs in which a picture meets itself, so that one answer says where each tower
 * puts each picture, and any two of them can be compared at once. With turned data each picture goes in upright and
 * turned, in both orders. First the sample pictures, then the learner's drawings.
 */
import { turned } from '../../../math/turned-picture';
import type { PairVariant } from '../../../spec/experiment-spec';
import { FACE_SIDE } from '../../../spec/siamese-network';
import type { Point } from '../../../views/sum-threads';
import { SAMPLES, sampleFace } from '../sample-faces';
import type { OwnPictures, Side } from './own-pictures';

const PIXELS = FACE_SIDE * FACE_SIDE;

export type PairsInput = {
  /** [pairs, 2, 32, 32] */
  readonly pairs: Float32Array;
  readonly count: number;
  /** Place of each drawing among the pictures, or null. */
  readonly own: Readonly<Record<Side, number | null>>;
};

let last: {
  readonly variant: PairVariant;
  readonly own: OwnPictures;
  readonly input: PairsInput;
} | null = null;

/** The same object while nothing changes. */
export function pairsInput(variant: PairVariant, own: OwnPictures): PairsInput {
  if (last?.variant === variant && last.own.a === own.a && last.own.b === own.b) return last.input;
  const input = made(variant, own);
  last = { variant, own, input };
  return input;
}

function made(variant: PairVariant, own: OwnPictures): PairsInput {
  const drawn = (['a', 'b'] as const).filter((side) => own[side]);
  const pictures = [
    ...Array.from({ length: SAMPLES }, (_, sample) => sampleFace(sample)),
    ...drawn.flatMap((side) => own[side] ?? []),
  ];
  const orders = pictures.flatMap((picture) => {
    if (variant === 'faces') return [[picture, picture] as const];
    const lying = turnedFace(picture);
    return [[picture, lying] as const, [lying, picture] as const];
  });
  const pairs = new Float32Array(orders.length * 2 * PIXELS);
  orders.forEach(([first, second], pair) => {
    pairs.set(first, pair * 2 * PIXELS);
    pairs.set(second, (pair * 2 + 1) * PIXELS);
  });
  const place = (side: Side) => (own[side] ? SAMPLES + drawn.indexOf(side) : null);
  return { pairs, count: orders.length, own: { a: place('a'), b: place('b') } };
}

const lying = new WeakMap<Float32Array, Float32Array>();

/** The picture turned by 90 degrees; the same array for the same picture. */
export function turnedFace(pixels: Float32Array): Float32Array {
  const before = lying.get(pixels);
  if (before) return before;
  const after = turned(pixels, FACE_SIDE);
  lying.set(pixels, after);
  return after;
}

/** Where a tower puts a picture. points: [pairs, 2, 2], the answer to the input of this variant. */
export function pointOf(
  points: ArrayLike<number>,
  variant: PairVariant,
  picture: number,
  tower: 0 | 1,
  isTurned: boolean,
): Point {
  // The first order has the upright picture at tower A and the turned one at tower B, the second the reverse.
  const pair = variant === 'faces' ? picture : 2 * picture + (isTurned === (tower === 1) ? 0 : 1);
  const at = (pair * 2 + tower) * 2;
  return { x: points[at] ?? Number.NaN, y: points[at + 1] ?? Number.NaN };
}
