/**
 * One network trained from scratch to a step and then counted on all examples there are (at most 2,000 held-out and
 * 2,000 training ones), with nothing in between: no frames, no evaluations, no copies of weights. For workers that
 * nobody watches; word of it goes out at most four times a second.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import { type Count, createCount, FULL } from './count';
import { emptyHistory, judged } from './divergence';
import { createSliceLength } from './pacing';
import type { SendRunEvent, TrainingSession } from './ports';

const REPORT_EVERY = 250; // ms

export type Measuring = {
  /** Throws a RangeError where the network has been trained already, or another one is being measured. */
  start(command: { readonly network: NetworkId; readonly steps: number }): void;
  /** A network has been asked for in this run: it is for measuring and nothing else. */
  begun(): boolean;
  /** One slice of training or counting. False when there is nothing to do. */
  slice(): boolean;
};

export function createMeasuring(
  session: TrainingSession,
  send: SendRunEvent,
  clock: () => number,
): Measuring {
  const sliceLength = createSliceLength();
  let job: { readonly network: NetworkId; readonly steps: number } | null = null;
  let begun = false;
  let lastMs: number | null = null;
  let history = emptyHistory;
  let reported = 0;
  let counted: Count | null = null;

  function report(network: NetworkId, step: number) {
    if (clock() - reported < REPORT_EVERY) return;
    reported = clock();
    send({ type: 'measuring', network, step });
  }

  function diverge(network: NetworkId, step: number) {
    job = null;
    send({ type: 'failed', code: 'diverged', detail: `${network} at step ${step}`, network, step });
  }

  const allFinite = (network: NetworkId) =>
    session.snapshot(network).arrays.every((array) => array.every((weight) => Number.isFinite(weight)));

  function train({ network, steps }: NonNullable<typeof job>) {
    const before = session.stepOf(network);
    const ahead = session.knownAhead?.(network) ?? 0;
    const fitting = sliceLength(lastMs, before, steps);
    const { step, losses, ms } = session.train(
      network,
      before + ahead <= steps && ahead > 0 ? ahead : fitting,
    );
    lastMs = ms ?? lastMs;
    const seen = judged(history, losses, before, session);
    history = seen.history;
    if (seen.divergedAt !== null) return diverge(network, seen.divergedAt);
    // Weights can be lost where no loss tells it: once, before they are counted on.
    if (step >= steps && !allFinite(network)) return diverge(network, step);
    report(network, step);
  }

  function count(network: NetworkId) {
    counted ??= createCount(session, network);
    counted.slice(FULL);
    if (!counted.reached(FULL)) return;
    job = null;
    send({ type: 'measured', network, step: session.stepOf(network), ...counted.tallies() });
  }

  return {
    start({ network, steps }) {
      if (begun || session.stepOf(network) > 0) throw new RangeError(`${network} has been trained already.`);
      begun = true;
      job = { network, steps };
      reported = clock();
    },
    begun: () => begun,
    slice() {
      if (!job) return false;
      if (session.stepOf(job.network) < job.steps) train(job);
      else count(job.network);
      return true;
    },
  };
}
