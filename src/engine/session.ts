/**
 * One experiment in training: data, networks, optimiser state, on one backend. Every call is synchronous; who
 * calls when, in which slices, is the worker's affair. Networks are independent of each other but see the
 * same batches, which depend on seed and step only, so one that joins later can catch up exactly.
 */

import { equivarianceError } from '../math/equivariance-error';
import { softmax } from '../math/softmax-cross-entropy';
import type { ExperimentSpec, NetworkId } from '../spec/experiment-spec';
import type { EngineBackend } from './backend';
import { type Batch, makeBatch } from './data/batches';
import type { Digits } from './data/digit-file';
import { type Examples, makeVariant, placedAlike } from './data/digit-variants';
import { EngineError } from './engine-error';
import { readTogether } from './readings';
import { withoutLeaks } from './tfjs-kernels';
import { type Snapshot, startNetwork, type TrainedNetwork } from './trained-network';

/** Digits on which the accuracy of a placement is measured. */
const PLACED_DIGITS = 100;
/** Draws of a step and an answer, each a program to compile. */
const WARM_UP_PARTS = 7;
/** Examples in one forward pass; webgl pads to it, since each batch size compiles its own shaders. */
const FORWARD_BATCH = 100;

/** What to read of the first layer. */
export type WatchedFilter = { readonly filter: number; readonly ledger: boolean };

/** Rows of [taps+1] numbers, bias last; fresh arrays. Null before the first step or when not asked for. */
export type WatchedLayer = {
  readonly filter: number;
  /** [groups, taps+1] after and before the last step. */
  readonly kernels: Float32Array;
  readonly previousKernels: Float32Array;
  /** [sites, taps+1] */
  readonly ledger: Float32Array | null;
  /** [groups, taps+1] by the path that makes no ledger. */
  readonly gradient: Float32Array | null;
};

export type Session = {
  readonly trainSize: number;
  readonly testSize: number;
  stepOf(network: NetworkId): number;
  /**
   * `count` steps, 1 to 256, on the next batches. Losses, oldest first, are those of the batches before each
   * step and may be NaN; ms is the mean wall time of one of these steps, reading the losses included.
   */
  train(
    network: NetworkId,
    count?: number,
  ): { readonly step: number; readonly losses: Float32Array; readonly ms: number };
  /** What these networks show of the first layer; on a GPU one read for all of them. */
  watched(networks: readonly NetworkId[], watch: WatchedFilter): Partial<Record<NetworkId, WatchedLayer>>;
  /** Right answers among the examples `from` to `from + count`, cut to the set. */
  evaluateSlice(network: NetworkId, set: 'test' | 'train', from: number, count: number): number;
  /** pixels: [28, 28]. */
  predict(
    network: NetworkId,
    pixels: Float32Array,
  ): { readonly probabilities: Float32Array; readonly equivarianceError: number };
  /** Accuracy, 0 to 1, on 100 fixed test digits at one of 15x15 placements. */
  placementAccuracy(network: NetworkId, row: number, column: number): number;
  /** Adds `delta` to one weight of the first layer in the copy that `site` uses. */
  poke(network: NetworkId, site: number, filter: number, tap: number, delta: number): void;
  /** Weights [0..layers) then optimiser state, as plain arrays of any backend. */
  snapshot(network: NetworkId): Snapshot;
  restore(network: NetworkId, snapshot: Snapshot): void;
  /** Compiles what training needs on a GPU, part by part; yields how much is done, 0 to 1. Changes nothing. */
  warmUp(): Iterable<number>;
  dispose(): void;
};

