/** What each kind of fault leads to: a lost GPU, a silent worker, a run that cannot be saved, a page out of sight. */
import { describe, expect, it } from 'vitest';
import type { NetworkId } from '../../src/spec/experiment-spec';
import { pageAndHost } from './page-and-host';

const lossAt = (network: NetworkId, step: number) => network.length / (step + 1);
const curve = (network: NetworkId, steps: number) =>
  Array.from({ length: steps }, (_, index) => Math.fround(lossAt(network, index + 1)));

describe('a GPU that is taken away', () => {
  it('is tried once more, then the run trains on the CPU, and both are said', async () => {
    const page = pageAndHost({ gpu: true, spec: { steps: 400 } });
    const { store, state } = page;
    store.setSpeed('fast');
    store.run();
    await page.until(({ step }) => step > 120);
    expect(state()).toMatchObject({ backend: 'webgl', backendReason: 'gpu' });
    page.fail('context-lost');
    await page.until(({ step, recovered }) => step > 220 && recovered !== null);
    expect(page.workers[0]?.terminated).toBe(true);
    expect(state()).toMatchObject({
      backend: 'webgl',
      backendReason: 'gpu',
      recovered: { because: 'context-lost', step: 100, backend: 'webgl' },
    });
    page.fail('context-lost');
    await page.quiet();
    expect(page.workers.map(({ commands: [first] }) => first)).toMatchObject([
      { backend: 'auto' },
      { backend: 'auto' },
      { backend: 'cpu' },
    ]);
    expect(state()).toMatchObject({
      step: 400,
      status: 'idle',
      failure: null,
      backend: 'cpu',
      backendReason: 'context-lost',
      recovered: { because: 'context-lost', step: 200, backend: 'cpu' },
    });
    store.reset();
    await page.quiet();
    expect(state()).toMatchObject({ backend: 'webgl', backendReason: 'gpu', recovered: null });
  });

  it('is noticed while the run is paused, at the next question whether the worker listens', async () => {
    const page = pageAndHost({ gpu: true });
    page.store.stepOnce(5);
    await page.quiet();
    page.fail('context-lost');
    await page.watch(1);
    await page.quiet();
    expect(page.state()).toMatchObject({ step: 5, status: 'idle', recovered: { step: 5, backend: 'webgl' } });
  });

  it('before the first step costs nothing but time', async () => {
    const page = pageAndHost({ gpu: true, alter: (_, worker) => worker === 1 && page.fail('context-lost') });
    page.store.run();
    await page.quiet();
    expect(page.state()).toMatchObject({ step: 60, status: 'idle', recovered: { step: 0 } });
    expect(page.state().networks.shared?.losses).toEqual(curve('shared', 60));
  });
});

describe('a worker that falls silent', () => {
  it('is ended after 15 s, and the run goes on in another', async () => {
    const page = pageAndHost({ spec: { steps: 400 } });
    page.store.setSpeed('fast');
    page.store.run();
    await page.until(({ step }) => step > 120);
    page.fail('silence');
    await page.watch(5);
    expect(page.workers[0]?.terminated).toBe(false);
    await page.watch(2);
    await page.quiet();
    expect(page.workers[0]?.terminated).toBe(true);
    expect(page.state()).toMatchObject({ step: 400, recovered: { because: 'worker-failed', step: 100 } });
  });

  it('is not one that has nothing to do, or waits for its pace', async () => {
    const page = pageAndHost({ spec: { steps: 4000 } });
    page.store.wake();
    await page.quiet();
    await page.watch(20);
    page.store.run();
    await page.watch(20);
    expect(page.workers).toHaveLength(1);
    expect(page.state().recovered).toBeNull();
  });
});

