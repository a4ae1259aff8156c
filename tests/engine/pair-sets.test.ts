/** Pairs of faces as examples: who is in them, which half is which, what moving and turning does to a picture. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Examples, inputsOf } from '../../src/engine/data/examples';
import { decodeFaces, type FaceGroup, type Faces, facePixels } from '../../src/engine/data/face-file';
import { isSamePair, pairSets } from '../../src/engine/data/pairs';
import { checksum } from '../../src/math/checksum';
import { turned } from '../../src/math/turned-picture';
import { madeUpFaces } from './small-data';

const faces = madeUpFaces();
const sets = pairSets(faces, 'faces', 300, 1);
const turnedSets = pairSets(faces, 'turned', 300, 1);

/** The two pictures of an example. */
function halves(examples: Examples, index: number): readonly [Float32Array, Float32Array] {
  const input = inputsOf(examples, index, index + 1);
  return [input.subarray(0, input.length / 2), input.subarray(input.length / 2)];
}
const indices = (examples: Examples) => Array.from({ length: examples.count }, (_, index) => index);

type Known = { readonly person: number; readonly picture: number };

/** Tells which picture of whom one is, where nothing has moved it. */
function pictureBook(of: Faces): (pixels: Float32Array) => Known {
  const known = new Map<string, Known>();
  of.people.forEach((_, person) => {
    for (let picture = 0; picture < of.pictures; picture++)
      known.set(checksum(facePixels(of, person, picture)), { person, picture });
  });
  expect(known.size).toBe(of.people.length * of.pictures);
  return (pixels) => {
    const found = known.get(checksum(pixels.slice()));
    if (!found) throw new Error('This is no picture of anybody.');
    return found;
  };
}
const whose = pictureBook(faces);

/** Whose picture one is and how it was moved: no pixel of a made-up face is blank, so what is blank came in at an edge. */
function movedFrom({ side, people, pictures, ...rest }: Faces, pixels: Float32Array) {
  const found: (Known & { readonly down: number; readonly right: number })[] = [];
  people.forEach((_, person) => {
    for (let picture = 0; picture < pictures; picture++) {
      const whole = facePixels({ side, people, pictures, ...rest }, person, picture);
      for (let down = -3; down <= 3; down++)
        for (let right = -3; right <= 3; right++) {
          const fits = pixels.every((value, at) => {
            const [row, column] = [Math.floor(at / side) - down, (at % side) - right];
            const inside = row >= 0 && row < side && column >= 0 && column < side;
            return value === (inside ? whole[row * side + column] : 0);
          });
          if (fits) found.push({ person, picture, down, right });
        }
    }
  });
  expect(found).toHaveLength(1);
  return found[0] as (typeof found)[number];
}
const trained = indices(sets.train).map((index) =>
  halves(sets.train, index).map((pixels) => movedFrom(faces, pixels)),
);

test('pairs to train on, for the threshold and to judge show different people', () => {
  const groups = (people: readonly Known[]) =>
    new Set(people.map(({ person }) => faces.people[person]?.group as FaceGroup));
  const peopleOf = (examples: Examples) =>
    indices(examples).flatMap((index) => halves(examples, index).map(whose));
  expect(groups(trained.flat())).toEqual(new Set(['train']));
  expect(groups(peopleOf(sets.threshold))).toEqual(new Set(['threshold']));
  expect(groups(peopleOf(sets.test))).toEqual(new Set(['unseen']));
  const hairOf = (people: readonly Known[]) =>
    new Set(people.map(({ person }) => faces.people[person]?.hair));
  expect(hairOf(peopleOf(sets.test))).toEqual(new Set([40, 41]));
  expect(hairOf([...trained.flat(), ...peopleOf(sets.threshold)])).toEqual(new Set([0, 1]));
  // Nobody is left out.
  for (const [people, count] of [
    [trained.flat(), 6],
    [peopleOf(sets.threshold), 4],
    [peopleOf(sets.test), 5],
  ] as const)
    expect(new Set(people.map(({ person }) => person)).size).toBe(count);
});

test('of the real file too: hair styles that are judged are never seen before', () => {
  const real = decodeFaces(gunzipSync(readFileSync('public/data/faces.bin')));
  const known = pictureBook(real);
  const { test: judged, threshold } = pairSets(real, 'faces', 10, 1);
  expect([judged.count, threshold.count]).toEqual([2000, 400]);
  const peopleOf = (examples: Examples) =>
    indices(examples).flatMap((index) =>
      halves(examples, index).map((half) => real.people[known(half).person]),
    );
  expect(peopleOf(judged).every((person) => person?.group === 'unseen' && person.hair >= 40)).toBe(true);
  expect(peopleOf(threshold).every((person) => person?.group === 'threshold' && person.hair < 40)).toBe(true);
});