/** `clock`: milliseconds, monotonic. Throws RangeError when a network's kernels or tie maps do not fit. */
export function createSession(request: {
  readonly spec: ExperimentSpec;
  readonly digits: Digits;
  readonly backend: EngineBackend;
  readonly clock: () => number;
}): Session {
  const { spec, digits, backend, clock } = request;
  const sets = makeVariant(digits, spec.data.variant, spec.data.examples, spec.seed);
  const networks = new Map<NetworkId, TrainedNetwork>();
  let batch: Batch | null = null;

  function networkOf(id: NetworkId): TrainedNetwork {
    const started = networks.get(id);
    if (started) return started;
    const network = spec.networks.find((candidate) => candidate.id === id);
    if (!network) throw new EngineError('bad-message', `This experiment has no network ${id}.`);
    const made = startNetwork(network, spec, backend.name);
    networks.set(id, made);
    return made;
  }

  /** What a lost GPU context gave back, or threw, is not to be believed. */
  function onBackend<Result>(compute: () => Result): Result {
    const lost = () => new EngineError('context-lost', 'The GPU context was lost.');
    try {
      const result = compute();
      if (backend.isLost()) throw lost();
      return result;
    } catch (error) {
      throw backend.isLost() ? lost() : error;
    }
  }

  function batchOf(step: number): Batch {
    if (batch?.step !== step) batch = makeBatch(sets.train, spec.seed, step, spec.batch);
    return batch;
  }

  function watchedLayers(ids: readonly NetworkId[], { filter, ledger }: WatchedFilter) {
    const wanted = ids.map((id) => ({ id, readings: networkOf(id).firstLayer(filter, ledger) }));
    const values = readTogether(
      wanted.flatMap(({ readings }) =>
        [readings.kernels, readings.previousKernels, readings.ledger, readings.gradient].filter(
          (reading) => reading !== null,
        ),
      ),
    );
    let at = 0;
    const next = () => values[at++] ?? new Float32Array(0);
    const layers: Partial<Record<NetworkId, WatchedLayer>> = {};
    for (const { id, readings } of wanted)
      layers[id] = {
        filter,
        kernels: next(),
        previousKernels: next(),
        ledger: readings.ledger && next(),
        gradient: readings.gradient && next(),
      };
    return layers;
  }

  /** [count (or more), classes] logits. */
  function answers(network: TrainedNetwork, images: Float32Array, count: number): Float32Array {
    const size = images.length / count;
    const padded = backend.name === 'webgl' && count < FORWARD_BATCH ? FORWARD_BATCH : count;
    if (padded === count) return network.logits(images, count);
    const enough = new Float32Array(padded * size);
    enough.set(images);
    return network.logits(enough, padded);
  }

  function correctAnswers(network: TrainedNetwork, examples: Examples, from: number, until: number): number {
    const size = examples.images.length / examples.count;
    let correct = 0;
    for (let start = from; start < until; start += FORWARD_BATCH) {
      const end = Math.min(until, start + FORWARD_BATCH);
      const logits = answers(network, examples.images.subarray(start * size, end * size), end - start);
      for (let index = start; index < end; index++)
        if (largestAt(logits, (index - start) * network.classes, network.classes) === examples.labels[index])
          correct++;
    }
    return correct;
  }

  return {
    trainSize: sets.train.count,
    testSize: sets.test.count,
    stepOf: (id) => networkOf(id).step(),
    train(id, count = 1) {
      const network = networkOf(id);
      const begun = clock();
      const losses = onBackend(() => {
        for (let made = 0; made < count; made++) network.train(batchOf(network.step()));
        return network.takeLosses();
      });
      return { step: network.step(), losses, ms: (clock() - begun) / count };
    },
    watched(ids, watch) {
      // Made before: what begins inside would end with it.
      for (const id of ids) networkOf(id);
      return onBackend(() => withoutLeaks(() => watchedLayers(ids, watch)));
    },
    evaluateSlice(id, set, from, count) {
      const until = Math.min(sets[set].count, from + count);
      return onBackend(() => correctAnswers(networkOf(id), sets[set], from, until));
    },
    predict(id, pixels) {
      const network = networkOf(id);
      return onBackend(() => ({
        probabilities: softmax(network.logits(pixels, 1), network.classes),
        equivarianceError: equivarianceError(pixels, network.firstWeights(), network.first),
      }));
    },
    placementAccuracy(id, row, column) {
      const count = Math.min(PLACED_DIGITS, digits.test.count);
      const examples = placedAlike(digits, spec.data.variant, count, row, column);
      return onBackend(() => correctAnswers(networkOf(id), examples, 0, count)) / count;
    },
    poke: (id, site, filter, tap, delta) => onBackend(() => networkOf(id).poke(site, filter, tap, delta)),
    snapshot: (id) => onBackend(() => networkOf(id).snapshot()),
    restore: (id, snapshot) => onBackend(() => networkOf(id).restore(snapshot)),
    *warmUp() {
      // Every tie map runs the same programs, so one network speaks for all.
      const [first] = spec.networks;
      let parts = 0;
      if (first) for (const _ of networkOf(first.id).warmUp()) yield Math.min(1, ++parts / WARM_UP_PARTS);
    },
    dispose() {
      for (const network of networks.values()) network.dispose();
      networks.clear();
    },
  };
}

/** Index, from `from`, of the largest of `count` numbers; the first wins; -1 when none is a number. */
function largestAt(values: Float32Array, from: number, count: number): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index++) {
    const value = values[from + index] as number;
    if (value > most) [best, most] = [index, value];
  }
  return best;
}
