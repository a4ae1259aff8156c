/** A sweep with workers that are told what to say: order, pause, cancel, failures, and how often it changes. */
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../src/store/sweep/sweep-plan';
import { workersFor } from '../../../src/store/sweep/sweep-store';
import { plan, settings, sweepBench } from './sweep-bench';

describe('a sweep', () => {
  it('starts no worker before it is started', async () => {
    const { store, workers, settle } = sweepBench();
    await settle();
    expect(workers).toHaveLength(0);
    expect(store.getState()).toMatchObject({ status: 'idle', plan: null, msPerExample: {} });
  });

  it('trains every cell once, row by row, each as its own experiment, and ends its workers', async () => {
    const bench = sweepBench();
    const { store, workers, settle, cellsOf } = bench;
    store.start(plan);
    await settle();
    for (let cell = 0; cell < 6; cell++) {
      bench.finish(workers[cell % 2]);
      await settle();
    }
    expect(cellsOf(workers[0])).toEqual(['200 shared', '200 independent', '1000 grouped']);
    expect(cellsOf(workers[1])).toEqual(['200 grouped', '1000 shared', '1000 independent']);
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
    expect(store.getState()).toMatchObject({ status: 'idle', plan: null, workers: 0 });
    expect(store.getState().figures.size).toBe(6);
    const measures = workers.flatMap(({ commands }) => commands.filter(({ type }) => type === 'measure'));
    expect(measures).toHaveLength(6);
    expect(measures.every((command) => command.type === 'measure' && command.steps === 40)).toBe(true);
  });

  it('leaves one core to the page, takes four at most, and no more than there are cells', () => {
    expect([0, 1, 2, 3, 4, 16].map((cores) => workersFor(plan, 6, cores))).toEqual([1, 1, 1, 2, 3, 4]);
    expect(workersFor(plan, 2, 16)).toBe(2);
    expect(workersFor({ ...plan, settings: { ...settings, backend: 'webgl' } }, 6, 16)).toBe(1);
  });

  it('shows what comes in at its own pace, however often workers speak', async () => {
    const bench = sweepBench();
    const { store, workers, settle, delayed } = bench;
    store.start(plan);
    await settle();
    let changes = 0;
    store.subscribe(() => {
      changes += 1;
    });
    for (let step = 1; step < 40; step++)
      bench.say(workers[0], { type: 'measuring', network: 'shared', step });
    expect(changes).toBe(0);
    expect(delayed).toHaveLength(1);
    bench.publish();
    expect(changes).toBe(1);
    expect(store.getState().steps.get(keyOf(settings, { examples: 200, map: 'one' }))).toBe(39);
  });

  it('stands still while paused, workers and all, and then goes on with the same cells', async () => {
    const bench = sweepBench();
    const { store, workers, settle, cellsOf } = bench;
    store.start(plan);
    await settle();
    store.pause();
    expect(workers.map(({ commands }) => commands.at(-1))).toMatchObject([
      { type: 'suspend', on: true },
      { type: 'suspend', on: true },
    ]);
    // What was on its way still counts, but nothing new begins.
    bench.finish(workers[0]);
    await settle();
    expect(cellsOf(workers[0])).toHaveLength(1);
    store.resume();
    await settle();
    expect(cellsOf(workers[0])).toEqual(['200 shared', '200 independent']);
    expect(workers[1]?.commands.at(-1)).toMatchObject({ type: 'suspend', on: false });
    expect(workers).toHaveLength(2);
  });

  it('that is cancelled ends its workers, keeps what is finished and is not there after a reload', async () => {
    const bench = sweepBench();
    const { store, workers, settle, storage } = bench;
    store.start(plan);
    await settle();
    bench.finish(workers[0]);
    store.cancel();
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
    expect(store.getState()).toMatchObject({ status: 'idle', plan: null });
    const again = sweepBench({ storage: () => storage });
    expect(again.store.getState().plan).toBeNull();
    expect(again.store.getState().figures.size).toBe(1);
  });

  it('knows how long an example takes once a cell is finished that was never paused', async () => {
    const bench = sweepBench();
    const { store, workers, settle } = bench;
    store.start(plan);
    await settle();
    bench.pass(5000);
    store.pause();
    store.resume();
    bench.pass(1000);
    bench.finish(workers[0]);
    bench.publish();
    expect(store.getState().msPerExample).toEqual({});
    await settle();
    bench.pass(2560);
    bench.finish(workers[0]);
    bench.publish();
    expect(store.getState().msPerExample.cpu).toBeCloseTo(2560 / (40 * 64));
  });

  it('counts for each cell what its subject says, which may be more for the first of a worker', async () => {
    const bench = sweepBench({ cores: 2, examplesOf: (_settings, _cell, first) => (first ? 30 : 10) });
    bench.store.start(plan);
    await bench.settle();
    for (const ms of [300, 100, 100]) {
      bench.pass(ms);
      bench.finish(bench.workers[0]);
      bench.publish();
      expect(bench.store.getState().msPerExample.cpu).toBeCloseTo(10);
    }
  });

  it('on the GPU says nothing of how long an example takes the CPU', async () => {
    const bench = sweepBench();
    const { store, workers, settle } = bench;
    for (const [backend, ms] of [
      ['cpu', 2560],
      ['webgl', 5120],
    ] as const) {
      store.start({ ...plan, settings: { ...settings, backend } });
      await settle();
      bench.pass(ms);
      bench.finish(workers.at(-1));
      bench.publish();
    }
    expect(store.getState().msPerExample).toEqual({ cpu: 1, webgl: 2 });
  });
});

