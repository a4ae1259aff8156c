/** One run, driven without a host: what a poke sets off, and whose ledger a frame carries. */
import { expect, test } from 'vitest';
import type { NetworkId } from '../../src/spec/experiment-spec';
import type { RunEvent } from '../../src/worker/host/ports';
import { createRun } from '../../src/worker/host/run';
import { fakeSession } from './fake-session';
import { smallSpec } from './specs';

function openRun(bench: readonly NetworkId[]) {
  const sent: RunEvent[] = [];
  const session = fakeSession(smallSpec);
  let time = 0;
  const clock = () => (time += 1);
  const open = { bench, filters: 8, warm: false };
  const run = createRun(session, open, (event) => sent.push(event), clock);
  run.receive({ type: 'watch', run: 1, watch: { filter: 0, filters: 1, ledger: true, kernels: true } });
  /** Works until there is nothing to do, acknowledging every frame. */
  function rest() {
    do run.receive({ type: 'acknowledge', run: 1 });
    while (run.slice() !== null);
  }
  rest();
  return { run, session, sent, rest };
}

test('a poke at rest counts the poked network again, all of it, and begins the survey again', () => {
  const { run, session, sent, rest } = openRun(['shared', 'independent']);
  run.receive({ type: 'survey', run: 1, active: true });
  rest();
  session.calls.length = 0;
  sent.length = 0;
  run.receive({ type: 'poke', run: 1, networks: ['shared'], site: 3, filter: 0, tap: 2, delta: 0.5 });
  rest();
  const counted = sent.filter((event) => event.type === 'evaluated');
  expect(counted.map(({ network, test }) => [network, test.total])).toEqual([['shared', 2000]]);
  for (const network of ['shared', 'independent'])
    expect(session.calls.filter((call) => call.startsWith(`measure ${network}`))).toHaveLength(225);
  expect(sent.findLast((event) => event.type === 'surveyed')).toMatchObject({ done: true });
});

test('a ledger is that of the step its network has come to, also while the network is behind', () => {
  const { run, sent, rest } = openRun(['shared']);
  run.receive({ type: 'train', run: 1, order: 1, until: 45, pace: null });
  rest();
  run.receive({ type: 'bench', run: 1, networks: ['shared', 'independent'] });
  rest();
  let behind = 0;
  for (const event of sent) {
    if (event.type !== 'frame') continue;
    for (const { step, watched } of Object.values(event.frame.networks)) {
      if (!watched) continue;
      expect(watched.step).toBe(step);
      expect(watched.ledger).toEqual(step > 0 ? Float32Array.of(step) : null);
      if (step > 0 && step < event.frame.step) behind++;
    }
  }
  expect(behind).toBeGreaterThan(0);
});

test('weights that break in the last step of a run are seen when it stops', () => {
  const { run, session, sent, rest } = openRun(['shared']);
  session.snapshot = (network) => ({
    step: session.stepOf(network),
    arrays: [Float32Array.of(session.stepOf(network) >= 7 ? Number.NaN : 1)],
  });
  run.receive({ type: 'train', run: 1, order: 1, until: 7, pace: null });
  rest();
  expect(sent.find((event) => event.type === 'failed')).toMatchObject({ code: 'diverged', step: 7 });
  expect(sent.findLast((event) => event.type === 'paused')).toMatchObject({ because: 'diverged', step: 7 });
});
