/**
 * What a network, as it stands, answers to the first examples of each set, counted slice by slice: right answers to every
 * task that is asked of them or, where there is no right and wrong, squared errors.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { Tallies, Tally } from '../messages';
import type { TrainingSession } from './ports';

/** Examples of one slice, where the data do not say how many are quick. */
const SLICE = 100;
/** Most examples of a full count, of each set. */
export const FULL = 2000;

export type Count = {
  /** The next slice of the first `limit` examples of each set; held-out ones come first. */
  slice(limit: number): void;
  /** The first `limit` examples of each set, or all there are, have been counted. */
  reached(limit: number): boolean;
  /** Those of the first task, and of the others where there are any. */
  tallies(): Tallies & { readonly others?: readonly Tallies[] };
};

const sets = ['test', 'train'] as const;

export function createCount(session: TrainingSession, network: NetworkId): Count {
  const done = { test: 0, train: 0 };
  /** Of each task. */
  const sums = Array.from({ length: session.tasks }, () => ({ test: 0, train: 0 }));

  const left = (set: 'test' | 'train', limit: number) =>
    Math.min(limit, session.sizeOf(network, set)) - done[set];

  function tally(sum: number, total: number): Tally {
    if (session.givesErrors && total > 0) return { correct: 0, total, error: sum / total };
    return { correct: sum, total };
  }

  return {
    slice(limit) {
      const set = left('test', limit) > 0 ? 'test' : 'train';
      const count = Math.min(session.slice ?? SLICE, left(set, limit));
      if (count <= 0) return;
      const counted = session.evaluateSlice(network, set, done[set], count);
      for (const [task, sum] of sums.entries()) sum[set] += counted[task] ?? Number.NaN;
      done[set] += count;
    },
    reached: (limit) => sets.every((set) => left(set, limit) <= 0),
    tallies() {
      const [first, ...others] = sums.map(({ test, train }) => ({
        test: tally(test, done.test),
        train: tally(train, done.train),
      }));
      if (!first) throw new RangeError('A session has at least one task.');
      return { ...first, ...(others.length > 0 ? { others } : {}) };
    },
  };
}
