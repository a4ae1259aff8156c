/** A run that goes from one task to another: losses and step times of the old one say nothing of the new one. */
import { expect, test } from 'vitest';
import { createBench } from '../../src/worker/host/bench';
import { createMeasuring } from '../../src/worker/host/measuring';
import type { RunEvent, TrainingSession } from '../../src/worker/host/ports';
import { fakeSession } from './fake-session';
import { smallSpec } from './specs';

const OLD = 40;
/** The new head knows nothing: its losses are far above the old task's first, and fall. */
const lossAt = (_network: string, step: number) => (step < OLD ? 1 / (step + 1) : 12 / (step - OLD + 1) + 4);
/** Steps of the old task take 2 ms, those of the new one 8. */
const ms = () => (at < OLD ? 2 : 8);
let at = 0;

function sessionOf(newTaskAfter?: number): TrainingSession {
  const session = fakeSession(smallSpec, lossAt, { ms });
  return {
    ...session,
    ...(newTaskAfter === undefined ? {} : { newTaskAfter }),
    train(network, count) {
      at = session.stepOf(network);
      return session.train(network, count);
    },
  };
}

test('a new task that begins with larger losses has not diverged, unless it is one and the same task', () => {
  const diverged = (session: TrainingSession) => {
    const bench = createBench(session, ['shared']);
    return [20, 20, 20, 20].map((count) => bench.advanceAll(count).diverged?.step ?? null);
  };
  expect(diverged(sessionOf(OLD))).toEqual([null, null, null, null]);
  expect(diverged(sessionOf()).some((step) => step !== null && step > OLD)).toBe(true);
});

test('the time of a step is that of the task at hand', () => {
  const bench = createBench(sessionOf(OLD), ['shared']);
  for (const count of [20, 20]) bench.advanceAll(count);
  expect(bench.track('shared').msPerStep()).toBe(2);
  bench.advanceAll(1);
  expect(bench.track('shared').msPerStep()).toBe(8);
});

test('what is measured in the background is judged alike', () => {
  const said: RunEvent['type'][] = [];
  const measured = (session: TrainingSession) => {
    said.length = 0;
    const measuring = createMeasuring(
      session,
      (event) => said.push(event.type),
      () => 0,
    );
    measuring.start({ network: 'shared', steps: 80 });
    while (measuring.slice());
    return said.at(-1);
  };
  expect(measured(sessionOf(OLD))).toBe('measured');
  expect(measured(sessionOf())).toBe('failed');
});
