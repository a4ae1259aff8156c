/** While nobody looks, worker and GPU are given back; whoever looks or acts again finds the run where it stood. */
import { describe, expect, it } from 'vitest';
import type { NetworkId } from '../../src/spec/experiment-spec';
import { pageAndHost } from './page-and-host';

const lossAt = (network: NetworkId, step: number) => network.length / (step + 1);
const curve = (network: NetworkId, steps: number) =>
  Array.from({ length: steps }, (_, index) => Math.fround(lossAt(network, index + 1)));

/** A run of 130 steps that nobody sees any more from some step after 50 on. */
async function outOfSight(gpu = false) {
  const page = pageAndHost({ spec: { steps: 130 }, gpu });
  page.store.setSpeed('fast');
  page.store.run();
  await page.until(({ step }) => step > 50);
  page.store.suspend(true);
  await page.quiet();
  return page;
}

/** The step that the second worker was told to go on from. */
function keptBy(page: ReturnType<typeof pageAndHost>): number {
  const open = page.workers[1]?.commands[0];
  return (open?.type === 'open' && open.from?.shared?.step) || Number.NaN;
}

describe('a page that nobody sees', () => {
  it('gives its worker back, and seen again ends as if nothing had been, without a word', async () => {
    const page = await outOfSight();
    const { store, state, workers, seen } = page;
    const at = state().step;
    store.rest();
    expect(workers[0]?.terminated).toBe(true);
    await page.quiet();
    expect(state()).toMatchObject({ status: 'closed', step: at, target: 130, backend: null });
    const before = seen.length;
    store.suspend(false);
    await page.quiet();
    expect(workers).toHaveLength(2);
    expect(Math.min(...seen.slice(before).map(({ step }) => step))).toBeGreaterThanOrEqual(at);
    expect(seen.every(({ recovered, failure }) => recovered === null && failure === null)).toBe(true);
    expect(state()).toMatchObject({ step: 130, status: 'idle', target: null });
    for (const network of ['shared', 'independent'] as const) {
      const record = state().networks[network];
      expect(record?.losses).toEqual(curve(network, 130));
      expect(record?.evaluations.map(({ step }) => step)).toEqual([0, 20, 40, 60, 80, 100, 120, 130]);
    }
  });

  it('gives nothing back while it is seen', async () => {
    const page = pageAndHost();
    page.store.run();
    await page.until(({ step }) => step > 3);
    page.store.rest();
    await page.quiet();
    expect(page.workers).toHaveLength(1);
    expect(page.workers[0]?.terminated).toBe(false);
  });

  it('that is paused stays paused, at the step that was reached', async () => {
    const page = await outOfSight();
    const { store, state } = page;
    store.rest();
    store.pause();
    store.suspend(false);
    await page.quiet();
    expect(state()).toMatchObject({ step: keptBy(page), target: null, status: 'idle', backend: 'cpu' });
    expect(state().networks.shared?.losses).toEqual(curve('shared', state().step));
  });

  it('lets a lost GPU wait until somebody looks', async () => {
    const page = await outOfSight(true);
    const { store, state, workers } = page;
    page.fail('context-lost');
    await page.watch(1);
    await page.quiet();
    expect(workers).toHaveLength(1);
    expect(state()).toMatchObject({ failure: null, recovered: null });
    store.suspend(false);
    await page.quiet();
    expect(workers).toHaveLength(2);
    expect(state()).toMatchObject({ step: 130, status: 'idle', backend: 'webgl', recovered: null });
  });

  it('that has been set up anew starts from there', async () => {
    const page = await outOfSight();
    const { store, state, workers } = page;
    store.rest();
    store.reset();
    store.suspend(false);
    await page.quiet();
    expect(workers).toHaveLength(1);
    expect(state()).toMatchObject({ status: 'closed', step: 0, target: null, networks: {} });
  });

  it('that is acted on has its run back first', async () => {
    const page = await outOfSight();
    const { store, state } = page;
    store.rest();
    store.pause();
    store.stepOnce();
    store.suspend(false);
    await page.quiet();
    expect(state().step).toBe(keptBy(page) + 1);
  });
});
