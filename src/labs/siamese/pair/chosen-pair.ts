/** The two chosen pictures: which they are, which is in front, and what the towers get of them. */

import type { SiameseState } from '../parameters';
import { personOf, sampleFace } from '../sample-faces';
import { type OwnPictures, ownPictures, type Side } from './own-pictures';
import { turnedFace } from './pairs-input';

export type ChosenPicture = {
  readonly side: Side;
  /** Upright, [32, 32]. */
  readonly pixels: Float32Array;
  /** Null for a drawing. */
  readonly sample: number | null;
};

type Choice = Pick<SiameseState, 'a' | 'b' | 'swapped' | 'data'>;

export function chosenPicture(state: Choice, side: Side, own: OwnPictures = ownPictures.getState()) {
  const drawn = own[side];
  const picture: ChosenPicture = {
    side,
    pixels: drawn ?? sampleFace(state[side]),
    sample: drawn ? null : state[side],
  };
  return picture;
}

/** In the order of the towers. */
export const orderOf = ({ swapped }: Pick<SiameseState, 'swapped'>): readonly [Side, Side] =>
  swapped ? ['b', 'a'] : ['a', 'b'];

/** What tower A and tower B get: with turned data picture b lies on its side, wherever it stands. */
export function towerInputs(state: Choice): readonly [Float32Array, Float32Array] {
  const seen = (side: Side) => {
    const { pixels } = chosenPicture(state, side);
    return state.data === 'turned' && side === 'b' ? turnedFace(pixels) : pixels;
  };
  const [first, second] = orderOf(state);
  return [seen(first), seen(second)];
}

/** Whether both are of one person; a drawing is of nobody. */
export function isSamePerson(state: Choice): boolean {
  const [a, b] = [chosenPicture(state, 'a').sample, chosenPicture(state, 'b').sample];
  return a !== null && b !== null && personOf(a) === personOf(b);
}
