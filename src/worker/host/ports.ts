/**
 * What the host needs from outside: a session that trains, a backend, the digits, a clock and a way to let
 * messages in. The worker's entry wires the engine and the browser to these; tests wire small stand-ins.
 */
import type { BackendChoice, BackendName, BackendReason } from '../../spec/backend';
import type { ExperimentSpec, NetworkId } from '../../spec/experiment-spec';
import type { Pixels, Prediction, Watch, WatchedLayer, WorkerEvent } from '../messages';

/** Weights and optimiser state of one network at one step, independent of the backend. */
export type Snapshot = { readonly step: number; readonly arrays: readonly Float32Array[] };

/** One experiment in training. Every call is synchronous; an exception ends the run. */
export type TrainingSession = {
  readonly trainSize: number;
  readonly testSize: number;
  stepOf(network: NetworkId): number;
  /** One step on the next batch; ms is the wall time. */
  trainStep(network: NetworkId): { readonly step: number; readonly loss: number; readonly ms: number };
  /** The first layer now, and with `ledger` what the last step left there. Fresh arrays, free to be transferred. */
  watched(network: NetworkId, watch: Pick<Watch, 'filter' | 'ledger'>): Omit<WatchedLayer, 'step' | 'loss'>;
  /** Right answers among `count` examples from `from` on. */
  evaluateSlice(network: NetworkId, set: 'test' | 'train', from: number, count: number): number;
  predict(network: NetworkId, pixels: Pixels): Omit<Prediction, 'step'>;
  /** Accuracy, 0 to 1, with the digits' top left pixel at this row and column. */
  placementAccuracy(network: NetworkId, row: number, column: number): number;
  poke(network: NetworkId, site: number, filter: number, tap: number, delta: number): void;
  snapshot(network: NetworkId): Snapshot;
  restore(network: NetworkId, snapshot: Snapshot): void;
  dispose(): void;
};

export type HostBackend = {
  readonly name: BackendName;
  readonly reason: BackendReason;
  /** The GPU context is gone, and with it all weights. */
  isLost(): boolean;
};

export type HostPorts<Backend extends HostBackend, Digits> = {
  readonly send: (event: WorkerEvent) => void;
  readonly chooseBackend: (choice: BackendChoice) => Promise<Backend>;
  readonly createSession: (request: {
    readonly spec: ExperimentSpec;
    readonly digits: Digits;
    readonly backend: Backend;
  }) => TrainingSession;
  /** Fetches and decodes the digit file; rejects when it is missing or cut short. */
  readonly loadDigits: (url: string, onProgress: (fraction: number) => void) => Promise<Digits>;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** Resolves after the messages that wait by now have been received. */
  readonly yieldToMessages: () => Promise<void>;
};

type WithoutRun<Event> = Event extends { readonly run: number } ? Omit<Event, 'run'> : never;
/** An event before its run is written on it. */
export type RunEvent = WithoutRun<WorkerEvent>;
export type SendRunEvent = (event: RunEvent) => void;