describe('a cell that fails', () => {
  const first = keyOf(settings, { examples: 200, map: 'one' });

  it.each(['diverged', 'data-failed', 'context-lost'] as const)(
    'because it is %s says so; the others go on',
    async (code) => {
      const bench = sweepBench();
      const { store, workers, settle, cellsOf } = bench;
      store.start(plan);
      await settle();
      bench.say(workers[0], { type: 'failed', code, detail: 'so it is' });
      await settle();
      bench.publish();
      expect(store.getState().failures.get(first)).toBe(code);
      expect(cellsOf(workers[0])).toEqual(['200 shared', '200 independent']);
    },
  );

  it('because its worker died leaves the next cell to a new worker', async () => {
    const bench = sweepBench();
    const { store, workers, settle, cellsOf } = bench;
    store.start(plan);
    await settle();
    bench.say(workers[0], { type: 'opened', backend: 'cpu', reason: 'asked' });
    workers[0]?.fail('error');
    await settle();
    bench.publish();
    expect(store.getState().failures.get(first)).toBe('worker-failed');
    expect(workers).toHaveLength(3);
    expect(cellsOf(workers[2])).toEqual(['200 independent']);
  });

  it('is trained again by the next start, and only it', async () => {
    const bench = sweepBench({ cores: 2 });
    const { store, living, settle, cellsOf } = bench;
    store.start(plan);
    await settle();
    bench.say(living()[0], { type: 'failed', code: 'diverged', detail: '' });
    for (let cell = 0; cell < 5; cell++) {
      await settle();
      bench.finish(living()[0]);
    }
    expect(store.getState().status).toBe('idle');
    store.start(plan);
    await settle();
    expect(store.getState().failures.size).toBe(0);
    expect(cellsOf(living()[0])).toEqual(['200 shared']);
  });

  it('where no worker can start at all, the sweep comes to its end', async () => {
    const bench = sweepBench({ createWorker: () => Promise.reject(new Error('no workers here')) });
    bench.store.start(plan);
    for (let turn = 0; turn < 40; turn++) await bench.settle();
    expect(bench.store.getState().status).toBe('idle');
    expect(bench.store.getState().failures.size).toBe(6);
  });
});
