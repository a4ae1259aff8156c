/**
 * The sweep in the browser: 4 x 5 cells of 40 steps. It keeps the main thread free, outlives a reload, gives the same
 * figures again, and each cell is the run that the page makes of it.
 */
import type { Page } from '@playwright/test';
import { expect, position, runButton, test } from './page';

const ROWS = ['50', '100', '200', '500'];
/** Of the seven numbers of examples, and of the degrees, what is on at first. */
const OTHER_ROWS = ['1,000', '5,000'];
const LEFT_OUT = '4 × 4 blocks';

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
  /** Microseconds: by the clock, and of them on the processor. */
  readonly dur?: number;
  readonly tdur?: number;
};

/** What the page's main thread worked on while this went on: ms on the processor of every frame and of every task. */
async function mainThreadWork(page: Page, during: () => Promise<void>) {
  const browser = page.context().browser();
  if (!browser) throw new Error('There is no browser to trace.');
  await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] });
  await during();
  const text = (await browser.stopTracing()).toString();
  const { traceEvents } = JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] };
  const places = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const workOf = (pattern: RegExp) =>
    traceEvents
      .filter(
        ({ name, pid, tid, dur }) => dur !== undefined && pattern.test(name) && places.has(`${pid} ${tid}`),
      )
      .map(({ dur = 0, tdur = dur }) => tdur / 1000)
      .sort((one, other) => one - other);
  return { frames: workOf(/^FireAnimationFrame$/), tasks: workOf(/RunTask$/) };
}

async function open(page: Page, keys = 'steps=40&batch=16&data=two-rules'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`?backend=cpu#v=1&lab=how-much&seed=1&${keys}`);
  await sweep(page).waitFor();
}

const sweep = (page: Page) => page.locator('.sweep');
const press = (page: Page, name: string) => sweep(page).getByRole('button', { name, exact: true }).click();
const cells = (page: Page) => sweep(page).getByRole('gridcell');

async function choose(page: Page): Promise<void> {
  const box = (name: string) => sweep(page).getByRole('checkbox', { name, exact: true });
  await sweep(page).getByText('Rows and columns').click();
  for (const name of ROWS) await box(name).check();
  for (const name of [...OTHER_ROWS, LEFT_OUT]) await box(name).uncheck();
  await sweep(page).getByText('Rows and columns').click();
}

/** The names of the cells that are finished: with them, their figures. */
const finished = async (page: Page) => {
  const names = await cells(page).evaluateAll((all) =>
    all.map((cell) => cell.getAttribute('aria-label') ?? ''),
  );
  return names.filter((name) => name.includes('on digits never seen'));
};

async function untilFinished(page: Page, count: number): Promise<void> {
  await expect
    .poll(async () => (await finished(page)).length, { timeout: 120_000, intervals: [250] })
    .toBeGreaterThanOrEqual(count);
}

test('a sweep keeps the main thread free, outlives a reload and gives the same figures again', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await open(page);
  await choose(page);
  await expect(cells(page)).toHaveCount(20);
  const { frames, tasks } = await mainThreadWork(page, async () => {
    await press(page, 'Start the sweep');
    await untilFinished(page, 10);
    // Reading the trace takes longer than some cells.
    await press(page, 'Pause');
  });
  expect(frames.length).toBeGreaterThan(5);
  const most = frames[Math.floor(frames.length * 0.95)] ?? Number.NaN;
  test.info().annotations.push({
    type: 'main thread',
    description: `${frames.length} frames, 95 % ${most} ms, longest ${frames.at(-1)} ms; longest task ${tasks.at(-1)} ms`,
  });
  // Of the processor's time, not of the clock's: others may be at work on the machine.
  expect(most).toBeLessThan(8);
  expect(tasks.at(-1)).toBeLessThan(50);

  await press(page, 'Resume');
  await page.reload();
  await expect(sweep(page).getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
  const before = await finished(page);
  expect(before.length).toBeGreaterThanOrEqual(10);
  expect(before.length).toBeLessThan(20);
  await press(page, 'Resume');
  await expect(sweep(page).locator('.sweep-bar')).toContainText('All 20 cells are finished.', {
    timeout: 120_000,
  });
  const whole = await finished(page);
  expect(whole).toHaveLength(20);
  expect(whole).toEqual(expect.arrayContaining(before));
  await expect(sweep(page).locator('.sweep-findings')).toContainText(/Best with|tie/);

  await page.evaluate(() => localStorage.clear());
  await open(page);
  await choose(page);
  expect(await finished(page)).toEqual([]);
  await press(page, 'Start the sweep');
  await untilFinished(page, 3);
  await press(page, 'Cancel');
  const again = await finished(page);
  // Which of a row is the best is said once the row is complete.
  const figures = (names: readonly string[]) => names.map((name) => name.replace(/, best.*/, ''));
  expect(figures(whole)).toEqual(expect.arrayContaining(figures(again)));
  await expect(sweep(page).getByRole('button', { name: 'Train the rest' })).toBeFocused();
});

test('a cell is the run that the page makes of it, and figures and pictures can be saved', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await open(page, 'steps=20&batch=16&data=centred&examples=300&compare=0');
  const box = (name: string) => sweep(page).getByRole('checkbox', { name, exact: true });
  await sweep(page).getByText('Rows and columns').click();
  for (const name of ['1,000', '5,000', 'halves', 'quadrants', '4 × 4 blocks', 'independent'])
    await box(name).uncheck();
  await press(page, 'Start the sweep');
  await expect(sweep(page).locator('.sweep-bar')).toContainText('All 2 cells are finished.', {
    timeout: 60_000,
  });

  await cells(page).first().focus();
  await page.keyboard.press('End');
  await expect(cells(page).nth(1)).toBeFocused();
  const name = (await cells(page).nth(1).getAttribute('aria-label')) ?? '';
  const accuracy = Number(/([\d.]+)\s%/.exec(name)?.[1]) / 100;
  expect(accuracy).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expect(sweep(page)).toContainText('On the stage now: centred, rows, 200 examples');
  await expect(page).toHaveURL(/examples=200/);
  await press(page, 'Go to the stage');
  await expect(runButton(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(position(page)).toHaveText(/^step 20 of/, { timeout: 60_000 });
  await expect(page.locator('.evidence')).toHaveAttribute('data-shown', /step 20, 2000 examples/, {
    timeout: 30_000,
  });
  const end = page.locator('.evidence-chart').first().locator('text.end', { hasText: 'grouped' });
  await expect(end).toHaveText(/^grouped \d\.\d\d$/);
  // Both are rounded: the cell to three digits, the curve to two.
  const shown = Number((await end.textContent())?.replace('grouped', ''));
  expect(Math.abs(shown - accuracy)).toBeLessThanOrEqual(0.0056);

  const bytesOf = async (format: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, format)]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  };
  expect((await bytesOf('CSV')).toString().trimEnd().split('\r\n')).toHaveLength(3);
  expect(JSON.parse((await bytesOf('JSON')).toString())).toHaveProperty('cells.length', 2);
  expect([...(await bytesOf('PNG')).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  const svg = (await bytesOf('SVG')).toString();
  const texts = await page.evaluate((text) => {
    const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
    return [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);
  }, svg);
  expect(texts).toContain((100 * accuracy).toFixed(1));
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('holds the sweep without scrolling sideways; a tap puts a cell on the stage', async ({ page }) => {
    await open(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await cells(page).nth(3).tap();
    await expect(sweep(page)).toContainText('On the stage now: two rules, halves, 200 examples');
    await expect(page).toHaveURL(/map=halves/);
  });
});
