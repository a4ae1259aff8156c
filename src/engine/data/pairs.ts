/**
 * Pairs of faces as examples: an input [2, side, side], the first picture above the second; labels [count], 1 where
 * both are of one person. Every second pair is of one person, the first of them is. Pairs are drawn from the seed
 * once; those of training are then each moved by up to 2 pixels, once.
 */
import { type RandomStream, randomStream } from '../../math/random';
import { turned } from '../../math/turned-picture';
import type { PairVariant } from '../../spec/experiment-spec';
import { EngineError } from '../engine-error';
import type { Examples } from './examples';
import { type FaceGroup, type Faces, facePixels } from './face-file';

type Picture = {
  readonly person: number;
  readonly picture: number;
  readonly down: number;
  readonly right: number;
};
type Pair = readonly [Picture, Picture];

const TEST_PAIRS = 2000;
/** On which the threshold is fitted. */
const THRESHOLD_PAIRS = 400;
const MOST_MOVED = 2; // pixels

export const isSamePair = (index: number) => index % 2 === 0;

export type PairSets = {
  readonly train: Examples;
  /** Of people, and of hair styles, that are not trained on. */
  readonly test: Examples;
  /** Of other people, of hair styles that are trained on. */
  readonly threshold: Examples;
  /** The test pairs with the two pictures in each other's place. */
  readonly swapped: Examples;
};

export function pairSets(faces: Faces, variant: PairVariant, examples: number, seed: number): PairSets {
  const pictures = allPictures(faces);
  const draw = (group: FaceGroup, count: number, moved: number) =>
    drawnPairs(faces, group, count, moved, randomStream(seed, 'pairs', group));
  const test = draw('unseen', TEST_PAIRS, 0);
  const of = (pairs: readonly Pair[], swap = false) => examplesOf(pictures, variant, pairs, swap);
  return {
    train: of(draw('train', examples, MOST_MOVED)),
    test: of(test),
    threshold: of(draw('threshold', THRESHOLD_PAIRS, 0)),
    swapped: of(test, true),
  };
}

function drawnPairs(
  faces: Faces,
  group: FaceGroup,
  count: number,
  moved: number,
  stream: RandomStream,
): readonly Pair[] {
  const people = faces.people.flatMap((person, index) => (person.group === group ? [index] : []));
  if (people.length < 2 || faces.pictures < 2)
    throw new EngineError('data-failed', `The face file has too few ${group} people to make pairs of.`);
  const move = () => stream.integer(2 * moved + 1) - moved;
  const pictureOf = (person: number, picture: number): Picture => ({
    person: people[person] as number,
    picture,
    down: move(),
    right: move(),
  });
  /** One of so many, but not this one. */
  const another = (than: number, among: number) => (than + 1 + stream.integer(among - 1)) % among;
  return Array.from({ length: count }, (_, index): Pair => {
    const person = stream.integer(people.length);
    const picture = stream.integer(faces.pictures);
    const first = pictureOf(person, picture);
    return isSamePair(index)
      ? [first, pictureOf(person, another(picture, faces.pictures))]
      : [first, pictureOf(another(person, people.length), stream.integer(faces.pictures))];
  });
}

/** `turned`: what belongs to tower B is turned; with `swap` tower A gets it. */
function examplesOf(
  pictures: Pictures,
  variant: PairVariant,
  pairs: readonly Pair[],
  swap: boolean,
): Examples {
  const { side } = pictures;
  const pixels = side * side;
  return {
    count: pairs.length,
    size: 2 * pixels,
    labelSize: 1,
    labels: Uint8Array.from(pairs, (_, index) => (isSamePair(index) ? 1 : 0)),
    write(index, into) {
      const [first, second] = pairs[index] as Pair;
      const upright = pictureAt(pictures, first);
      const other = pictureAt(pictures, second);
      const changed = variant === 'turned' ? turned(other, side) : other;
      into.set(swap ? changed : upright, 0);
      into.set(swap ? upright : changed, pixels);
    },
  };
}

/** Every picture of every person, unpacked once: a batch wants 128 of them. */
type Pictures = { readonly side: number; readonly of: (person: number, picture: number) => Float32Array };

function allPictures(faces: Faces): Pictures {
  const all = faces.people.map((_, person) =>
    Array.from({ length: faces.pictures }, (_, picture) => facePixels(faces, person, picture)),
  );
  return { side: faces.side, of: (person, picture) => all[person]?.[picture] ?? new Float32Array(0) };
}

/** Moved; what falls over the edge is cut off. */
function pictureAt(pictures: Pictures, { person, picture, down, right }: Picture): Float32Array {
  const pixels = pictures.of(person, picture);
  if (down === 0 && right === 0) return pixels;
  const { side } = pictures;
  const moved = new Float32Array(side * side);
  const [from, until] = [Math.max(0, right), Math.min(side, side + right)];
  for (let row = Math.max(0, down); row < Math.min(side, side + down); row++) {
    const source = (row - down) * side - right;
    moved.set(pixels.subarray(source + from, source + until), row * side + from);
  }
  return moved;
}
