/** How each event of the worker changes the state of the experiment. Pure. */
import type { NetworkId } from '../spec/experiment-spec';
import { NETWORK_IDS } from '../spec/network-id';
import type { WorkerEvent } from '../worker/messages';
import { type ExperimentState, isMild, isRecovering } from './experiment-state';
import { cutAt, emptyRecord, type NetworkRecord, withEvaluation, withFrame } from './network-record';
import { recordingOf, scrubAfter, withRecorded } from './recorded-frames';

function withNetworks(
  networks: ExperimentState['networks'],
  change: (id: NetworkId, record: NetworkRecord | undefined) => NetworkRecord | undefined,
): ExperimentState['networks'] {
  const next: Partial<Record<NetworkId, NetworkRecord>> = {};
  for (const id of NETWORK_IDS) {
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
      return { loading: event.fraction >= 1 ? null : partOf(event) };
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
      const { network, step, test, train, full, others } = event;
      const evaluation = { step, test, train, full, ...(others ? { others } : {}) };
      return {
        networks: withNetworks(state.networks, (id, record) =>
          id === network ? withEvaluation(record ?? emptyRecord, evaluation) : record,
        ),
      };
    }
    case 'predicted':
      // Only who has asked knows what about; see experiment-run.ts.
      return {};
    case 'poked':
      return { poking: false, poked: { step: event.step, networks: event.networks } };
    case 'surveyed': {
      const { network, since, step, values, done } = event;
      return { surveys: { ...state.surveys, [network]: { since, step, values, done } } };
    }
    case 'restored':
      return {
        step: event.step,
        target: event.order < state.order ? state.target : null,
        catchingUp: null,
        failure: null,
        tookBack: state.failure?.code === 'diverged' ? event.step : state.tookBack,
        recovered:
          isRecovering(state) && state.recovered
            ? { ...state.recovered, step: event.step, backend: state.backend }
            : state.recovered,
        networks: withNetworks(state.networks, (id, record) => {
          const step = event.networks[id];
          if (!record || step === undefined) return record && cutAt(record, event.step);
          return { ...cutAt(record, step), step };
        }),
        frames: state.frames.filter(({ step }) => step <= event.step),
        scrub: null,
        poked: null,
        prediction: null,
        surveys: {},
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
    // Weights are no part of what the page shows; see recovery.ts.
    case 'kept':
    case 'pong':
    // Of workers in the background; see sweep/.
    case 'measuring':
    case 'measured':
      return {};
    default:
      return event satisfies never;
  }
}

function partOf({ what, fraction, attempt }: Extract<WorkerEvent, { readonly type: 'loading' }>) {
  return { what, fraction, attempt };
}
