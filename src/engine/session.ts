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
import { ofFilter, readLedger, secondGradient } from './ledger';
import { type Snapshot, startNetwork, type TrainedNetwork } from './trained-network';

/** Digits on which the accuracy of a placement is measured. */
const PLACED_DIGITS = 100;
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
  /** One step on the next batch. The loss is that of the batch before the step and may be NaN; ms is wall time. */
  trainStep(network: NetworkId): { readonly step: number; readonly loss: number; readonly ms: number };
  watched(network: NetworkId, watch: WatchedFilter): WatchedLayer;
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
    const made = startNetwork(network, spec);
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

  function watchedLayer(network: TrainedNetwork, { filter, ledger }: WatchedFilter): WatchedLayer {
    const { layer, trace } = network.first();
    const cells = layer.geometry.taps + 1;
    const row = (values: Float32Array) => ofFilter(values, layer.filters, cells, filter);
    const read = ledger ? trace : null;
    return {
      filter,
      kernels: row(network.firstWeights()),
      previousKernels: row(network.previousFirstWeights()),
      ledger: read && readLedger(read, layer, filter),
      gradient: read && secondGradient(read, batchOf(read.step).images, layer, filter, backend.name),
    };
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
    trainStep(id) {
      const network = networkOf(id);
      const begun = clock();
      const loss = onBackend(() => network.train(batchOf(network.step())));
      return { step: network.step(), loss, ms: clock() - begun };
    },
    watched: (id, watch) => onBackend(() => watchedLayer(networkOf(id), watch)),
    evaluateSlice(id, set, from, count) {
      const until = Math.min(sets[set].count, from + count);
      return onBackend(() => correctAnswers(networkOf(id), sets[set], from, until));
    },
    predict(id, pixels) {
      const network = networkOf(id);
      return onBackend(() => ({
        probabilities: softmax(network.logits(pixels, 1), network.classes),
        equivarianceError: equivarianceError(pixels, network.firstWeights(), network.first().layer),
      }));
    },
    placementAccuracy(id, row, column) {
      const count = Math.min(PLACED_DIGITS, digits.test.count);
      const examples = placedAlike(digits, spec.data.variant, count, row, column);
      return onBackend(() => correctAnswers(networkOf(id), examples, 0, count)) / count;
    },
    poke: (id, site, filter, tap, delta) => onBackend(() => networkOf(id).poke(site, filter, tap, delta)),
    snapshot: (id) => onBackend(() => networkOf(id).snapshot()),
    restore: (id, snapshot) => networkOf(id).restore(snapshot),
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
