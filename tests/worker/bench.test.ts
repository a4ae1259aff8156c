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
  expect(bench.advanceAll(20).diverged).toBeNull();
  expect(bench.advanceAll(19).diverged).toBeNull();
  expect(bench.advanceAll(1).diverged).toEqual({ network: 'shared', step: 40 });
});

test('between evaluations a bench that is asked finds them', () => {
  const bench = createBench(breakingAt(25), ['independent', 'shared']);
  bench.advanceAll(20);
  bench.advanceAll(4);
  expect(bench.broken()).toBeNull();
  bench.advanceAll(1);
  expect(bench.broken()).toBe('shared');
});

test('a network that has caught up is looked at, whatever the step', () => {
  const bench = createBench(breakingAt(25), ['independent']);
  for (const count of [20, 5]) bench.advanceAll(count);
  bench.setNetworks(['shared', 'independent']);
  for (const count of [20, 4]) expect(bench.advance('shared', count).diverged).toBeNull();
  expect(bench.advance('shared', 1).diverged).toEqual({ network: 'shared', step: 25 });
});

test('the time of a step is the median of the last 50, in milliseconds', () => {
  let ms = 900;
  const bench = createBench(fakeSession(smallSpec, undefined, { ms: () => ms }), ['shared']);
  expect(bench.track('shared').msPerStep()).toBeNull();
  for (const count of [20, 20, 20]) bench.advanceAll(count);
  expect(bench.track('shared').msPerStep()).toBe(900);
  ms = 1;
  for (const count of [20, 6]) bench.advanceAll(count);
  ms = 3;
  // However many steps were made at once, each counts: 26 of 1 ms, 24 of 3 ms.
  for (let step = 0; step < 24; step++) bench.advanceAll(1);
  expect(bench.track('shared').msPerStep()).toBe(1);
  bench.advanceAll(10);
  expect(bench.track('shared').msPerStep()).toBe(3);
});

test('a slice names the divergence that comes first, of whatever network, and makes its steps to the end', () => {
  const lossAt = (network: string, step: number) =>
    (network === 'shared' && step >= 14) || (network === 'independent' && step >= 12) ? Number.NaN : 1;
  const bench = createBench(fakeSession(smallSpec, lossAt), ['shared', 'independent']);
  expect(bench.advanceAll(10)).toEqual({ diverged: null, adopted: false });
  expect(bench.advanceAll(10)).toEqual({ diverged: { network: 'independent', step: 12 }, adopted: false });
  expect(bench.step()).toBe(20);
  expect(bench.steps()).toEqual({ shared: 20, independent: 20 });
  expect(bench.track('shared').takeLosses()).toHaveLength(20);
});

test('a loss that had diverged in the middle of a slice counts, though the last ones of the slice do not', () => {
  // The mean of the last 20 is 3.1 at step 34 and 2.8 at step 40.
  const lossAt = (_: string, step: number) => (step > 34 ? 0.1 : step > 20 ? 4 : 1);
  const bench = createBench(fakeSession(smallSpec, lossAt), ['shared']);
  bench.advanceAll(20);
  expect(bench.advanceAll(20).diverged).toMatchObject({ step: 34 });
});

test('what one step takes is known once each network has made one', () => {
  const bench = createBench(
    fakeSession(smallSpec, undefined, { ms: (network) => (network === 'shared' ? 1 : 4) }),
    ['shared', 'independent'],
  );
  expect(bench.lastMs(['shared', 'independent'])).toBeNull();
  bench.advance('shared', 1);
  expect(bench.lastMs(['shared'])).toBe(1);
  expect(bench.lastMs(['shared', 'independent'])).toBeNull();
  bench.advance('independent', 1);
  expect(bench.lastMs(['shared', 'independent'])).toBe(5);
});

test('weights to go on from are weights to go back to only while their losses are healthy', () => {
  const goneBackTo = (last: number) => {
    const lossAt = (_: string, step: number) => (step > 45 ? Number.NaN : 1);
    const history = { first: [2, 2, 2, 2, 2], last: new Array(20).fill(last) };
    const bench = createBench(fakeSession(smallSpec, lossAt), ['shared'], {
      shared: { step: 40, arrays: [Float32Array.of(40)], history },
    });
    expect(bench.advanceAll(10).diverged).toEqual({ network: 'shared', step: 46 });
    expect(bench.restore()).toEqual(['shared']);
    return bench.step();
  };
  expect(goneBackTo(1)).toBe(40);
  expect(goneBackTo(3)).toBe(0);
});
