/**
 * Endurance: the Learn act trains while random controls are pressed; at every reset of the same experiment the
 * engine must hold what it held the time before. A minute in the ordinary test, SOAK_MINUTES=20 in `npm run soak`;
 * half of the time on each backend.
 */
import type { Page } from '@playwright/test';
import { trainingWorker } from './broken-worker';
import { expect, openLab, position, runButton, test } from './page';

const MINUTES = Number(process.env.SOAK_MINUTES ?? 1);
declare const self: typeof globalThis & {
  tied: { memory(): { tensors: number; bytes: number; gpuBytes: number } };
};

/** A seeded stream of numbers from 0 to 1, so that a failing run can be had again. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const choose = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)] as Item;

/** What a learner may press at any time. */
const presses: readonly ((page: Page, random: () => number) => Promise<void>)[] = [
  (page) => runButton(page).click(),
  (page) => page.getByRole('button', { name: 'Step', exact: true }).click(),
  (page) => page.getByRole('button', { name: 'Reset', exact: true }).click(),
  (page, random) => page.getByRole('radio', { name: choose(['Shared', 'Independent'], random) }).check(),
  (page, random) =>
    page.getByRole('radio', { name: choose(['Slide', 'Learn', 'Move'], random), exact: true }).check(),
  // Not in act Slide, where nothing trains.
  async (page) => {
    const compare = page.getByRole('button', { name: 'Compare' });
    if (await compare.isVisible()) await compare.click();
  },
  async (page, random) => {
    await page.getByLabel('Speed').selectOption(choose(['steady', 'fast'], random));
  },
  // Another experiment: the GPU's memory is given back.
  async (page, random) => {
    const digits = page.getByRole('radio', { name: choose(['Roaming', 'Corner'], random), exact: true });
    if (await digits.isVisible()) await digits.check();
  },
  async (page, random) => {
    const filter = page.getByRole('radio', { name: String(1 + Math.floor(8 * random())), exact: true });
    if (await filter.isVisible()) await filter.check();
  },
];

/** Back to Learn with Compare on, two steps from the start: the same state every time. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Learn', exact: true }).check();
  await page.getByRole('radio', { name: 'Shared' }).check();
  await page.getByRole('radio', { name: 'Roaming', exact: true }).check();
  const compare = page.getByRole('button', { name: 'Compare' });
  if ((await compare.getAttribute('aria-pressed')) !== 'true') await compare.click();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  for (let step = 1; step <= 2; step++) {
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(position(page)).toHaveText(new RegExp(`^step ${step} of`), { timeout: 60_000 });
  }
  await expect(page.locator('.evidence')).toHaveAttribute('data-shown', /step 2, \d+ examples/, {
    timeout: 60_000,
  });
}

async function heldBy(page: Page) {
  const engine = await (await trainingWorker(page)).evaluate(() => self.tied.memory());
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { engine, heap: usedSize };
}

for (const backend of ['cpu', 'webgl'] as const)
  test(`${MINUTES / 2} minutes of random controls on ${backend} pile nothing up`, async ({ page }) => {
    const length = (MINUTES / 2) * 60_000;
    test.setTimeout(length + 180_000);
    const random = stream(7);
    await openLab(page, 'act=learn&examples=200&batch=8', `backend=${backend}`);
    await settle(page);
    const samples = [await heldBy(page)];
    const end = Date.now() + length;
    do {
      for (let press = 0; press < 12; press++) {
        await choose(presses, random)(page, random);
        await page.waitForTimeout(300 * random());
      }
      await settle(page);
      samples.push(await heldBy(page));
    } while (Date.now() < end);
    // biome-ignore lint/suspicious/noConsole: the figures belong in the report
    console.log(`${backend}: ${samples.length} samples, last`, samples.at(-1));
    const [, ...later] = samples;
    const [second] = later;
    expect(later.length).toBeGreaterThan(0);
    for (const { engine } of later) expect(engine).toEqual(second?.engine);
    // What the page itself keeps (curves, recorded frames) begins anew with every reset.
    const half = later.slice(later.length >> 1).map(({ heap }) => heap);
    expect(Math.min(...half)).toBeLessThan(1.25 * (samples[0]?.heap ?? 0) + 4e6);
    expect(page.workers()).toHaveLength(1);
  });
