/** The host with the real starts of Meta-learning: losses are of other waves at each step, and runs go on all the same. */
import { beforeAll, expect, it } from 'vitest';
import { chooseBackend } from '../../src/engine/backend';
import { createSession } from '../../src/engine/session';
import type { ExperimentSpec } from '../../src/spec/experiment-spec';
import { OUTER_STEP, START_IDS, startExperiment } from '../../src/spec/start-network';
import { driveHost } from './drive-host';

let backend: Awaited<ReturnType<typeof chooseBackend>>;
beforeAll(async () => {
  backend = await chooseBackend('cpu', () => null);
});

const settings = { seed: 1, steps: 1500, batch: 64, rate: 0.02, points: 10 } as const;

async function trained(spec: ExperimentSpec, until: number) {
  const driven = driveHost({
    session: (of) =>
      createSession({ spec: of, data: { kind: 'sines' }, backend, clock: () => performance.now() }),
  });
  driven.open({ spec, bench: START_IDS, data: null });
  driven.send({ type: 'train', order: 1, until, pace: null });
  await driven.quiet();
  return driven;
}

const steps = (count: number) => Object.fromEntries(START_IDS.map((id) => [id, count]));

it('keeps the weights of all three at step 100, and goes back to them', async () => {
  const { of, send, quiet } = await trained(startExperiment(settings), 105);
  expect(of('failed')).toEqual([]);
  const kept = of('kept').map(({ networks }) =>
    Object.fromEntries(Object.entries(networks).map(([id, { step }]) => [id, step])),
  );
  expect(kept).toEqual([steps(100), steps(105)]);
  // A number that is none runs through all that comes after.
  send({
    ...{ type: 'poke', networks: ['reptile'], site: 0, filter: 0, tap: 3, delta: Number.MAX_VALUE },
  });
  send({ type: 'train', order: 2, until: 130, pace: null });
  await quiet();
  expect(of('failed')).toMatchObject([{ code: 'diverged', network: 'reptile' }]);
  send({ type: 'restore', order: 3 });
  await quiet();
  expect(of('restored')).toMatchObject([{ step: 100, networks: steps(100) }]);
});

it('does not stop where each step is of one point or of one wave', async () => {
  for (const seed of [1, 2, 3]) {
    const spec = startExperiment({ ...settings, seed, batch: 1 }, { ...OUTER_STEP, tasks: 1 });
    const { of } = await trained(spec, 120);
    expect(of('failed')).toEqual([]);
    expect(of('paused')).toMatchObject([{ because: 'finished', step: 120 }]);
  }
});

it('stops where inner steps are so long that they run away', async () => {
  const { of } = await trained(startExperiment({ ...settings, rate: 0.2 }), 60);
  expect(of('failed')).toMatchObject([{ code: 'diverged', network: 'reptile' }]);
});
