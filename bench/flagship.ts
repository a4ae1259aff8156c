/**
 * What all contestants have in common: the flagship experiment, its batches in order and the weights to start
 * from, in the plain layouts that other libraries use. Nothing here trains.
 */
import { type Digits, decodeDigits } from '../src/engine/data/digit-file';
import { makeVariant } from '../src/engine/data/digit-variants';
import { type Batch, makeBatch } from '../src/engine/data/examples';
import { initialWeights } from '../src/math/initial-weights';
import { tiedLayers } from '../src/math/network-layers';
import type { ExperimentSpec, NetworkId } from '../src/spec/experiment-spec';
import { flagshipNetwork } from '../src/spec/flagship-network';

export const BATCH = 64;
export const SIDE = 28;
export const CLASSES = 10;
/** Adam's, the same for everyone. */
export const ADAM = { rate: 0.003, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

/** Centred digits, a fifth of them ink: of our data the one on which kernels that skip blank paper gain least. */
const DATA = { kind: 'digits', variant: 'centred', examples: 2000 } as const;

export function flagshipExperiment(network: NetworkId): ExperimentSpec {
  return {
    seed: 1,
    data: DATA,
    steps: 1000,
    batch: BATCH,
    optimizer: { kind: 'adam', rate: ADAM.rate, decay: 'none' },
    networks: [flagshipNetwork(network)],
  };
}

export type FlagshipData = {
  readonly digits: Digits;
  /** The batch of the next step: inputs [64, 28 * 28], labels [64]. */
  nextBatch(): Batch;
};

export async function loadFlagshipData(): Promise<FlagshipData> {
  const response = await fetch('/data/mnist.bin');
  if (!response.ok || !response.body) throw new Error(`The digits do not load: ${response.status}.`);
  const unzipped = response.body.pipeThrough(new DecompressionStream('gzip'));
  const digits = decodeDigits(new Uint8Array(await new Response(unzipped).arrayBuffer()));
  const { seed } = flagshipExperiment('shared');
  const { train } = makeVariant(digits, DATA.variant, DATA.examples, seed);
  let step = 0;
  return { digits, nextBatch: () => makeBatch(train, seed, step++, BATCH) };
}

/** One layer's weights: kernels [groups, taps, filters], taps in order row, column, channel; biases all zero. */
export type StartingLayer = {
  readonly groups: number;
  readonly taps: number;
  readonly filters: number;
  readonly kernels: Float32Array;
};

/** Both convolutions and the dense layer, as our own network of that tying starts. */
export function startingLayers(network: NetworkId): readonly StartingLayer[] {
  const spec = flagshipNetwork(network);
  const weights = initialWeights(spec, flagshipExperiment(network).seed);
  return tiedLayers(spec).map(({ tying: { groups }, filters, geometry: { taps } }, layer) => {
    const own = weights[layer] as Float32Array; // [groups, filters, taps + 1]
    const kernels = new Float32Array(groups * taps * filters);
    for (let group = 0; group < groups; group++)
      for (let filter = 0; filter < filters; filter++)
        for (let tap = 0; tap < taps; tap++)
          kernels[(group * taps + tap) * filters + filter] = own[
            (group * filters + filter) * (taps + 1) + tap
          ] as number;
    return { groups, taps, filters, kernels };
  });
}

/** [64, 10], 1 at each label. */
export function oneHot(labels: Float32Array): Float32Array {
  const ones = new Float32Array(labels.length * CLASSES);
  labels.forEach((label, example) => {
    ones[example * CLASSES + label] = 1;
  });
  return ones;
}
