/**
 * What the host needs from outside: a session that trains, a backend, the data, a clock and a way to let
 * messages in. The worker's entry wires the engine and the browser to these; tests wire small stand-ins.
 */
import type { Answer } from '../../spec/answer';
import type { BackendChoice, BackendName, BackendReason } from '../../spec/backend';
import type { ExperimentSpec, NetworkId } from '../../spec/experiment-spec';
import type { Watch, WatchedLayer } from '../frames';
import type { Input, Snapshot, WorkerEvent } from '../messages';
import type { WantedData } from './data-source';

/** One experiment in training. Every call is synchronous; an exception ends the run. */
export type TrainingSession = {
  /** How many tasks are asked of the same examples. */
  readonly tasks: number;
  /** The number of steps after which another task begins, where there is one: losses are judged anew from there. */
  readonly newTaskAfter?: number;
  /** Where the losses of two steps are of different tasks, and do not compare: a loss beyond those of all tasks. */
  readonly runaway?: number;
  /** There is no right and wrong: `evaluateSlice` gives sums of squared errors. */
  readonly givesErrors?: boolean;
  /** Examples of this set, of the task that the network is at. */
  sizeOf(network: NetworkId, set: 'test' | 'train'): number;
  /** Cells in the order in which they are measured, and the numbers of one cell. */
  readonly survey: { readonly order: readonly number[]; readonly width: number };
  stepOf(network: NetworkId): number;
  /**
   * `count` steps, 1 to 256, on the next batches. `step` after them; losses oldest first; `ms` is the mean wall
   * time of one of them, everything awaited, or null where they were made before and only taken over. On a GPU a call
   * costs one read, however many steps it makes.
   */
  train(
    network: NetworkId,
    count: number,
  ): { readonly step: number; readonly losses: Float32Array; readonly ms: number | null };
  /** How many steps from here are known already and can be taken over by one call; 0: the next one is to be made. */
  knownAhead?(network: NetworkId): number;
  /**
   * The first layers now, and with `ledger` what the last step left there: one GPU read for all networks. Fresh
   * arrays, free to be transferred.
   */
  watched(
    networks: readonly NetworkId[],
    watch: Omit<Watch, 'kernels'>,
  ): Partial<Record<NetworkId, Omit<WatchedLayer, 'step' | 'loss'>>>;
  /** Examples that are to be evaluated at a time, for a short slice; without it 100. */
  readonly slice?: number;
  /** Right answers to each task, or squared errors, among `count` examples from `from` on. */
  evaluateSlice(network: NetworkId, set: 'test' | 'train', from: number, count: number): readonly number[];
  predict(network: NetworkId, input: Input): Answer;
  /** The numbers of one cell of the survey. */
  measure(network: NetworkId, cell: number): ArrayLike<number>;
  poke(network: NetworkId, site: number, filter: number, tap: number, delta: number): void;
  snapshot(network: NetworkId): Snapshot;
  restore(network: NetworkId, snapshot: Snapshot): void;
  /**
   * Makes the GPU ready, one part with each `next()`, and yields the fraction done, 0 to 1. Leaves the state of
   * training as it is, whatever is called in between. Asked for on webgl only.
   */
  warmUp(): Iterable<number>;
  dispose(): void;
};

export type HostBackend = {
  readonly name: BackendName;
  readonly reason: BackendReason;
  /** The GPU context is gone, and with it all weights. */
  isLost(): boolean;
  /** Frees memory that is kept for reuse. Called while no session lives. */
  freshen(): void;
};

export type HostPorts<Backend extends HostBackend, Content> = {
  readonly send: (event: WorkerEvent) => void;
  readonly chooseBackend: (choice: BackendChoice) => Promise<Backend>;
  readonly createSession: (request: {
    readonly spec: ExperimentSpec;
    readonly data: Content;
    readonly backend: Backend;
  }) => TrainingSession;
  /** Gets and decodes the data, `anew` past every cache; rejects when their file is missing or cut short. */
  readonly loadData: (
    wanted: WantedData,
    onProgress: (fraction: number) => void,
    anew: boolean,
  ) => Promise<Content>;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** Resolves after the messages that wait by now have been received. */
  readonly yieldToMessages: () => Promise<void>;
  /** Resolves after about so many milliseconds; messages are received in the meantime. */
  readonly wait: (milliseconds: number) => Promise<void>;
};

type WithoutRun<Event> = Event extends { readonly run: number } ? Omit<Event, 'run'> : never;
/** An event before its run is written on it. */
export type RunEvent = WithoutRun<WorkerEvent>;
export type SendRunEvent = (event: RunEvent) => void;
