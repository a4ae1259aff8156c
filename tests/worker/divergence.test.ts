/** When a run has diverged, and which weights are worth going back to. */
import { expect, test } from 'vitest';
import { emptyHistory, hasDiverged, isHealthy, judged, withLoss } from '../../src/worker/host/divergence';

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

test('losses of ever new tasks are not compared: a run has diverged at the first beyond all of them', () => {
  const rule = { runaway: 1000 };
  const rising = Array.from({ length: 60 }, (_, step) => 0.1 + step);
  const { history, divergedAt } = judged(emptyHistory, rising, 0, rule);
  expect(divergedAt).toBeNull();
  expect(isHealthy(history, rule)).toBe(true);
  expect(judged(emptyHistory, rising, 0, {}).divergedAt).not.toBeNull();
  for (const loss of [1001, Number.POSITIVE_INFINITY, Number.NaN]) {
    const told = judged(history, [3, 999, loss, 3], 60, rule);
    expect(told.divergedAt).toBe(63);
    expect(isHealthy(told.history, rule)).toBe(false);
  }
});

test('at a new task the history begins anew, with the loss of its first step', () => {
  const old = judged(emptyHistory, new Array<number>(30).fill(0.1), 0, { newTaskAfter: 40 }).history;
  const { history, divergedAt } = judged(old, [...new Array<number>(10).fill(0.1), 5, 6], 30, {
    newTaskAfter: 40,
  });
  expect(divergedAt).toBeNull();
  expect(history).toEqual({ first: [5, 6], last: [5, 6] });
});
