/** When a run has diverged, and which weights are worth going back to. */
import { expect, test } from 'vitest';
import { emptyHistory, hasDiverged, isHealthy, withLoss } from '../../src/worker/host/divergence';

const historyOf = (losses: readonly number[]) => losses.reduce(withLoss, emptyHistory);

test('a history without losses is healthy: nothing has been trained', () => {
  expect(isHealthy(emptyHistory)).toBe(true);
  expect(hasDiverged(emptyHistory)).toBe(false);
});

test('weights are good while the last losses are not above the very first, before any step', () => {
  const last = (loss: number) => historyOf([2, ...new Array(30).fill(loss)]);
  expect(isHealthy(last(2))).toBe(true);
  expect(isHealthy(last(1))).toBe(true);
  expect(isHealthy(last(2.1))).toBe(false);
});

test('first steps that have blown up do not make later weights good', () => {
  // The reference of divergence is 2.6 times the first loss here; four times it is still no divergence.
  const history = historyOf([2, 1e11, 1e11, 1e11, 1e11, ...new Array(30).fill(5)]);
  expect(hasDiverged(history)).toBe(false);
  expect(isHealthy(history)).toBe(false);
});

test('a loss that is not finite is divergence at once', () => {
  for (const loss of [Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(hasDiverged(historyOf([2, loss]))).toBe(true);
    expect(isHealthy(historyOf([2, loss]))).toBe(false);
  }
});
