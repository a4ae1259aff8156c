/** Faults of GPU, worker and data, provoked in a real browser: training goes on, or words say what to do. */
import type { Page } from '@playwright/test';
import { breakWorkers, loseContext, loseContextAtDraw, silenceWorker, throwInWorker } from './broken-worker';
import { expect, openLab, position, runButton, runFast, test, untilStep } from './page';

/** A simulated GPU is slow: small batches, one network, and no ledger to read back. */
const SMALL = 'act=learn&steps=40&batch=8&compare=0';
const notice = (page: Page, text: string) => page.locator('.notices').getByText(text);
const tookGpu = (page: Page) => notice(page, 'The browser took the GPU away.');
const stopped = (page: Page) => notice(page, 'The training worker stopped.');
const trainsOn = (page: Page, where: string) => page.getByRole('button', { name: `trains on the ${where}` });

async function runsToTheEnd(page: Page): Promise<void> {
  await expect(position(page)).toHaveText('step 40 of 40', { timeout: 90_000 });
  await expect(runButton(page)).toHaveText('Run again');
}

test.describe('a lost GPU context', () => {
  test.beforeEach(async ({ page }) => {
    test.setTimeout(150_000);
    await breakWorkers(page);
  });

  test('between steps: a sentence says so, and the run goes on to its end on the GPU', async ({ page }) => {
    await openLab(page, SMALL, 'backend=webgl');
    await runButton(page).click();
    await untilStep(page, 22, 60_000);
    await loseContext(page);
    await expect(tookGpu(page)).toBeVisible({ timeout: 20_000 });
    await runsToTheEnd(page);
    await expect(trainsOn(page, 'GPU')).toBeVisible();
    expect(page.workers()).toHaveLength(1);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(tookGpu(page)).toBeHidden();
  });

  test('in the middle of a step, twice in a row: then it goes on on the CPU, which says why', async ({
    page,
  }) => {
    await openLab(page, SMALL, 'backend=webgl');
    await runButton(page).click();
    await untilStep(page, 5, 60_000);
    await loseContextAtDraw(page, 3);
    await expect(tookGpu(page)).toBeVisible({ timeout: 20_000 });
    await expect(notice(page, 'the run was taken up at step')).toBeVisible({ timeout: 20_000 });
    await untilStep(page, 5, 60_000);
    await loseContextAtDraw(page, 4);
    await expect(trainsOn(page, 'CPU')).toBeVisible({ timeout: 30_000 });
    await runsToTheEnd(page);
    await trainsOn(page, 'CPU').click();
    await expect(page.getByText('the browser took the GPU away twice')).toBeVisible();
  });

  test('while paused: the weights of that very step are kept, and the next step follows from them', async ({
    page,
  }) => {
    await openLab(page, SMALL, 'backend=webgl');
    for (let step = 1; step <= 3; step++) {
      await page.getByRole('button', { name: 'Step', exact: true }).click();
      await expect(position(page)).toHaveText(`step ${step} of 40`, { timeout: 30_000 });
    }
    await loseContext(page);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(position(page)).toHaveText('step 4 of 40', { timeout: 60_000 });
    await expect(tookGpu(page)).toBeVisible();
  });
});

test('a GPU lost before the first step and never given back: the CPU takes over, nothing is lost', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await breakWorkers(page, { loseAfterDraws: 2 });
  await openLab(page, SMALL, 'backend=webgl');
  await runFast(page);
  await expect(trainsOn(page, 'CPU')).toBeVisible({ timeout: 60_000 });
  await runsToTheEnd(page);
});

test('no WebGL at all: asked for or not, the CPU trains and the badge says why', async ({ page }) => {
  await breakWorkers(page, { withoutWebgl: true });
  for (const [query, why] of [
    ['backend=webgl', 'the GPU was asked for but cannot be used here'],
    ['', 'no WebGL 2 in the worker'],
  ] as const) {
    await openLab(page, SMALL, query);
    await runFast(page);
    await runsToTheEnd(page);
    await trainsOn(page, 'CPU').click();
    await expect(page.getByText(why)).toBeVisible();
  }
});

