/**
 * When a run has diverged: a loss that is not finite, or a mean batch loss over the last 20 steps above
 * three times the mean of the first 5. Never a comparison with the best loss: a network that memorises
 * reaches 0.01 and a healthy next batch 0.1. Of the first 5, each counts for at most three times the very
 * first, which no step has touched: with Adam at rate 1000 the second loss is 1e11, and a mean that took it
 * whole would call nothing after it diverged.
 */
import type { LossHistory } from '../messages';

const FIRST = 5;
const LAST = 20;
const TIMES = 3;

export const emptyHistory: LossHistory = { first: [], last: [] };

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

export function hasDiverged(history: LossHistory): boolean {
  if (!history.last.every(Number.isFinite)) return true;
  return history.last.length === LAST && mean(history.last) > TIMES * reference(history);
}

/** Whether weights of this moment are worth going back to: the losses are not above the very first one. */
export function isHealthy(history: LossHistory): boolean {
  if (history.last.length === 0) return true;
  return history.last.every(Number.isFinite) && mean(history.last) <= (history.first[0] ?? 0);
}
