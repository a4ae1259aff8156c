/**
 * What all contestants of one experiment have in common: its data, its batches in order and the weights to start
 * from, in the plain layouts that other libraries use. Nothing here trains.
 */
import type { DataContent } from '../../src/engine/data/data-file';
import type { Batch } from '../../src/engine/data/examples';
import { initialWeights } from '../../src/math/initial-weights';
import { weightShapes } from '../../src/math/weight-shapes';
import type { ExperimentSpec, LendingSpec, NetworkId, NetworkSpec } from '../../src/spec/experiment-spec';

export const BATCH = 64;
/** Adam's, the same for everyone; rates are the experiment's. */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

export type ExperimentData = {
  /** What a session of ours is made with. */
  readonly content: DataContent;
  /** The batch of the next step, the same for everyone. */
  nextBatch(): Batch;
};

export type Experiment = {
  readonly id: 'flagship' | 'language' | 'pairs' | 'canvas' | 'soft-canvas' | 'tasks' | 'start' | 'transfer';
  readonly seed: number;
  /** Learning rate. */
  readonly rate: number;
  readonly data: ExperimentSpec['data'];
  readonly lending?: LendingSpec;
  network(tying: NetworkId): NetworkSpec;
  load(): Promise<ExperimentData>;
};

export function specOf({ seed, data, rate, lending, network }: Experiment, tying: NetworkId): ExperimentSpec {
  const optimizer = { kind: 'adam', rate, decay: 'none' } as const;
  const networks = [network(tying)];
  return { seed, data, steps: 1000, batch: BATCH, optimizer, ...(lending ? { lending } : {}), networks };
}

/** A file of the app's data, unpacked. */
export async function fetchUnpacked(name: string): Promise<Uint8Array> {
  const response = await fetch(`/data/${name}`);
  if (!response.ok || !response.body) throw new Error(`${name} does not load: ${response.status}.`);
  const unzipped = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unzipped).arrayBuffer());
}

/**
 * One layer's weights: kernels [groups, taps, filters]; biases all zero. Taps in order row, column, channel; of a
 * recurrent cell those of the symbol, then those of the state.
 */
export type StartingLayer = {
  readonly groups: number;
  readonly taps: number;
  readonly filters: number;
  readonly kernels: Float32Array;
};

/** The layers with weights, as our own network of that tying starts. */
export function startingLayers({ network, seed }: Experiment, tying: NetworkId): readonly StartingLayer[] {
  const spec = network(tying);
  const weights = initialWeights(spec, seed);
  return weightShapes(spec).map(({ tying: { groups }, filters, taps }, layer) => {
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

/** [labels, classes], 1 at each label; nothing where a label is -1. */
export function oneHot(labels: ArrayLike<number>, classes: number): Float32Array {
  const ones = new Float32Array(labels.length * classes);
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] as number;
    if (label >= 0) ones[at * classes + label] = 1;
  }
  return ones;
}