describe('a run that cannot be saved', () => {
  /** Workers from the second on fail at the first step they make. */
  const doomed = (from = 2) =>
    pageAndHost({
      spec: { steps: 400 },
      alter(session, worker) {
        if (worker < from) return;
        session.train = () => {
          throw new Error('boom');
        };
      },
    });

  it('is given up after three times without a new step; its weights are kept for Run', async () => {
    const page = doomed();
    const { store, state, workers } = page;
    store.setSpeed('fast');
    store.run();
    await page.until(({ step }) => step > 120);
    page.fail('error');
    await page.quiet();
    expect(workers).toHaveLength(4);
    expect(state()).toMatchObject({
      status: 'failed',
      failure: { code: 'worker-failed', detail: 'Error: boom', kept: 100 },
      target: null,
      recovered: null,
    });
    expect(state().step).toBe(100);
    store.run();
    await page.quiet();
    expect(workers).toHaveLength(5);
    expect(workers[4]?.commands[0]).toMatchObject({ type: 'open', from: { shared: { step: 100 } } });
    expect(state()).toMatchObject({ status: 'failed', step: 100 });
    store.reset();
    expect(state()).toMatchObject({ status: 'closed', step: 0, failure: null });
    store.wake();
    await page.quiet();
    expect(workers[5]?.commands[0]).not.toHaveProperty('from');
  });

  it('goes on at a retry to the target it had, should it be possible then', async () => {
    const page = pageAndHost({
      spec: { steps: 400 },
      alter(session, worker) {
        if (worker > 1 && worker < 5)
          session.train = () => {
            throw new Error('boom');
          };
      },
    });
    page.store.setSpeed('fast');
    page.store.stepOnce(170);
    await page.until(({ step }) => step > 120);
    page.fail('error');
    await page.until(({ failure }) => failure !== null);
    await page.quiet();
    page.store.retry();
    await page.quiet();
    expect(page.state()).toMatchObject({ status: 'idle', step: 170, failure: null });
    expect(page.state().networks.shared?.losses).toEqual(curve('shared', 170));
  });

  it('is one that breaks again and again at the same place, not one that gets on', async () => {
    const stuck = pageAndHost({
      spec: { steps: 400 },
      alter(session) {
        const { train } = session;
        session.train = (network, count) => {
          if (session.stepOf(network) >= 150) throw new Error('boom');
          return train(network, count);
        };
      },
    });
    stuck.store.setSpeed('fast');
    stuck.store.run();
    await stuck.until(({ failure }) => failure !== null);
    expect(stuck.workers).toHaveLength(4);
    const slow = pageAndHost({
      spec: { steps: 1200 },
      alter(session) {
        const { train } = session;
        let made = 0;
        session.train = (network, count) => {
          made += 1;
          if (made > 300) throw new Error('boom');
          return train(network, count);
        };
      },
    });
    slow.store.setSpeed('fast');
    slow.store.run();
    await slow.quiet();
    expect(slow.workers.length).toBeGreaterThan(5);
    expect(slow.state()).toMatchObject({ status: 'idle', step: 1200, failure: null });
    expect(slow.state().networks.shared?.losses).toEqual(curve('shared', 1200));
  });

  it('whose digits cannot be had in the new worker waits for a retry, and then goes on from its weights', async () => {
    let loads = 0;
    const page = pageAndHost({
      spec: { steps: 400 },
      async loadData() {
        loads += 1;
        if (loads > 1 && loads < 5) throw new Error('404');
        return 'digits';
      },
    });
    page.store.setSpeed('fast');
    page.store.run();
    await page.until(({ step }) => step > 120);
    page.fail('error');
    await page.until(({ failure }) => failure?.code === 'data-failed');
    await page.quiet();
    expect(page.state()).toMatchObject({ status: 'failed', target: null });
    page.store.retry();
    expect(page.state()).toMatchObject({ status: 'recovering', target: 400 });
    await page.quiet();
    expect(page.state()).toMatchObject({ status: 'idle', step: 400, recovered: { step: 100 } });
    expect(page.state().networks.shared?.losses).toEqual(curve('shared', 400));
  });
});

describe('out of sight', () => {
  it('nothing trains, the target stays, and training goes on when it is back', async () => {
    const page = pageAndHost({ spec: { steps: 400 } });
    page.store.run();
    await page.until(({ step }) => step > 30);
    page.store.suspend(true);
    await page.quiet();
    const made = page.session()?.calls.length;
    await page.turns(100);
    expect(page.session()?.calls.length).toBe(made);
    expect(page.state()).toMatchObject({ status: 'running', target: 400 });
    page.store.suspend(false);
    await page.quiet();
    expect(page.state()).toMatchObject({ status: 'idle', step: 400 });
  });
});