test('where the networks train can be changed at the badge', async ({ page }) => {
  await openLab(page, SMALL);
  await runFast(page);
  await runsToTheEnd(page);
  await trainsOn(page, 'CPU').click();
  await page.getByRole('radio', { name: 'GPU (WebGL)' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(trainsOn(page, 'GPU')).toBeVisible({ timeout: 30_000 });
  await expect(position(page)).toHaveText('step 1 of 40', { timeout: 30_000 });
});

test.describe('a worker', () => {
  test('that breaks is replaced, and the run goes on from the weights that were kept', async ({ page }) => {
    await breakWorkers(page);
    await openLab(page, 'act=learn&steps=400&batch=8');
    await runButton(page).click();
    await untilStep(page, 120, 60_000);
    await throwInWorker(page);
    await expect(stopped(page)).toBeVisible({ timeout: 10_000 });
    await expect(notice(page, 'the run was taken up at step')).toBeVisible({ timeout: 15_000 });
    await untilStep(page, 160, 60_000);
    expect(page.workers()).toHaveLength(1);
  });

  test('that falls silent is noticed, ended and replaced', async ({ page }) => {
    await breakWorkers(page);
    await openLab(page, SMALL);
    await runFast(page);
    await runsToTheEnd(page);
    await silenceWorker(page);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(stopped(page)).toBeVisible({ timeout: 30_000 });
    await expect(position(page)).toHaveText(/step 41 of/, { timeout: 20_000 });
  });

  test('that cannot start says so, and Try again starts it when it can', async ({ page }) => {
    await page.addInitScript(() => {
      const Original = window.Worker;
      window.Worker = class extends Original {
        constructor(url: string | URL, options?: WorkerOptions) {
          if (sessionStorage.getItem('workers') !== 'allowed') {
            super('data:text/javascript,throw new Error("not here")');
            return;
          }
          super(url, options);
        }
      };
    });
    await openLab(page, SMALL);
    await runButton(page).click();
    const failed = notice(page, 'The training worker cannot be started here. Your settings are kept');
    await expect(failed).toBeVisible({ timeout: 20_000 });
    await page.evaluate(() => sessionStorage.setItem('workers', 'allowed'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(failed).toBeHidden();
    await runsToTheEnd(page);
  });
});

test.describe('digits', () => {
  test.use({ complaintsAllowed: /mnist\.bin|Failed to load resource/ });

  test('that come only at the second attempt come without a press', async ({ page }) => {
    let asked = 0;
    await page.route('**/mnist.bin', (route) => (++asked === 1 ? route.abort() : route.continue()));
    await openLab(page, SMALL);
    await runFast(page);
    await runsToTheEnd(page);
    expect(asked).toBe(2);
  });

  test('that do not come say so; Try again loads them and takes up the run', async ({ page }) => {
    await page.route('**/mnist.bin', (route) => route.fulfill({ status: 404 }));
    await openLab(page, SMALL);
    await runFast(page);
    await expect(notice(page, 'The data could not be loaded')).toBeVisible({ timeout: 30_000 });
    await page.unroute('**/mnist.bin');
    await page.getByRole('button', { name: 'Try again' }).click();
    await runsToTheEnd(page);
  });

  test('that are cut short count as not there', async ({ page }) => {
    await page.route('**/mnist.bin', async (route) => {
      const body = await (await route.fetch()).body();
      await route.fulfill({
        body: body.subarray(0, body.length >> 1),
        contentType: 'application/octet-stream',
      });
    });
    await openLab(page, SMALL);
    await runButton(page).click();
    await expect(notice(page, 'The data could not be loaded')).toBeVisible({ timeout: 30_000 });
  });
});

test('a hidden page does not train; seen again it goes on', async ({ page }) => {
  await openLab(page, 'act=learn&steps=2000&batch=8');
  await runButton(page).click();
  await untilStep(page, 10, 60_000);
  const show = (state: 'hidden' | 'visible') =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => visibility === 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await show('hidden');
  await page.waitForTimeout(1000);
  const before = await position(page).textContent();
  await page.waitForTimeout(2000);
  expect(await position(page).textContent()).toBe(before);
  await expect(runButton(page)).toHaveText('Pause');
  await show('visible');
  await expect(position(page)).not.toHaveText(before ?? '', { timeout: 10_000 });
});
