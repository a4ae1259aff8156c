/** What outlives a reload, and what of a stored text is believed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSweepMemory } from '../../../src/store/sweep/sweep-memory';
import { isPlan, keyOf } from '../../../src/store/sweep/sweep-plan';
import { anyEntry, anyPace, anyPlan } from './stored-sweeps';
import { memoryStorage, plan, settings, sweepBench } from './sweep-bench';

const half = { train: { correct: 190, total: 200 }, test: { correct: 1000, total: 2000 } };
const readOf = (text: string) => createSweepMemory(() => memoryStorage(text)).read();

describe('a sweep that a reload breaks off', () => {
  it('waits to be resumed, and then trains only what is missing', async () => {
    const before = sweepBench({ cores: 2 });
    before.store.start(plan);
    for (let cell = 0; cell < 4; cell++) {
      await before.settle();
      before.finish(before.workers[0], 500 + cell);
    }
    await before.settle();

    const after = sweepBench({ cores: 2, storage: () => before.storage });
    expect(after.store.getState()).toMatchObject({ status: 'paused', plan });
    expect(after.store.getState().figures.size).toBe(4);
    expect(after.workers).toHaveLength(0);
    after.store.resume();
    await after.settle();
    after.finish(after.workers[0]);
    await after.settle();
    expect(after.cellsOf(after.workers[0])).toEqual(['1000 grouped', '1000 independent']);
  });

  it('goes on in memory where nothing may be kept, even if reading throws', async () => {
    const bench = sweepBench({
      cores: 2,
      storage: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    bench.store.start(plan);
    await bench.settle();
    bench.finish(bench.workers[0]);
    bench.store.rest();
    expect(bench.store.getState()).toMatchObject({ status: 'paused', plan });
    bench.store.resume();
    await bench.settle();
    expect(bench.cellsOf(bench.living()[0])).toEqual(['200 grouped']);
  });

  it('goes on where the storage is full', async () => {
    const full = {
      ...memoryStorage(),
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const bench = sweepBench({ storage: () => full });
    bench.store.start(plan);
    await bench.settle();
    bench.finish(bench.workers[0]);
    bench.publish();
    expect(bench.store.getState().figures.size).toBe(1);
  });
});

describe('the key of a cell', () => {
  const cell = { examples: 200, map: 'rows' };
  const others: readonly Partial<typeof settings>[] = [
    { task: 'roaming' },
    { seed: 4 },
    { steps: 41 },
    { batch: 32 },
    { rate: 0.01 },
    { optimizer: 'sgd' },
    { decay: 'none' },
    { shrink: 0.1 },
    { backend: 'webgl' },
    { digits: 1000 },
  ];

  it.each(others)('changes with %o', (other) => {
    expect(keyOf({ ...settings, ...other }, cell)).not.toBe(keyOf(settings, cell));
  });

  it('has every setting in it', () => {
    expect(new Set(others.flatMap(Object.keys))).toEqual(new Set(Object.keys(settings)));
  });
});

describe('what is kept', () => {
  it('comes back as it was', () => {
    const storage = memoryStorage();
    const memory = createSweepMemory(() => storage);
    const kept = { plan, figures: new Map([['a', half]]), msPerExample: { cpu: 0.2, webgl: 0.1 } };
    memory.update(() => kept);
    expect(memory.read()).toEqual(kept);
  });

  it('is at most the newest 200 cells', () => {
    const storage = memoryStorage();
    const memory = createSweepMemory(() => storage);
    const many = new Map(Array.from({ length: 500 }, (_, at) => [`cell ${at}`, half] as const));
    memory.update((kept) => ({ ...kept, figures: many }));
    expect([...memory.read().figures.keys()]).toEqual([...many.keys()].slice(300));
  });

  it('is not believed where it is not what a sweep writes', () => {
    const nothing = { plan: null, figures: new Map(), msPerExample: {} };
    const texts = ['', 'null', '7', '[]', '{}', '{"version":2}', '"\u0000"', '{"__proto__":{"plan":1}}', '{'];
    for (const text of texts) expect(readOf(text)).toEqual(nothing);
    const entries = [
      ['key', 3, 2, 1, 2],
      ['key', -1, 2, 1, 2],
      ['key', 1, 2, 1],
      ['key', 1, 1e9, 1, 2],
      ['key', 0, 0, 0, 0],
      ['k'.repeat(5000), 1, 2, 1, 2],
      [7, 1, 2, 1, 2],
      { 0: 'key' },
      null,
    ];
    const pace = { cpu: -1, webgl: '1' };
    const text = JSON.stringify({ version: 1, plan: { settings }, figures: entries, msPerExample: pace });
    expect(readOf(text)).toEqual(nothing);
  });

  it('is believed where it is valid, and a part that is not is left out alone', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anyEntry), anyPace, (storedPlan, entries, pace) => {
        const figures = entries.map(({ stored }) => stored);
        const all = { version: 1, plan: storedPlan.stored, figures, msPerExample: pace.stored };
        const read = readOf(JSON.stringify(all));
        expect(read.plan).toEqual(storedPlan.valid);
        expect(read.msPerExample).toEqual(pace.valid ?? {});
        const believed = entries.flatMap(({ valid }) => (valid ? [valid] : []));
        const expected = believed.map(([key, ...counts]) => {
          const [right, trained, correct, held] = counts;
          return [
            key,
            { train: { correct: right, total: trained }, test: { correct, total: held } },
          ] as const;
        });
        expect(read.figures).toEqual(new Map(expected));
      }),
    );
  });

  it.each([
    { ...plan, rows: [] },
    { ...plan, rows: [200, 200] },
    { ...plan, rows: [1e9] },
    { ...plan, columns: ['stripes'] },
    { ...plan, columns: ['0.256'] },
    { ...plan, settings: { ...settings, steps: Number.NaN } },
    { ...plan, settings: { ...settings, rate: Number.POSITIVE_INFINITY } },
    { ...plan, settings: { ...settings, task: 'corner' } },
    { ...plan, settings: { ...settings, shrink: 2 } },
  ])('is no plan that could not be trained: %o', (other) => {
    expect(isPlan(other)).toBe(false);
  });
});
