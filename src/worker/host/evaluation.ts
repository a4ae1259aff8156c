/**
 * Counts what networks answer in slices. A quick count (500 test and 500 training
 * examples) stops training until it is done, for the weights must not move on; a full one (2,000 and at
 * most 2,000) goes on from the quick one while nothing trains, and is given up when training goes on.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import { type Count, createCount, FULL } from './count';
import type { SendRunEvent, TrainingSession } from './ports';

const QUICK = 500;

type Job = {
  readonly network: NetworkId;
  readonly step: number;
  /** What is still to be reported. */
  quick: boolean;
  full: boolean;
  readonly count: Count;
};

export type Evaluation = {
  /** Asks for a count of this network as it stands; joins a count of the same step under way. */
  request(network: NetworkId, kind: 'quick' | 'full'): void;
  /** A quick count is under way: nothing may train. */
  blocksTraining(): boolean;
  pending(): boolean;
  /** One slice of the oldest count. */
  slice(): void;
  giveUpFull(): void;
  /** Drops every count of this network, whose weights have changed. */
  forget(network: NetworkId): void;
  clear(): void;
};

export function createEvaluation(session: TrainingSession, send: SendRunEvent): Evaluation {
  let jobs: Job[] = [];

  function report({ network, step, count }: Job, full: boolean) {
    send({ type: 'evaluated', network, step, ...count.tallies(), full });
  }

  function settle(job: Job) {
    const whole = job.count.reached(FULL);
    const full = job.full && whole;
    const quick = job.quick && job.count.reached(QUICK);
    if (full || quick) report(job, whole);
    if (quick) job.quick = false;
    if (full) job.full = false;
    jobs = jobs.filter((each) => each.quick || each.full);
  }

  return {
    request(network, kind) {
      const step = session.stepOf(network);
      let job = jobs.find((each) => each.network === network);
      if (!job || job.step !== step) {
        jobs = jobs.filter((each) => each.network !== network);
        job = { network, step, quick: false, full: false, count: createCount(session, network) };
        jobs.push(job);
      }
      if (kind === 'quick') job.quick = true;
      else job.full = true;
    },
    blocksTraining: () => jobs.some((job) => job.quick),
    pending: () => jobs.length > 0,
    slice() {
      const job = jobs.find((each) => each.quick) ?? jobs[0];
      if (!job) return;
      // A full count goes on where the quick one ends, with the same examples.
      job.count.slice(job.quick || !job.count.reached(QUICK) ? QUICK : FULL);
      settle(job);
    },
    giveUpFull() {
      for (const job of jobs) job.full = false;
      jobs = jobs.filter((job) => job.quick);
    },
    forget(network) {
      jobs = jobs.filter((job) => job.network !== network);
    },
    clear() {
      jobs = [];
    },
  };
}