test('every second pair is two different pictures of one person, every other one of two people', () => {
  const law = ([one, other]: readonly Known[], index: number, label: unknown) => {
    if (!one || !other) throw new Error('no pair');
    expect(label).toBe(index % 2 === 0 ? 1 : 0);
    expect(isSamePair(index)).toBe(index % 2 === 0);
    expect(one.person === other.person).toBe(index % 2 === 0);
    if (index % 2 === 0) expect(one.picture).not.toBe(other.picture);
  };
  trained.forEach((pair, index) => {
    law(pair, index, sets.train.labels[index]);
  });
  for (const examples of [sets.threshold, sets.test])
    for (const index of indices(examples))
      law(halves(examples, index).map(whose), index, examples.labels[index]);
  // Pictures of two people may be the same picture of each.
  const others = indices(sets.test).filter((index) => index % 2 === 1);
  expect(
    others.some((index) => new Set(halves(sets.test, index).map((half) => whose(half).picture)).size === 1),
  ).toBe(true);
});

test('training pictures are moved by up to 2 pixels either way, each on its own, and lose nothing but the edge', () => {
  // That each is a whole picture but for its edge is how it was found.
  const ways = new Set(trained.flat().map(({ down, right }) => `${down} ${right}`));
  expect(ways.size).toBe(25);
  for (const { down, right } of trained.flat())
    expect(Math.max(Math.abs(down), Math.abs(right))).toBeLessThanOrEqual(2);
  expect(trained.some(([one, other]) => one?.down !== other?.down)).toBe(true);
  // Once: the same each time that it is asked for.
  expect(inputsOf(sets.train, 0, 50)).toEqual(inputsOf(sets.train, 0, 50));
});

test('pairs are as many as asked for, and labels one a pair', () => {
  expect([sets.train.count, sets.test.count, sets.threshold.count, sets.swapped.count]).toEqual([
    300, 2000, 400, 2000,
  ]);
  for (const examples of Object.values(sets)) {
    expect([examples.size, examples.labelSize]).toEqual([2 * 64, 1]);
    expect(examples.labels).toHaveLength(examples.count);
  }
});

test('fewer pairs are the first of more; the seed decides', () => {
  const few = pairSets(faces, 'faces', 40, 1);
  expect(inputsOf(few.train, 0, 40)).toEqual(inputsOf(sets.train, 0, 40));
  expect(inputsOf(few.test, 0, 2000)).toEqual(inputsOf(sets.test, 0, 2000));
  const other = pairSets(faces, 'faces', 40, 2);
  for (const name of ['train', 'test', 'threshold', 'swapped'] as const)
    expect(inputsOf(other[name], 0, 40), name).not.toEqual(inputsOf(few[name], 0, 40));
});

test('swapped are the test pairs with their pictures in each other’s place', () => {
  expect(sets.swapped.labels).toEqual(sets.test.labels);
  for (const index of indices(sets.test)) {
    const [one, other] = halves(sets.test, index);
    expect(halves(sets.swapped, index)).toEqual([other, one]);
  }
});

test('a turned picture is turned clockwise by a quarter', () => {
  expect([...turned([1, 2, 3, 4], 2)]).toEqual([3, 1, 4, 2]);
  expect([...turned([1, 2, 3, 4, 5, 6, 7, 8, 9], 3)]).toEqual([7, 4, 1, 8, 5, 2, 9, 6, 3]);
});

test('of turned pairs the second picture is turned, and swapped it goes to the first half, still turned', () => {
  for (const name of ['train', 'test', 'threshold'] as const)
    for (let index = 0; index < 100; index++) {
      const [upright, other] = halves(sets[name], index);
      expect(halves(turnedSets[name], index)).toEqual([upright, turned(other, 8)]);
    }
  for (const index of indices(sets.test)) {
    const [upright, other] = halves(sets.test, index);
    expect(halves(turnedSets.swapped, index)).toEqual([turned(other, 8), upright]);
  }
});

test('what was in the array before does not show', () => {
  const dirty = new Float32Array(128).fill(9);
  sets.train.write(7, dirty);
  expect(dirty).toEqual(inputsOf(sets.train, 7, 8));
});
