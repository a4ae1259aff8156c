/**
 * When a run has diverged: a loss that is not finite, or a mean batch loss over the last 20 steps above
 * three times the mean of the first 5. Never a comparison with the best loss: a network that memorises
 * reaches 0.01 and a healthy next batch 0.1. Of the first 5, each counts for at most three times the very
 * first, which no step has touched: with Adam at rate 1000 the second loss is 1e11, and a mean that took it
 * whole would call nothing after it diverged. A new task begins the history anew. Where each step has tasks of its own,
 * its loss says little of the one before: there a run has diverged that reaches a loss beyond all of them.
 */
import type { LossHistory } from '../messages';
import type { TrainingSession } from './ports';

const FIRST = 5;
const LAST = 20;
const TIMES = 3;

export const emptyHistory: LossHistory = { first: [], last: [] };

/** What losses mean in a session. */
export type LossRule = Pick<TrainingSession, 'newTaskAfter' | 'runaway'>;

/** With the losses of the steps after `step`; and the step whose loss was the first to tell a divergence, or null. */
export function judged(
  history: LossHistory,
  losses: ArrayLike<number>,
  step: number,
  rule: LossRule,
): { readonly history: LossHistory; readonly divergedAt: number | null } {
  let divergedAt: number | null = null;
  let known = history;
  for (const [index, loss] of Array.from(losses).entries()) {
    known = withLoss(step + index === rule.newTaskAfter ? emptyHistory : known, loss);
    if (divergedAt === null && hasDiverged(known, rule)) divergedAt = step + index + 1;
  }
  return { history: known, divergedAt };
}

export function withLoss(history: LossHistory, loss: number): LossHistory {
  return {
    first: history.first.length < FIRST ? [...history.first, loss] : history.first,
    last: [...history.last.slice(1 - LAST), loss],
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function reference({ first }: LossHistory): number {
  const most = TIMES * (first[0] ?? 0);
  return mean(first.map((loss) => Math.min(loss, most)));
}

export function hasDiverged(history: LossHistory, { runaway }: LossRule = {}): boolean {
  if (!history.last.every(Number.isFinite)) return true;
  if (runaway !== undefined) return history.last.some((loss) => loss > runaway);
  return history.last.length === LAST && mean(history.last) > TIMES * reference(history);
}

/** Whether weights of this moment are worth going back to: the losses are not above the very first one, or all usual. */
export function isHealthy(history: LossHistory, rule: LossRule = {}): boolean {
  if (history.last.length === 0) return true;
  if (rule.runaway !== undefined) return !hasDiverged(history, rule);
  return history.last.every(Number.isFinite) && mean(history.last) <= (history.first[0] ?? 0);
}
