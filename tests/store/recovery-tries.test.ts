/** How often a run is taken over without having come further, and what counts as further. */
import { expect, test } from 'vitest';
import { createRecovery } from '../../src/store/recovery';
import type { WorkerEvent } from '../../src/worker/messages';

const paused = (step: number): WorkerEvent => ({
  type: 'paused',
  run: 1,
  order: 1,
  step,
  networks: { shared: step },
  because: 'finished',
});
const frame = (step: number): WorkerEvent => ({
  type: 'frame',
  run: 1,
  frame: { step, networks: { shared: { step, losses: new Float32Array(), msPerStep: 1, watched: null } } },
});
const catchingUp = (step: number): WorkerEvent => ({
  type: 'catching-up',
  run: 1,
  network: 'independent',
  step,
  target: 400,
});

/** A recovery that has come to step 100 and has been tried three times in vain since. */
function exhausted() {
  const recovery = createRecovery();
  recovery.hear(frame(100));
  for (let times = 0; times < 3; times++) expect(recovery.isWorthATry('worker-failed')).toBe(true);
  return recovery;
}

test('three tries without a new step are enough', () => {
  expect(exhausted().isWorthATry('worker-failed')).toBe(false);
});

test('a new step of any network, however it is told, makes it worth a try again', () => {
  for (const event of [frame(101), paused(101), catchingUp(7)]) {
    const recovery = exhausted();
    recovery.hear(event);
    expect(recovery.isWorthATry('worker-failed')).toBe(true);
  }
});

test('a step that had been made before is no new one', () => {
  const recovery = exhausted();
  for (const event of [frame(90), paused(100)]) recovery.hear(event);
  expect(recovery.isWorthATry('worker-failed')).toBe(false);
});

test('after weights were taken back, the steps from there on are new', () => {
  const recovery = exhausted();
  recovery.tookBack({ shared: 0 });
  recovery.hear(frame(20));
  expect(recovery.isWorthATry('worker-failed')).toBe(true);
});

test('another run knows nothing of this one', () => {
  const recovery = exhausted();
  const keepsake = { step: 100, arrays: [], history: { first: [], last: [] } };
  recovery.keep({ networks: { shared: keepsake }, losses: {} });
  expect(recovery.hasBegun()).toBe(true);
  recovery.clear();
  expect(recovery.hasBegun()).toBe(false);
  expect(recovery.keepsakes()).toEqual({});
  recovery.hear(frame(1));
  expect(recovery.isWorthATry('worker-failed')).toBe(true);
});
