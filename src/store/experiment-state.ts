/** The state of an experiment on the page, and how each event of the worker changes it. Pure. */
import type { BackendName, BackendReason } from '../spec/backend';
import type { ExperimentSpec, NetworkId } from '../spec/experiment-spec';
import type { FailureCode, PokedKernels, Prediction, Watch, WorkerEvent } from '../worker/messages';
import { cutAt, emptyRecord, type NetworkRecord, withEvaluation, withFrame } from './network-record';
import {
  type RecordedFrame,
  recordedUpTo,
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
  /** The oldest of the numbers was measured at step `since`, the newest at `step`. */
  readonly since: number;
  readonly step: number;
  readonly columns: number;
  /** index = row * columns + column; NaN where not measured yet. */
  readonly accuracy: Float32Array;
  /** Every place has been measured with the weights of `step`. */
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
  /** A poke is on its way. */
  readonly poking: boolean;
  /** What the last poke has done, as long as nothing has trained since. */
  readonly poked: Poked | null;
  readonly prediction: { readonly networks: Partial<Readonly<Record<NetworkId, Prediction>>> } | null;
  readonly placements: Partial<Readonly<Record<NetworkId, PlacementMap>>>;
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
  networks: {},
  frames: [],
  scrub: null,
  changedByHand: false,
  poking: false,
  poked: null,
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
        poked: state.poked?.step === event.frame.step ? state.poked : null,
        networks: withNetworks(state.networks, (id, record) => {
          const frame = event.frame.networks[id];
          return frame ? withFrame(record ?? emptyRecord, frame) : record;
        }),
        frames,
        scrub: scrubAfter(state.frames, frames, state.scrub),
      };
    }
    case 'paused':
      if (event.order < state.order) return {};
      return {
        step: event.step,
        target: null,
        catchingUp: null,
        networks: withNetworks(state.networks, (id, record) => {
          const step = event.networks[id];
          return step === undefined ? record : { ...(record ?? emptyRecord), step };
        }),
      };
    case 'catching-up': {
      const { network, step, target } = event;
      if (!state.bench.includes(network)) return {};
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
      return { prediction: { networks: event.networks } };
    case 'poked':
      return { poking: false, poked: { step: event.step, networks: event.networks } };
    case 'placements': {
      const { network, since, step, columns, accuracy, done } = event;
      return { placements: { ...state.placements, [network]: { since, step, columns, accuracy, done } } };
    }
    case 'restored':
      return {
        step: event.step,
        target: event.order < state.order ? state.target : null,
        catchingUp: null,
        failure: null,
        networks: withNetworks(
          state.networks,
          (id, record) => record && cutAt(record, event.networks[id] ?? event.step),
        ),
        frames: state.frames.filter(({ step }) => step <= event.step),
        scrub: null,
        poked: null,
        prediction: null,
        placements: {},
      };
    case 'failed': {
      const { code, detail, network, step } = event;
      const failure = {
        code,
        detail,
        ...(network === undefined ? {} : { network }),
        ...(step === undefined ? {} : { step }),
      };
      if (isMild(failure)) return { failure, poking: false };
      return { failure, target: null, loading: null, catchingUp: null, poking: false };
    }
    default:
      return event satisfies never;
  }
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
