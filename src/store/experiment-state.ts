/** The state of an experiment on the page, and what can be read off it. How it changes: experiment-changes.ts. */
import type { BackendName, BackendReason } from '../spec/backend';
import type { ExperimentSpec, NetworkId } from '../spec/experiment-spec';
import type { Watch } from '../worker/frames';
import type { FailureCode, PokedKernels, Prediction } from '../worker/messages';
import type { NetworkRecord } from './network-record';
import { type RecordedFrame, recordedUpTo, type WatchedLayers } from './recorded-frames';

export type ExperimentStatus =
  | 'closed'
  | 'opening'
  | 'idle'
  | 'running'
  | 'catching-up'
  /** Another worker takes the run over; see `recovered`. */
  | 'recovering'
  | 'failed';

/** How fast Run trains: 30 steps a second, so that steps can be followed, or as fast as it goes. */
export type TrainingSpeed = 'steady' | 'fast';

/** Failures that take worker and GPU memory along. The run goes on in another worker from what was kept. */
export type Loss = 'context-lost' | 'worker-failed';

export type Failure = {
  readonly code: FailureCode;
  readonly detail: string;
  readonly network?: NetworkId;
  readonly step?: number;
  /** Step of the weights that are kept for another try, where there are any. */
  readonly kept?: number;
  /** The worker has never said a word. */
  readonly neverStarted?: boolean;
};

/** What has been measured of the data's survey. */
export type Surveyed = {
  /** The oldest of the numbers was measured at step `since`, the newest at `step`. */
  readonly since: number;
  readonly step: number;
  /** The numbers of all cells, cell by cell; NaN where not measured yet. */
  readonly values: Float32Array;
  /** Every cell has been measured with the weights of `step`. */
  readonly done: boolean;
};

/** What a poke has done, as the worker saw it. */
export type Poked = {
  readonly step: number;
  readonly networks: Partial<Readonly<Record<NetworkId, PokedKernels>>>;
};

export type ExperimentState = {
  /** Null before the first `configure`. */
  readonly spec: ExperimentSpec | null;
  readonly bench: readonly NetworkId[];
  readonly status: ExperimentStatus;
  /** The common step of the bench. */
  readonly step: number;
  /** Step that training goes up to, or null while paused. */
  readonly target: number | null;
  /** Number of the newest command that started or stopped training; an answer to an older one moves no target. */
  readonly order: number;
  readonly backend: BackendName | null;
  readonly backendReason: BackendReason | null;
  readonly loading: {
    readonly what: 'data' | 'kernels';
    readonly fraction: number;
    /** Counts from 1: the data are tried for three times. */
    readonly attempt: number;
  } | null;
  readonly catchingUp: {
    readonly network: NetworkId;
    readonly step: number;
    readonly target: number;
  } | null;
  readonly failure: Failure | null;
  /** A fault that the run has got over, to be told until it is dismissed or Run is pressed. */
  readonly recovered: {
    readonly because: Loss;
    /** The common step that the run went on from. */
    readonly step: number;
    /** Where it trains since; null: not yet, another worker is being started. */
    readonly backend: BackendName | null;
  } | null;
  /** Step of the good weights that were taken back after a divergence, until it is dismissed or something trains. */
  readonly tookBack: number | null;
  readonly speed: TrainingSpeed;
  readonly networks: Partial<Readonly<Record<NetworkId, NetworkRecord>>>;
  readonly frames: readonly RecordedFrame[];
  /** Index of the recorded frame looked back at, or null for the newest. */
  readonly scrub: number | null;
  readonly changedByHand: boolean;
  /** A poke is on its way. */
  readonly poking: boolean;
  /** What the last poke has done, as long as nothing has trained since. */
  readonly poked: Poked | null;
  /** What the networks said last of the input that the screen asked about. */
  readonly prediction: {
    readonly input: Float32Array;
    readonly networks: Partial<Readonly<Record<NetworkId, Prediction>>>;
  } | null;
  readonly surveys: Partial<Readonly<Record<NetworkId, Surveyed>>>;
  /** What is shown was recorded elsewhere, and `prediction` is of this input; nothing has trained here yet. */
  readonly stored: { readonly input: Float32Array } | null;
  readonly watch: Watch;
};

export const noExperiment: ExperimentState = {
  spec: null,
  bench: [],
  status: 'closed',
  step: 0,
  target: null,
  order: 0,
  backend: null,
  backendReason: null,
  loading: null,
  catchingUp: null,
  failure: null,
  recovered: null,
  tookBack: null,
  speed: 'steady',
  networks: {},
  frames: [],
  scrub: null,
  changedByHand: false,
  poking: false,
  poked: null,
  prediction: null,
  surveys: {},
  stored: null,
  watch: { filter: 0, filters: 1, ledger: false, kernels: false },
};

/** The step that is looked at: the newest, or where the scrubber stands. */
export const shownStepOf = ({ scrub, frames, step }: Pick<ExperimentState, 'scrub' | 'frames' | 'step'>) =>
  scrub === null ? step : frames[scrub]?.step;

/** The state with nothing trained: what was set up stays, what came of it goes. */
export function atStepZero({ spec, bench, watch, speed }: ExperimentState): ExperimentState {
  return { ...noExperiment, spec, bench, watch, speed };
}

/** A failure that leaves the run as it is; every other one stops it. */
export const isMild = (failure: Failure) => failure.code === 'bad-message';

/** Another worker is being started in place of one that was lost. */
export const isRecovering = ({ recovered }: ExperimentState) =>
  recovered !== null && recovered.backend === null;

/** Status of an experiment whose run is open. */
export function openStatus(state: ExperimentState): ExperimentStatus {
  if (state.failure && !isMild(state.failure)) return 'failed';
  if (isRecovering(state)) return 'recovering';
  if (state.backend === null) return 'opening';
  if (state.catchingUp) return 'catching-up';
  return state.target === null ? 'idle' : 'running';
}

const newestOf = new WeakMap<ExperimentState['networks'], WatchedLayers>();

/** Whether a network on the bench has not come to the common step. */
export function isBehind({ bench, networks, step }: ExperimentState): boolean {
  return bench.some((network) => (networks[network]?.step ?? 0) < step);
}

/** The watched numbers to draw: those recorded up to the frame looked back at, else the newest of each network. */
export function shownNetworks(state: ExperimentState): WatchedLayers {
  if (state.scrub !== null) return recordedUpTo(state.frames, state.scrub);
  const known = newestOf.get(state.networks);
  if (known) return known;
  const entries = Object.entries(state.networks).flatMap(([id, { watched }]) =>
    watched ? [[id, watched] as const] : [],
  );
  const newest: WatchedLayers = Object.fromEntries(entries);
  newestOf.set(state.networks, newest);
  return newest;
}
