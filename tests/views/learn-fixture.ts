/** A small stand-in for a finished training step: seeded numbers in the shapes of the flagship's first layer. */
import { randomStream } from '../../src/math/random';
import { segmentSum } from '../../src/math/segment-sum';
import { independentTying, sharedTying } from '../../src/spec/tying';
import type { LedgerPicture } from '../../src/views/ledger-picture';

export const SITES = 196;
export const CELLS = 26;

export function ledgerPicture(network: 'shared' | 'independent', seed = 1): LedgerPicture {
  const tying = network === 'shared' ? sharedTying(SITES) : independentTying(SITES);
  const stream = randomStream(seed, network);
  const fill = (rows: number, scale: number) =>
    Float32Array.from({ length: rows * CELLS }, () => stream.normal() * scale);
  const tiles = fill(SITES, 0.004);
  const previousKernels = fill(tying.groups, 0.28);
  const gradient = segmentSum(tiles, tying, CELLS);
  return {
    kernels: previousKernels.map((weight, at) => weight - 0.003 * Math.sign(gradient[at] ?? 0)),
    previousKernels,
    tiles,
    gradient,
    groupOf: tying.groupOf,
    groups: tying.groups,
  };
}

/** SVG or HTML text with one element a line, for a picture that people can read as a difference. */
export const asPicture = (element: Element | null): string =>
  `${(element?.outerHTML ?? '').replaceAll('><', '>\n<').replace(/\d+\.\d{3,}/g, (text) => Number(text).toFixed(2))}\n`;

/** A pixel buffer as text: sizes and a checksum of its bytes. */
export const asText = (buffer: { width: number; height: number; data: Uint8ClampedArray }): string => {
  let hash = 0x811c_9dc5;
  for (const byte of buffer.data) hash = Math.imul(hash ^ byte, 0x0100_0193);
  return `${buffer.width}x${buffer.height} ${(hash >>> 0).toString(16).padStart(8, '0')}\n`;
};
