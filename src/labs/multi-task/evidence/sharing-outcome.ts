/**
 * What a run says of sharing: the second task's accuracy with a trunk of its own and with the shared one, once the run has
 * ended and both have been counted on all held-out digits. Shares from 0 to 1.
 */
import type { ExperimentState } from '../../../store/experiment-state';
import { accuracyOf } from '../../../store/network-record';

/** Closer than this, two accuracies count as level. */
export const LEVEL = 0.03;
export const OUTCOMES = ['gains', 'loses', 'level'] as const;
export type Outcome = (typeof OUTCOMES)[number];

type Run = Pick<ExperimentState, 'spec' | 'step' | 'networks'>;

/** What the second task has from the shared trunk, given its accuracies. */
export function whatComesOfSharing(separate: number, hard: number): Outcome {
  if (Math.abs(hard - separate) < LEVEL) return 'level';
  return hard > separate ? 'gains' : 'loses';
}

/** The second task's accuracy on all held-out digits there are, separate and hard, once the run has ended; else null. */
export function measuredAtEnd({ spec, step, networks }: Run): readonly [number, number] | null {
  if (!spec || step < spec.steps) return null;
  const of = (id: 'separate' | 'hard') => {
    const last = networks[id]?.evaluations.at(-1);
    return last?.full && last.step === step ? accuracyOf(last.test) : null;
  };
  const [separate, hard] = [of('separate'), of('hard')];
  return separate === null || hard === null ? null : [separate, hard];
}

/** What came of sharing in this run; null: not yet. */
export function outcomeOf(run: Run): Outcome | null {
  const measured = measuredAtEnd(run);
  return measured && whatComesOfSharing(...measured);
}
