/** A run recorded elsewhere: every bit of it comes back, and it gives way to the first action. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { shownNetworks } from '../../src/store/experiment-state';
import { storedRunOf, storedRunText, unpacked } from '../../src/store/stored-run-text';
import { pageAndHost } from './page-and-host';
import { recordRun } from './record-run';

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

const recorded = async () => ({ run: await recordRun(), page: pageAndHost() });

test('packed and unpacked again, a run is the same to the last bit', async () => {
  const { run } = await recorded();
  const text = storedRunText(run, toBase64);
  expect(storedRunOf(await unpacked(gzipSync(text).toString('base64')))).toEqual(run);
});

test('an array that stands in two places is stored once', async () => {
  const { run } = await recorded();
  const watched = run.networks.shared?.watched;
  if (!watched) throw new Error('nothing was watched');
  const { kernels } = watched;
  const lighter = { ...watched, previousKernels: kernels, ledger: null, gradient: null };
  const shared = { ...run.networks.shared, watched: lighter };
  const text = storedRunText({ ...run, networks: { shared } } as typeof run, toBase64);
  expect(text.split(toBase64(new Uint8Array(kernels.buffer)))).toHaveLength(2);
  const back = storedRunOf(text).networks.shared?.watched;
  expect(back?.previousKernels).toBe(back?.kernels);
  expect(back?.kernels).toEqual(kernels);
});

test('it is shown at its end, without a worker', async () => {
  const { run, page } = await recorded();
  page.store.showStored(run);
  await page.quiet();
  expect(page.workers).toHaveLength(0);
  expect(page.state()).toMatchObject({ step: 60, status: 'closed', backend: null, stored: {} });
  expect(page.state().networks.shared?.losses).toHaveLength(60);
  expect(shownNetworks(page.state()).shared?.step).toBe(60);
  expect(page.state().frames).toHaveLength(1);
});

test('Run, a step and a poke begin at step 0 of a run of this page', async () => {
  for (const [act, step] of [
    ['run', 60],
    ['stepOnce', 1],
  ] as const) {
    const { run, page } = await recorded();
    page.store.showStored(run);
    page.store[act]();
    expect(page.state()).toMatchObject({ step: 0, stored: null });
    await page.quiet();
    expect(page.state()).toMatchObject({ step, stored: null });
  }
  const { run, page } = await recorded();
  page.store.showStored(run);
  page.store.poke(['shared'], 0, 0, 0, 0.5);
  await page.quiet();
  expect(page.state()).toMatchObject({ step: 0, stored: null, changedByHand: true });
});

test('Reset and leaving it show step 0, without a worker', async () => {
  for (const act of ['reset', 'leaveStored'] as const) {
    const { run, page } = await recorded();
    page.store.showStored(run);
    page.store[act]();
    expect(page.state()).toMatchObject({ step: 0, stored: null, networks: {}, status: 'closed' });
    expect(page.workers).toHaveLength(0);
  }
});

test('a run of another experiment is not shown, nor any over one that has begun', async () => {
  const { run, page } = await recorded();
  page.store.showStored({ ...run, spec: { ...run.spec, seed: 2 } });
  expect(page.state()).toMatchObject({ step: 0, stored: null });
  page.store.stepOnce();
  await page.quiet();
  page.store.showStored(run);
  expect(page.state()).toMatchObject({ step: 1, stored: null });
});
