/**
 * One experiment in training: data, networks, optimiser state, on one backend. Every call is synchronous; who
 * calls when, in which slices, is the worker's affair. Networks are independent of each other but see the
 * same batches, which depend on seed and step only, so one that joins later can catch up exactly.
 */

import type { Answer } from '../spec/answer';
import type { ExperimentSpec, NetworkId } from '../spec/experiment-spec';
import type { EngineBackend } from './backend';
import type { DataContent } from './data/data-file';
import { type Batch, makeBatch } from './data/examples';
import { EngineError } from './engine-error';
import { createOldTask } from './old-task';
import { oldTaskMemory } from './old-task-memory';
import { makeProcedure } from './procedures/make-procedure';
import type { ExampleSets, Survey } from './procedures/procedure';
import { readTogether } from './readings';
import { withoutLeaks } from './tfjs-kernels';
import { type Snapshot, startNetwork, type TrainedNetwork } from './trained-network';
import type { FilterRange } from './trainers/trainer';

/** Draws of a step and an answer, each a program to compile. */
const WARM_UP_PARTS = 7;

/** What to read of the first layer. */
export type WatchedFilters = FilterRange & { readonly ledger: boolean };

/**
 * Rows of [taps+1] numbers, bias last; fresh arrays. Null before the first step or when not asked for. Groups and
 * sites are those that training reaches.
 */
export type WatchedLayer = FilterRange & {
  /** [groups, filters, taps+1], of a soft layer [sites, ...] with the residuals added, after and before the last step. */
  readonly kernels: Float32Array;
  readonly previousKernels: Float32Array;
  /** [sites, filters, taps+1] of a soft layer: each site's own part after the last step; else null. */
  readonly residuals: Float32Array | null;
  /** [sites, filters, taps+1] */
  readonly ledger: Float32Array | null;
  /** [groups, filters, taps+1] by the path that makes no ledger. */
  readonly gradient: Float32Array | null;
  /** Of a network of several tasks: products of their gradients over the whole trunk, see math/site-products. */
  readonly products?: Float32Array | null;
};

export type Session = {
  /** How many tasks are asked of the same examples. */
  readonly tasks: number;
  /** The number of steps after which another task begins, where there is one. */
  readonly newTaskAfter?: number;
  /** There is no right and wrong: `evaluateSlice` gives sums of squared errors. */
  readonly givesErrors: boolean;
  /** Where the losses of two steps are of different tasks: a loss beyond those of all tasks. */
  readonly runaway?: number;
  /** Examples of this set, of the task that the network is at. */
  sizeOf(network: NetworkId, set: 'test' | 'train'): number;
  readonly survey: Pick<Survey, 'order' | 'width'>;
  stepOf(network: NetworkId): number;
  /**
   * `count` steps, 1 to 256, on the next batches. Losses, oldest first, are those of the batches before each
   * step and may be NaN; ms is the mean wall time of one of these steps, reading the losses included; null where all of
   * them were taken over.
   */
  train(
    network: NetworkId,
    count?: number,
  ): { readonly step: number; readonly losses: Float32Array; readonly ms: number | null };
  /** How many steps from here can be taken over by one call, because they were made before. */
  knownAhead(network: NetworkId): number;
  /** What these networks show of the first layer; on a GPU one read for all of them. */
  watched(networks: readonly NetworkId[], watch: WatchedFilters): Partial<Record<NetworkId, WatchedLayer>>;
  /** Examples that are to be evaluated at a time; without it 100. */
  readonly slice?: number;
  /** Right answers to each task, or squared errors, among the examples `from` to `from + count`, cut to the set. */
  evaluateSlice(network: NetworkId, set: 'test' | 'train', from: number, count: number): readonly number[];
  /** Throws EngineError `bad-message` where the input does not fit. */
  predict(network: NetworkId, input: Float32Array): Answer;
  /** The numbers of one cell of the survey, `survey.width` of them. */
  measure(network: NetworkId, cell: number): ArrayLike<number>;
  /** Adds `delta` to one weight of the first layer in the copy that `site` uses; of a soft layer to its residual. */
  poke(network: NetworkId, site: number, filter: number, tap: number, delta: number): void;
  /** Weights [0..layers) then optimiser state, as plain arrays of any backend. */
  snapshot(network: NetworkId): Snapshot;
  restore(network: NetworkId, snapshot: Snapshot): void;
  /** Compiles what training needs on a GPU, part by part; yields how much is done, 0 to 1. Changes nothing. */
  warmUp(): Iterable<number>;
  dispose(): void;
};

/**
 * `clock`: milliseconds, monotonic. Throws RangeError when a network's kernels or tie maps do not fit, EngineError
 * `bad-message` where data and networks do not go together.
 */
