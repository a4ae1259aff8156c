import type { Page } from '@playwright/test';
import { expect, position, runButton, test } from './page';

/** Opens the Recurrent lab with these keys in the hash. */
async function open(page: Page, keys = '', query = 'backend=cpu'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`?${query}#v=1&lab=recurrent&seed=1${keys ? `&${keys}` : ''}`);
  await page.locator('.transport').waitFor();
  await page.locator('.network-picture canvas').first().waitFor();
}

const card = (page: Page, name: 'Shared' | 'Independent') =>
  page.locator('.network-card', { has: page.getByRole('heading', { name, exact: true }) });
const word = (page: Page) => page.getByRole('textbox', { name: /^Your/ });
const letters = (page: Page, name: 'Shared' | 'Independent' = 'Shared') =>
  card(page, name).locator('.words text[font-weight="650"][text-anchor="middle"]').allTextContents();
const identity = (page: Page) =>
  page.locator('.network-line', { hasText: '✓ sum over 6 steps = gradient of W, largest difference' });
const untilAt = (page: Page, step: number, timeout: number) =>
  expect(position(page)).toHaveText(new RegExp(`^step ${step.toLocaleString('en')} of`), { timeout });

test('the stage stands at once with real numbers: both networks read the word, the sum is the gradient', async ({
  page,
}) => {
  await open(page);
  await expect(card(page, 'Shared')).toContainText('3,894 parameters');
  await expect(card(page, 'Independent')).toContainText('21,894 parameters in 6 cells');
  await expect(card(page, 'Shared').locator('.network-verdict')).toHaveText(/says \w+, \d+/);
  expect(await letters(page)).toEqual([...'kirjoittaa']);
  await expect(identity(page)).toBeVisible();
  await expect(card(page, 'Independent').locator('svg')).toContainText('never trained');
});

test('a typed word is read letter by letter; bad letters are answered and nothing is lost', async ({
  page,
}) => {
  await open(page);
  await word(page).fill('Größe');
  await expect.poll(() => letters(page)).toEqual([...'grosse']);
  await expect(page).toHaveURL(/word=grosse/);
  await word(page).fill('größe 7');
  await expect(page.getByRole('alert')).toContainText('“ ” is no letter from a to z');
  await expect(word(page)).toHaveValue('größe 7');
  expect(await letters(page)).toEqual([...'grosse']);
  await word(page).fill('abcdefghijklmnop');
  await expect(page.getByRole('alert')).toContainText('16 symbols; the networks read up to 12');
  await page.getByRole('button', { name: 'Another' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  expect(await letters(page)).not.toEqual([...'grosse']);
});

test('by keyboard alone: a step is chosen, a task, a word, the question', async ({ page }) => {
  await open(page);
  const chosen = card(page, 'Shared').locator('[role="gridcell"][tabindex="0"]');
  await chosen.focus();
  await expect(chosen).toHaveAttribute('aria-label', /^Step 4, j; says/);
  await page.keyboard.press('End');
  await expect(chosen).toHaveAttribute('aria-label', /^Step 10, a; says/);
  await expect(card(page, 'Independent').locator('[role="gridcell"][tabindex="0"]')).toHaveAttribute(
    'aria-label',
    /never trained/,
  );
  await page.getByRole('radio', { name: 'One cell, shared' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Press Run: the networks will tell.')).toBeVisible();
  await page.getByRole('radio', { name: 'Language' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/data=first/);
  await expect(page).toHaveURL(/examples=2000/);
  await word(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('abcd');
  await expect.poll(() => letters(page)).toEqual([...'ABCD']);
});

test('a flip on one card re-routes the threads; Compare brings both back', async ({ page }) => {
  await open(page, 'compare=0');
  await expect(page.locator('.network-card')).toHaveCount(1);
  await page.getByRole('radio', { name: 'Independent', exact: true }).check();
  await expect(card(page, 'Independent').locator('svg')).toContainText('own W');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.locator('.network-card')).toHaveCount(2);
});

test('slow mode tells a step in four phases, and the scrubber looks back', async ({ page }) => {
  await open(page, 'data=third&examples=200&steps=40');
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('slow');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  const narrator = page.locator('.narrator');
  for (const text of [
    '1 of 4 · Forward',
    '2 of 4 · Backward through time',
    '3 of 4 · Shared: the 12',
    '4 of 4 · Update',
  ])
    await expect(narrator).toContainText(text, { timeout: 30_000 });
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('fast');
  await runButton(page).click();
  await untilAt(page, 40, 60_000);
  await page.getByRole('slider', { name: 'Recorded steps' }).focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('button', { name: /back to the newest/ })).toBeVisible();
});

test('the question is answered by the run: cells of their own find the third symbol', async ({ page }) => {
  test.setTimeout(150_000);
  await open(page, 'data=third&examples=200&rate=0.005&steps=600');
  await page.getByRole('radio', { name: 'One cell, shared' }).check();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('fast');
  await runButton(page).click();
  await untilAt(page, 600, 120_000);
  await expect(
    page.getByText(/You said “One cell, shared”\. The run says: A cell for each step\./),
  ).toBeVisible({
    timeout: 30_000,
  });
});

test('200 steps on the CPU: both learn short words, only the shared cell reads long ones', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await open(page, 'steps=200&examples=4000');
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('fast');
  await runButton(page).click();
  await untilAt(page, 200, 120_000);
  await expect(identity(page)).toBeVisible();
  const atEnd = async (name: string) => {
    const text = await page.locator('.length-curves text.end', { hasText: name }).textContent();
    return Number(text?.replace(name, ''));
  };
  await expect.poll(() => atEnd('shared'), { timeout: 30_000 }).toBeGreaterThan(0.3);
  expect(await atEnd('independent')).toBeLessThan(0.3);
});

test('at 320 pixels by touch: the word, a step, the sum', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(`${baseURL}?backend=cpu#v=1&lab=recurrent&seed=1`);
  await page.locator('.network-picture canvas').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole('button', { name: 'Another' }).tap();
  await expect.poll(() => letters(page)).not.toEqual([...'kirjoittaa']);
  const grid = page.locator('.network-card [role="grid"]');
  await grid.scrollIntoViewIfNeeded();
  const box = await grid.boundingBox();
  if (!box) throw new Error('The steps have no place.');
  await page.touchscreen.tap(box.x + 5, box.y + 40);
  await expect(grid.locator('[role="gridcell"][tabindex="0"]')).toHaveAttribute('aria-label', /^Step 1,/);
  await context.close();
});

test('200 steps on the GPU path: the shared network learns and its figures come to the screen', {
  tag: '@alone',
}, async ({ page }) => {
  // A simulated GPU is slow: small batches and one network.
  test.setTimeout(170_000);
  await open(
    page,
    'data=third&examples=200&steps=200&batch=16&compare=0&sharing=independent',
    'backend=webgl',
  );
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('fast');
  await runButton(page).click();
  await untilAt(page, 200, 150_000);
  await expect(page.getByRole('button', { name: 'trains on the GPU' })).toBeVisible();
});
