/** Numbers for pictures of a card of two tasks: made up, always the same, with gradients that sum as they should. */
import { randomStream } from '../../src/math/random';
import { segmentSum } from '../../src/math/segment-sum';
import type { MultiTaskId } from '../../src/spec/multi-task-network';
import { independentTying, sharedTying } from '../../src/spec/tying';
import type { TrunkPicture } from '../../src/views/trunk-picture';

const SIDE = 28;
export const CELLS = SIDE * SIDE + 1;

const numbers = (name: string, count: number, scale = 1) => {
  const stream = randomStream(11, name);
  return Float32Array.from({ length: count }, () => scale * stream.normal());
};

export function trunkPicture(network: MultiTaskId): TrunkPicture {
  const groups = network === 'separate' ? 2 : 1;
  const reads = network === 'hard' ? 1 : 2;
  const tiles = numbers('tiles', 2 * CELLS, 0.01);
  const tying = groups === 1 ? sharedTying(2) : independentTying(2);
  const start = numbers('start', reads * CELLS);
  const kernels = start.map((weight, at) => weight + Math.sin(at / 40));
  return {
    ...{ network, source: 'batch', step: 120, loss: 0.7, unit: 6, start, kernels, tiles },
    previousKernels: kernels.map((weight) => 0.95 * weight),
    residuals: network === 'soft' ? numbers('residuals', 2 * CELLS, 0.1) : null,
    gradient: segmentSum(tiles, tying, CELLS),
    // Lengths 0.5 and 0.4, an angle of 120 degrees.
    products: Float32Array.of(0.25, -0.1, 0.16),
  };
}

export const probabilities = [
  Float32Array.from({ length: 10 }, (_, digit) => (digit === 7 ? 0.82 : 0.02)),
  Float32Array.of(0.3, 0.7),
] as const;

/** An upright stroke. */
export const digit = Float32Array.from({ length: SIDE * SIDE }, (_, at) =>
  at % SIDE > 12 && at % SIDE < 16 && at > 4 * SIDE && at < 24 * SIDE ? 1 : 0,
);