export function createSession(request: {
  readonly spec: ExperimentSpec;
  readonly data: DataContent;
  readonly backend: EngineBackend;
  readonly clock: () => number;
}): Session {
  const { spec, data, backend, clock } = request;
  const procedure = makeProcedure(spec, data);
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

  /** The examples of the task that a network is at which has made so many steps. */
  const setsOf = (step: number): ExampleSets => {
    const { before } = procedure;
    return before && step <= before.until ? before : procedure;
  };

  function batchOf(step: number): Batch {
    if (batch?.step !== step) {
      const { batches, mostInBatch = spec.batch } = setsOf(step + 1);
      batch = makeBatch(batches, spec.seed, step, Math.min(spec.batch, mostInBatch));
    }
    return batch;
  }

  function trained(network: TrainedNetwork, count: number): Float32Array {
    for (let made = 0; made < count; made++) network.train(batchOf(network.step()));
    return network.takeLosses();
  }

  /** The steps of a task that comes first are made once for all networks. */
  const { lending } = spec;
  const memory = lending
    ? oldTaskMemory(spec, data.kind === 'digits' ? data.digits : data, backend.name)
    : null;
  const oldTask =
    lending && memory
      ? createOldTask({
          ...{ lending, memory, networks: () => networks.values(), train: trained },
          trusted: () => !backend.isLost(),
        })
      : null;

  /** `made`: how many of the steps were not taken over. */
  function advanced(network: TrainedNetwork, count: number) {
    const before = Math.max(0, Math.min(count, (lending?.steps ?? 0) - network.step()));
    if (!oldTask || before === 0) return { losses: trained(network, count), made: count };
    const { losses, takenOver } = oldTask.train(network, before);
    const made = takenOver ? count - before : count;
    if (before === count) return { losses, made };
    return { losses: Float32Array.from([...losses, ...trained(network, count - before)]), made };
  }

  function watchedLayers(ids: readonly NetworkId[], { filter, filters, ledger }: WatchedFilters) {
    const wanted = ids.map((id) => ({ id, readings: networkOf(id).firstLayer({ filter, filters }, ledger) }));
    const values = readTogether(
      wanted.flatMap(({ readings }) =>
        [
          readings.kernels,
          readings.previousKernels,
          readings.residuals,
          readings.ledger,
          readings.gradient,
          readings.products ?? null,
        ].filter((reading) => reading !== null),
      ),
    );
    let at = 0;
    const next = () => values[at++] ?? new Float32Array(0);
    const layers: Partial<Record<NetworkId, WatchedLayer>> = {};
    for (const { id, readings } of wanted)
      layers[id] = {
        filter,
        filters,
        kernels: next(),
        previousKernels: next(),
        residuals: readings.residuals && next(),
        ledger: readings.ledger && next(),
        gradient: readings.gradient && next(),
        ...(readings.products === undefined ? {} : { products: readings.products && next() }),
      };
    return layers;
  }

  return {
    tasks: procedure.tasks ?? 1,
    ...(procedure.before ? { newTaskAfter: procedure.before.until } : {}),
    givesErrors: procedure.error !== undefined,
    ...(procedure.runaway === undefined ? {} : { runaway: procedure.runaway }),
    ...(procedure.slice === undefined ? {} : { slice: procedure.slice }),
    sizeOf: (id, set) => setsOf(networkOf(id).step())[set].count,
    survey: procedure.survey,
    stepOf: (id) => networkOf(id).step(),
    train(id, count = 1) {
      const network = networkOf(id);
      const begun = clock();
      const { losses, made } = onBackend(() => advanced(network, count));
      return { step: network.step(), losses, ms: made > 0 ? (clock() - begun) / made : null };
    },
    knownAhead: (id) => oldTask?.ahead(networkOf(id)) ?? 0,
    watched(ids, watch) {
      // Made before: what begins inside would end with it.
      for (const id of ids) networkOf(id);
      return onBackend(() => withoutLeaks(() => watchedLayers(ids, watch)));
    },
    evaluateSlice(id, set, from, count) {
      const network = networkOf(id);
      const examples = setsOf(network.step())[set];
      const until = Math.min(examples.count, from + count);
      const { error } = procedure;
      const counted = () =>
        error ? [error(network, examples, from, until)] : procedure.correct(network, examples, from, until);
      return onBackend(() =>
        oldTask ? oldTask.correct(network, `${set} ${from} ${until}`, counted) : counted(),
      );
    },
    predict: (id, input) => onBackend(() => procedure.answer(networkOf(id), input)),
    measure: (id, cell) => onBackend(() => procedure.survey.measure(networkOf(id), cell)),
    poke(id, site, filter, tap, delta) {
      onBackend(() => networkOf(id).poke(site, filter, tap, delta));
      oldTask?.changed(networkOf(id));
    },
    snapshot: (id) => onBackend(() => networkOf(id).snapshot()),
    restore(id, snapshot) {
      onBackend(() => networkOf(id).restore(snapshot));
      oldTask?.restored(networkOf(id), snapshot);
    },
    *warmUp() {
      // Every tie map runs the same programs, so one network speaks for all; those with residuals compile as they go.
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
