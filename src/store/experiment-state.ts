/** The state of an experiment on the page, and how each event of the worker changes it. Pure. */
import type { ExperimentSpec, NetworkId } from '../spec/experiment-spec';
import type {
  BackendName,
  BackendReason,
  FailureCode,
  Prediction,
  Watch,
  WorkerEvent,
} from '../worker/messages';
import { cutAt, emptyRecord, type NetworkRecord, withEvaluation, withFrame } from './network-record';
import {
  type RecordedFrame,
  recordingOf,
  scrubAfter,
  type WatchedLayers,
  withRecorded,
} from './recorded-frames';

export type ExperimentStatus = 'closed' | 'opening' | 'idle' | 'running' | 'catching-up' | 'failed';

export type Failure = {
  readonly code: FailureCode;
  readonly detail: string;
  readonly network?: NetworkId;
  readonly step?: number;
};

export type PlacementMap = {
  readonly step: number;
  readonly columns: number;
  /** index = row * columns + column; NaN where not measured yet. */
  readonly accuracy: Float32Array;
  readonly done: boolean;
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
  readonly backend: BackendName | null;
  readonly backendReason: BackendReason | null;
  readonly loading: { readonly what: 'data' | 'kernels'; readonly fraction: number } | null;
  readonly catchingUp: {
    readonly network: NetworkId;
    readonly step: number;
    readonly target: number;
  } | null;
  readonly failure: Failure | null;
  readonly networks: Partial<Readonly<Record<NetworkId, NetworkRecord>>>;
  readonly frames: readonly RecordedFrame[];
  /** Index of the recorded frame looked back at, or null for the newest. */
  readonly scrub: number | null;
  readonly changedByHand: boolean;
  readonly prediction: {
    readonly step: number;
    readonly networks: Partial<Readonly<Record<NetworkId, Prediction>>>;
  } | null;
  readonly placements: Partial<Readonly<Record<NetworkId, PlacementMap>>>;
  readonly watch: Watch;
};

export const noExperiment: ExperimentState = {
  spec: null,
  bench: [],
  status: 'closed',
  step: 0,
  target: null,
  backend: null,
  backendReason: null,
  loading: null,
  catchingUp: null,
  failure: null,
  networks: {},
  frames: [],
  scrub: null,
  changedByHand: false,
  prediction: null,
  placements: {},
  watch: { filter: 0, ledger: false, kernels: false },
};

/** The state with nothing trained: what was set up stays, what came of it goes. */
export function atStepZero({ spec, bench, watch }: ExperimentState): ExperimentState {
  return { ...noExperiment, spec, bench, watch };
}

/** A failure that leaves the run as it is; every other one stops it. */
const isMild = (failure: Failure) => failure.code === 'bad-message';

/** Status of an experiment whose run is open. */
export function openStatus(state: ExperimentState): ExperimentStatus {
  if (state.failure && !isMild(state.failure)) return 'failed';
  if (state.backend === null) return 'opening';
  if (state.catchingUp) return 'catching-up';
  return state.target === null ? 'idle' : 'running';
}

/** Failures that end the run: the next action has to open a new one. */
export function endsRun(code: FailureCode): boolean {
  return code === 'no-webgl' || code === 'context-lost' || code === 'worker-failed';
}

function withNetworks(
  networks: ExperimentState['networks'],
  change: (id: NetworkId, record: NetworkRecord | undefined) => NetworkRecord | undefined,
): ExperimentState['networks'] {
  const next: Partial<Record<NetworkId, NetworkRecord>> = {};
  for (const id of ['shared', 'independent', 'grouped'] as const) {
    const record = change(id, networks[id]);
    if (record) next[id] = record;
  }
  return next;
}

/** What an event of the present run changes. */
export function changesOf(state: ExperimentState, event: WorkerEvent): Partial<ExperimentState> {
  switch (event.type) {
    case 'opened':
      return { backend: event.backend, backendReason: event.reason };
    case 'loading':
      return { loading: event.fraction >= 1 ? null : { what: event.what, fraction: event.fraction } };
    case 'frame': {
      const recorded = recordingOf(event.frame);
      const frames = recorded ? withRecorded(state.frames, recorded) : state.frames;
      return {
        step: event.frame.step,
        networks: withNetworks(state.networks, (id, record) => {
          const frame = event.frame.networks[id];
          return frame ? withFrame(record ?? emptyRecord, frame) : record;
        }),
        frames,
        scrub: scrubAfter(state.frames, frames, state.scrub),
      };
    }
    case 'paused':
      return { step: event.step, target: null, catchingUp: null };
    case 'catching-up': {
      const { network, step, target } = event;
      return { catchingUp: step >= target ? null : { network, step, target } };
    }
    case 'evaluated': {
      const { network, step, test, train } = event;
      return {
        networks: withNetworks(state.networks, (id, record) =>
          id === network ? withEvaluation(record ?? emptyRecord, { step, test, train }) : record,
        ),
      };
    }
    case 'predicted':
      return { prediction: { step: event.step, networks: event.networks } };
    case 'placements': {
      const { network, step, columns, accuracy, done } = event;
      return { placements: { ...state.placements, [network]: { step, columns, accuracy, done } } };
    }
    case 'restored':
      return {
        step: event.step,
        target: null,
        catchingUp: null,
        failure: null,
        networks: withNetworks(state.networks, (_, record) => record && cutAt(record, event.step)),
        frames: state.frames.filter(({ step }) => step <= event.step),
        scrub: null,
      };
    case 'failed': {
      const { code, detail, network, step } = event;
      const failure = {
        code,
        detail,
        ...(network === undefined ? {} : { network }),
        ...(step === undefined ? {} : { step }),
      };
      return isMild(failure) ? { failure } : { failure, target: null, loading: null, catchingUp: null };
    }
    default:
      return event satisfies never;
  }
}

const newestOf = new WeakMap<ExperimentState['networks'], WatchedLayers>();

/** The watched numbers to draw: those of the frame looked back at, else the newest of each network. */
export function shownNetworks(state: ExperimentState): WatchedLayers {
  const past = state.scrub === null ? undefined : state.frames[state.scrub];
  if (past) return past.networks;
  const known = newestOf.get(state.networks);
  if (known) return known;
  const entries = Object.entries(state.networks).flatMap(([id, { watched }]) =>
    watched ? [[id, watched] as const] : [],
  );
  const newest: WatchedLayers = Object.fromEntries(entries);
  newestOf.set(state.networks, newest);
  return newest;
}
