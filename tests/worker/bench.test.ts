/** What the bench remembers of its networks: step times, and whether their weights are still numbers. */
import { expect, test } from 'vitest';
import { createBench } from '../../src/worker/host/bench';
import type { TrainingSession } from '../../src/worker/host/ports';
import { fakeSession } from './fake-session';
import { smallSpec } from './specs';

/** A session whose weights hold what is no number from this step on, and whose losses never tell. */
function breakingAt(broken: number): TrainingSession {
  const session = fakeSession(smallSpec);
  return {
    ...session,
    snapshot(network) {
      const step = session.stepOf(network);
      const last = network === 'shared' && step >= broken ? Number.POSITIVE_INFINITY : 1;
      return { step, arrays: [Float32Array.of(1, 2), Float32Array.of(1, last)] };
    },
  };
}

test('weights that are no numbers are divergence wherever they are evaluated', () => {
  const bench = createBench(breakingAt(25), ['independent', 'shared']);
  for (let step = 1; step < 40; step++) expect(bench.advanceAll()).toBeNull();
  expect(bench.advanceAll()).toBe('shared');
});

test('between evaluations a bench that is asked finds them', () => {
  const bench = createBench(breakingAt(25), ['independent', 'shared']);
  for (let step = 1; step <= 24; step++) bench.advanceAll();
  expect(bench.broken()).toBeNull();
  bench.advanceAll();
  expect(bench.broken()).toBe('shared');
});

test('a network that has caught up is looked at, whatever the step', () => {
  const bench = createBench(breakingAt(25), ['independent']);
  for (let step = 1; step <= 25; step++) bench.advanceAll();
  bench.setNetworks(['shared', 'independent']);
  for (let step = 1; step <= 24; step++) expect(bench.advance('shared')).toBe(true);
  expect(bench.advance('shared')).toBe(false);
});

test('the time of a step is the median of the last 50, in milliseconds', () => {
  const session = fakeSession(smallSpec);
  const times = [...new Array(60).fill(900), ...new Array(24).fill(1), ...new Array(26).fill(3)];
  let step = 0;
  const bench = createBench(
    { ...session, trainStep: (network) => ({ ...session.trainStep(network), ms: times[step++] ?? 0 }) },
    ['shared'],
  );
  expect(bench.msPerStep('shared')).toBeNull();
  for (let count = 0; count < 60; count++) bench.advanceAll();
  expect(bench.msPerStep('shared')).toBe(900);
  for (let count = 0; count < 50; count++) bench.advanceAll();
  expect(bench.msPerStep('shared')).toBe(3);
});
