import type { Page } from '@playwright/test';
import { expect, heldOutAccuracy, openLab, position, runButton, runFast, test, untilPaused } from './page';

/** The line on the shared card that compares the sum of the drawn tiles with the gradient's second path. */
const identity = (page: Page) =>
  page.locator('.network-line', {
    hasText: '✓ sum over 196 positions = kernel gradient, largest difference',
  });

test('200 steps on the CPU: both networks learn, the identity holds, the numbers are on the screen', async ({
  page,
}) => {
  await openLab(page, 'act=learn&steps=200&batch=32');
  await runFast(page);
  await untilPaused(page, 200, 60_000);
  await expect(identity(page)).toBeVisible();
  const difference = await identity(page).textContent();
  const exponent = Number(
    /10⁻([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/.exec(difference ?? '')?.[1]?.replace(/./g, (c) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c))),
  );
  expect(exponent).toBeGreaterThanOrEqual(6);
  const shared = await heldOutAccuracy(page, 'shared');
  const independent = await heldOutAccuracy(page, 'independent');
  expect(shared).toBeGreaterThan(0.4);
  expect(shared - independent).toBeGreaterThan(0.1);
  await expect(page.locator('.cost tbody tr').first()).toContainText('3,594');
  await expect(page.locator('.cost tbody tr').nth(1)).toContainText('198,522');
});

test('on the GPU path the same step gives the same loss and the identity holds', async ({ page }) => {
  test.setTimeout(120_000);
  const loss = page.getByText(/Loss of the last batch: shared/);
  await openLab(page, 'act=learn&batch=8', 'backend=cpu');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(position(page)).toHaveText('step 1 of 800', { timeout: 30_000 });
  await expect(loss).toBeVisible();
  const onCpu = await loss.textContent();
  await openLab(page, 'act=learn&batch=8', 'backend=webgl');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(position(page)).toHaveText('step 1 of 800', { timeout: 60_000 });
  await expect(loss).toHaveText(onCpu ?? '');
  await expect(identity(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'trains on the GPU' })).toBeVisible();
});

test('the first press is answered at once and the page never waits for training', async ({ page }) => {
  await openLab(page, 'act=learn');
  const answered = await page.evaluate(async () => {
    const button = document.querySelector<HTMLButtonElement>('.transport-run');
    const start = performance.now();
    button?.click();
    while (!document.querySelector('.transport-run')?.textContent?.includes('Pause')) {
      if (performance.now() - start > 2000) break;
      await new Promise(requestAnimationFrame);
    }
    return performance.now() - start;
  });
  expect(answered).toBeLessThan(2000);
  await expect(position(page)).not.toHaveText('step 0 of 800', { timeout: 30_000 });
});

test('a poke changes every copy of a shared kernel and one copy of the independent ones', async ({
  page,
}) => {
  await openLab(page, 'act=learn');
  await page.getByRole('button', { name: /^Poke/ }).click();
  await expect(
    page.getByText('Shared: 196 of 196 copies changed. Independent: 1 of 196 copies changed.'),
  ).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole('button', { name: 'Changed by hand' })).toBeVisible();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('The link gives the run without that change.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByRole('button', { name: 'Changed by hand' })).toBeHidden();
});

test('a poke in the middle of training pauses it and changes the same copies', async ({ page }) => {
  await openLab(page, 'act=learn');
  await runButton(page).click();
  await expect(position(page)).toHaveText(/step [1-9]\d+ of 800/, { timeout: 60_000 });
  await page.getByRole('button', { name: /^Poke/ }).click();
  await expect(
    page.getByText('Shared: 196 of 196 copies changed. Independent: 1 of 196 copies changed.'),
  ).toBeVisible({ timeout: 30_000 });
  await expect(runButton(page)).toHaveText(/Continue/);
});

test('with Compare off a flip trains the other network from step 0 to the present step and keeps both', async ({
  page,
}) => {
  await openLab(page, 'act=learn&compare=0&steps=60&batch=16');
  await runFast(page);
  await untilPaused(page, 60, 60_000);
  const shared = await heldOutAccuracy(page, 'shared');
  await page.getByRole('radio', { name: 'Independent', exact: true }).check();
  await expect(
    page.locator('.evidence-chart').first().locator('text.end', { hasText: 'independent' }),
  ).toBeVisible({
    timeout: 30_000,
  });
  await expect(position(page)).toHaveText('step 60 of 60');
  expect(await heldOutAccuracy(page, 'shared')).toBe(shared);
  await expect(page).toHaveURL(/sharing=independent/);
});

test('a learning rate that diverges stops with words, and the last good weights come back', async ({
  page,
}) => {
  await openLab(page, 'act=learn&rate=1000&steps=200&batch=16');
  await runButton(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'diverged' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Back to the last good weights' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'diverged' })).toBeHidden();
});

test('the scrubber looks back and training goes on from the newest step', async ({ page }) => {
  await openLab(page, 'act=learn&steps=20&batch=16');
  await runButton(page).click();
  await untilPaused(page, 20, 60_000);
  const scrubber = page.getByRole('slider', { name: 'Recorded steps' });
  await scrubber.focus();
  await page.keyboard.press('Home');
  const back = page.getByRole('button', { name: /back to the newest/ });
  await expect(back).toBeVisible();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(position(page)).toHaveText(/step 21 of/);
  await expect(back).toBeHidden();
});

test('the same link gives the same figures', async ({ page }) => {
  const figures: string[] = [];
  for (let visit = 0; visit < 2; visit++) {
    await openLab(page, 'act=learn&steps=40&data=corner&batch=16');
    await runFast(page);
    await untilPaused(page, 40, 60_000);
    figures.push((await page.locator('.evidence-chart text.end').allTextContents()).join());
  }
  expect(figures[0]).toBe(figures[1]);
});

test('200 steps on the GPU path: the shared network learns and its figures come to the screen', {
  tag: '@alone',
}, async ({ page }) => {
  // A simulated GPU is slow: small batches, one network, and no ledger to read back.
  test.setTimeout(170_000);
  await openLab(page, 'act=move&steps=200&batch=16&compare=0', 'backend=webgl');
  await runFast(page);
  await expect(position(page)).toHaveText('step 200 of 200', { timeout: 140_000 });
  await expect(page.getByRole('button', { name: 'trains on the GPU' })).toBeVisible();
  await expect.poll(() => heldOutAccuracy(page, 'shared'), { timeout: 30_000 }).toBeGreaterThan(0.2);
});
