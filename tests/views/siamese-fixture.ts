/** A small stand-in for a finished step of two towers: seeded numbers in the shapes of the Siamese network. */
import { randomStream } from '../../src/math/random';
import type { Embedding } from '../../src/views/embedding';
import type { TowerNetwork, TowerPicture } from '../../src/views/tower-picture';

export const CELLS = 1025;
const UNITS = 4;
export const PEOPLE = 8;
export const PICTURES = 3;

export function towerPicture(network: TowerNetwork, seed = 1): TowerPicture {
  const stream = randomStream(seed, network);
  const groups = network === 'shared' ? 1 : 2;
  const fill = (rows: number, scale: number) =>
    Float32Array.from({ length: rows * UNITS * CELLS }, () => stream.normal() * scale);
  const tiles = fill(2, 0.01);
  const half = UNITS * CELLS;
  const gradient =
    groups === 2 ? tiles.slice() : tiles.slice(0, half).map((value, at) => value + (tiles[half + at] ?? 0));
  const previousKernels = fill(groups, 0.04);
  const kernels = previousKernels.map((weight, at) => weight - 0.001 * Math.sign(gradient[at] ?? 0));
  const numbers = { kernels, previousKernels, start: previousKernels, tiles, gradient };
  return { source: 'batch', step: 20, loss: 0.1, filter: 0, units: UNITS, groups, ...numbers };
}

/** People around a circle; tower B a little beside tower A where they are two. */
export function embedding(network: TowerNetwork): Embedding {
  const stream = randomStream(2, network);
  const apart = network === 'shared' ? 0 : 0.12;
  const points = Float32Array.from({ length: PEOPLE * PICTURES * 4 }, (_, at) => {
    const person = Math.floor(at / (4 * PICTURES));
    const angle = (person / PEOPLE) * 2 * Math.PI;
    const center = at % 2 === 0 ? Math.cos(angle) : 0.8 * Math.sin(angle);
    return center + 0.08 * stream.normal() + (at % 4 > 1 ? apart : 0);
  });
  if (network === 'shared')
    for (let at = 0; at < points.length; at += 4) points.copyWithin(at + 2, at, at + 2);
  const at = (picture: number, tower: number) => ({
    x: points[picture * 4 + tower * 2] ?? 0,
    y: points[picture * 4 + tower * 2 + 1] ?? 0,
  });
  const [now, swapped] = [[at(0, 0), at(4, 1)] as const, [at(4, 0), at(0, 1)] as const];
  const length = ([from, to]: typeof now) => Math.hypot(from.x - to.x, from.y - to.y);
  const distances = { ab: length(now), ba: length(swapped), aa: length([at(0, 0), at(0, 1)]) };
  return { step: 20, threshold: 0.75, points, pair: { now, swapped, ...distances } };
}

export function face(seed: number): Float32Array {
  const stream = randomStream(seed, 'face');
  return Float32Array.from({ length: CELLS - 1 }, () => stream.uniform());
}
