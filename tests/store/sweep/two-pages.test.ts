/** Two pages that are open at once and share one storage: what one has finished, the other leaves there. */
import { expect, it } from 'vitest';
import { plan, settings, sweepBench } from './sweep-bench';

const other = { ...plan, settings: { ...settings, seed: 9 } };

/** The second was opened before the first had begun; the first has finished so many cells of `plan`. */
async function twoPages(count: number) {
  const first = sweepBench({ cores: 2 });
  const second = sweepBench({ cores: 2, storage: () => first.storage });
  first.store.start(plan);
  await first.settle();
  for (let cell = 0; cell < count; cell++) {
    first.finish(first.workers[0], 500 + cell);
    await first.settle();
  }
  first.publish();
  const reload = () => sweepBench({ storage: () => first.storage }).store.getState();
  return { first, second, reload };
}

it.each(['start', 'cancel'] as const)('cells of one page stay when the other presses %s', async (action) => {
  const { first, second, reload } = await twoPages(3);
  if (action === 'start') second.store.start(other);
  else second.store.cancel();
  expect(first.store.getState().figures.size).toBe(3);
  expect(reload().figures).toEqual(first.store.getState().figures);
});

it('cells of both pages stay, whoever writes last', async () => {
  const { first, second, reload } = await twoPages(2);
  second.store.start(other);
  await second.settle();
  second.finish(second.workers[0]);
  first.finish(first.workers[0]);
  await second.settle();
  second.finish(second.workers[0]);
  second.store.cancel();
  expect(reload().figures.size).toBe(5);
});

it('a page cancels its own plan and no other', async () => {
  const { first, second, reload } = await twoPages(1);
  second.store.cancel();
  expect(reload().plan).toEqual(plan);
  second.store.start(other);
  first.store.cancel();
  expect(reload().plan).toEqual(other);
  second.store.cancel();
  expect(reload().plan).toBeNull();
});

it('a plan takes the place that another one has left as soon as a cell of it is finished', async () => {
  const { first, second, reload } = await twoPages(1);
  second.store.start(other);
  second.store.cancel();
  expect(reload().plan).toBeNull();
  first.finish(first.workers[0]);
  expect(reload().plan).toEqual(plan);
});

it('no page trains a cell that the other has finished, before its start or since', async () => {
  const { first, second } = await twoPages(2);
  second.store.start(plan);
  await second.settle();
  for (let cell = 0; cell < 2; cell++) {
    first.finish(first.workers[0]);
    await first.settle();
  }
  second.finish(second.workers[0]);
  await second.settle();
  expect(second.cellsOf(second.workers[0])).toEqual(['200 independent', '1000 grouped']);
});
