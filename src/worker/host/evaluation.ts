/**
 * Counts right answers in slices of at most 100 examples. A quick count (500 test and 500 training
 * examples) stops training until it is done, for the weights must not move on; a full one (2,000 and at
 * most 2,000) goes on from the quick one while nothing trains, and is given up when training goes on.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { Tally } from '../messages';
import type { SendRunEvent, TrainingSession } from './ports';

/** Examples of one slice. */
export const SLICE = 100;
const QUICK = 500;
/** Most examples of a full count, of each set. */
export const FULL = 2000;

type Job = {
  readonly network: NetworkId;
  readonly step: number;
  /** What is still to be reported. */
  quick: boolean;
  full: boolean;
  readonly done: { test: number; train: number };
  /** Of each task; where there is no right and wrong squared errors. */
  readonly correct: readonly { test: number; train: number }[];
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
  const goal = ({ network }: Job, limit: number) => ({
    test: Math.min(limit, session.sizeOf(network, 'test')),
    train: Math.min(limit, session.sizeOf(network, 'train')),
  });
  const tally = (job: Job, set: 'test' | 'train', task: number): Tally => {
    const [sum, total] = [job.correct[task]?.[set] ?? 0, job.done[set]];
    if (session.givesErrors && total > 0) return { correct: 0, total, error: sum / total };
    return { correct: sum, total };
  };

  const othersOf = (job: Job) =>
    job.correct
      .slice(1)
      .map((_, index) => ({ test: tally(job, 'test', index + 1), train: tally(job, 'train', index + 1) }));

  function report(job: Job, full: boolean) {
    send({
      type: 'evaluated',
      network: job.network,
      step: job.step,
      test: tally(job, 'test', 0),
      train: tally(job, 'train', 0),
      full,
      ...(session.tasks > 1 ? { others: othersOf(job) } : {}),
    });
  }

  function settle(job: Job) {
    const reached = (limit: number) => {
      const { test, train } = goal(job, limit);
      return job.done.test >= test && job.done.train >= train;
    };
    const whole = reached(FULL);
    const full = job.full && whole;
    const quick = job.quick && reached(QUICK);
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
        const none = () => ({ test: 0, train: 0 });
        const correct = Array.from({ length: session.tasks }, none);
        job = { network, step, quick: false, full: false, done: none(), correct };
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
      const limit = goal(job, job.quick || job.done.train < goal(job, QUICK).train ? QUICK : FULL);
      const set = job.done.test < limit.test ? 'test' : 'train';
      const count = Math.min(SLICE, limit[set] - job.done[set]);
      if (count > 0) {
        for (const [task, correct] of job.correct.entries())
          correct[set] += session.evaluateSlice(job.network, set, job.done[set], count, task);
        job.done[set] += count;
      }
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
