import type { Page } from '@playwright/test';
import { expect, runButton, test, untilPaused } from './page';

/** Opens How much to share with these keys in the hash. */
async function open(page: Page, keys = '', query = 'backend=cpu'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`?${query}#v=1&lab=how-much&seed=1${keys ? `&${keys}` : ''}`);
  await page.locator('.transport').waitFor();
  await page.locator('.tie-map-picture canvas').first().waitFor();
}

const card = (page: Page) => page.locator('.tie-map-card');
const parameters = (page: Page, count: string) =>
  expect(card(page).getByText(`${count} parameters`, { exact: true })).toBeVisible();
const grid = (page: Page) => page.getByRole('grid', { name: 'Tie map, 16 × 16 positions' });
const pattern = (page: Page, name: string) => card(page).getByRole('button', { name, exact: true });
const network = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const lastGroup = async (page: Page) => {
  const names = await grid(page)
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
  return Math.max(...names.map((name) => Number(/group (\d+)/.exec(name)?.[1])));
};
/** The middle of a cell, 0-based, in page coordinates. */
async function cellAt(page: Page, row: number, column: number): Promise<{ x: number; y: number }> {
  const box = await grid(page).boundingBox();
  if (!box) throw new Error('The map is on the screen.');
  return { x: box.x + ((column + 0.5) * box.width) / 16, y: box.y + ((row + 0.5) * box.height) / 16 };
}

test('the stage stands at once: map, kernels, task and cost, and nothing moves before a press', async ({
  page,
}) => {
  await open(page);
  await parameters(page, '29,226');
  await expect(pattern(page, 'rows')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('It is a 7.')).toBeVisible();
  await expect(page.locator('.task-answers')).toContainText('not trained yet');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  for (const [name, count] of [
    ['Shared', '3,594'],
    ['Independent', '259,242'],
    ['Grouped', '29,226'],
  ] as const) {
    await network(page, name).check();
    await parameters(page, count);
  }
});

test('a pattern is chosen, a stroke painted, filled, undone and made again: parameters and link follow', async ({
  page,
}) => {
  await open(page);
  await pattern(page, 'halves').click();
  await parameters(page, '7,018');
  await expect(page).toHaveURL(/map=halves/);
  await network(page, 'Paint').check();
  await page.getByRole('button', { name: 'New group' }).click();
  const [from, to] = [await cellAt(page, 2, 2), await cellAt(page, 2, 9)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 7 });
  // The link and with it the experiment wait until the stroke is let go.
  await expect(page).toHaveURL(/map=halves/);
  await expect(card(page)).toContainText('let go to retrain');
  await page.mouse.up();
  await expect(page).toHaveURL(/map=0\.34-1\.8-0\.86-2\.128/);
  // Layer 2 takes every second cell: a third kernel there too.
  await parameters(page, '10,442');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/map=halves/);
  await parameters(page, '7,018');
  await page.getByRole('button', { name: 'Redo' }).click();
  await parameters(page, '10,442');
  // Filled with the group of the upper half, the stroke is gone.
  await network(page, 'Fill').check();
  await card(page).getByRole('combobox', { name: 'Paint with' }).selectOption('group 1');
  await page.mouse.click(from.x, from.y);
  await parameters(page, '7,018');
});

test('painting while another network is on the stage brings the painted map there', async ({ page }) => {
  await open(page, 'sharing=shared');
  await parameters(page, '3,594');
  await network(page, 'Paint').check();
  const at = await cellAt(page, 0, 0);
  await page.mouse.click(at.x, at.y);
  await expect(network(page, 'Grouped')).toBeChecked();
  await expect(page).toHaveURL(/map=0-1\.255/);
});

test('by keyboard alone: a stroke, a fill, a pick, undo, the task, a run', async ({ page }) => {
  await open(page, 'map=one&steps=20&batch=8&examples=50');
  const cell = grid(page).locator('[role="gridcell"][tabindex="0"]');
  await cell.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  await expect(cell).toHaveAccessibleName('Row 1, column 1, group 1, 256 positions');
  await page.keyboard.down('Shift');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Shift');
  await expect(page).toHaveURL(/map=0\.4-1\.252/);
  await expect(cell).toHaveAccessibleName(/^Row 1, column 4, group 2, 4 positions/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('p');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('f');
  await expect(cell).toHaveAccessibleName(/, 256 positions/);
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(/map=0\.4-1\.252/);
  await page.keyboard.press('Control+Shift+z');
  await parameters(page, '3,594');
  const canvas = page.getByRole('application');
  await canvas.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(canvas).toHaveAccessibleName(/row 14, column 11/);
  await runButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.transport-position')).toHaveText(/^step 20 of/, { timeout: 60_000 });
});

test('by touch at 320 px: a pattern, a stroke, and the three networks stay in reach', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...{ baseURL: baseURL ?? '', viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  });
  const page = await context.newPage();
  await open(page);
  await pattern(page, 'one').tap();
  await parameters(page, '3,594');
  await network(page, 'Paint').tap();
  await grid(page).scrollIntoViewIfNeeded();
  const at = await cellAt(page, 8, 8);
  await page.touchscreen.tap(at.x, at.y);
  await expect(page).toHaveURL(/map=0\.136-1-0\.119/);
  for (const name of ['Independent', 'Shared', 'Grouped'])
    await expect(page.locator('.lab-controls').getByText(name, { exact: true })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await context.close();
});

test('three networks train on the same batches, the sums are checked, the question is answered', async ({
  page,
}) => {
  await open(page, 'data=centred&steps=20&batch=32&examples=300');
  await page.getByLabel('Speed').selectOption('fast');
  await page.getByRole('radio', { name: 'One kernel for all' }).check();
  await runButton(page).click();
  await untilPaused(page, 20, 80_000);
  await expect(card(page)).toContainText('largest difference');
  await expect(card(page).locator('.network-differs')).toHaveCount(0);
  const ends = page.locator('.evidence-chart').first().locator('text.end');
  for (const name of ['shared', 'grouped', 'independent'])
    await expect(ends.filter({ hasText: name })).toHaveText(new RegExp(`^${name} \\d\\.\\d\\d$`));
  await expect(page.locator('.prediction-question')).toContainText(/One kernel \d+\s%, the map \d+\s%/);
  await expect(page.locator('.task-answers li')).toHaveText([
    /says \d.*[✓✗]/,
    /says \d.*[✓✗]/,
    /says \d.*[✓✗]/,
  ]);
  // Under another task the question is another one, and after so few steps nobody can tell.
  await network(page, 'Two rules').check();
  await expect(page.locator('.prediction-question input:checked')).toHaveCount(0);
  await runButton(page).click();
  await untilPaused(page, 20, 80_000);
  await expect(page.locator('.prediction-question')).toContainText('Too early to say');
  await expect(page.locator('.halves-table tbody td').first()).toHaveText(/^\d+\s%$/, { timeout: 20_000 });
  // The digit is moved below the line: another rule holds, and the networks are asked again.
  await expect(page.getByText('By the rule it is a 7 here.')).toBeVisible();
  await page.getByRole('application').focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('By the rule it is a 2 here.')).toBeVisible();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByText('Here no rule says what it is.')).toBeVisible();
});

test('soft sharing: parameters are counted honestly, residuals grow from zero and are told', async ({
  page,
}) => {
  await open(page, 'map=one&steps=20&batch=8&examples=50&compare=0');
  await page.getByRole('button', { name: 'A residual for each position' }).click();
  await parameters(page, '262,666');
  await expect(page.locator('.soft-sizes')).toContainText('Residuals begin at zero');
  const slider = page.getByRole('slider', { name: /^Lost by every residual/ });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^0\s% lost each step/);
  await expect(page).toHaveURL(/soft=1&shrink=0/);
  await page.getByLabel('Speed').selectOption('fast');
  await runButton(page).click();
  await expect(page.locator('.soft-sizes')).toContainText(/Residuals are [1-9]\d*\s% the size/, {
    timeout: 60_000,
  });
  await expect(page.locator('.residual-chart text.end')).toContainText('residuals');
  // A drag over many stops is one change, made when the slider is let go.
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error('The slider is on the screen.');
  await page.mouse.move(box.x + 8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 8 });
  await expect(slider).toHaveAttribute('aria-valuetext', /^100\s% lost each step/);
  await expect(page).toHaveURL(/soft=1&shrink=0(&|$)/);
  await page.mouse.up();
  await expect(page).toHaveURL(/shrink=1(&|$)/);
});

test('a link with a map that is none says so and takes the rows; any map of 256 positions is taken', async ({
  page,
}) => {
  await open(page, 'map=0.255');
  await expect(page.locator('.notice')).toContainText('map');
  await parameters(page, '29,226');
  await open(page, `map=${Array.from({ length: 256 }, (_, site) => site % 7).join('-')}`);
  expect(await lastGroup(page)).toBe(7);
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('a step on the GPU and one on the CPU tell the same losses, also of a soft network', async ({
  page,
}) => {
  const losses: (string | null)[] = [];
  for (const backend of ['cpu', 'webgl']) {
    await open(page, 'map=halves&soft=1&batch=4&examples=20', `backend=${backend}`);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(page.locator('.transport-position')).toHaveText(/^step 1 of/, { timeout: 60_000 });
    const told = page.getByText(/Loss of the last batch: shared \d/);
    await expect(told).toBeVisible({ timeout: 20_000 });
    losses.push(await told.textContent());
    await expect(card(page)).toContainText('largest difference', { timeout: 20_000 });
    await expect(card(page).locator('.network-differs')).toHaveCount(0);
  }
  expect(losses[0]).toContain('independent');
  expect(losses[0]).toBe(losses[1]);
});

test('200 steps under two rules: rows learn their examples, one kernel is right about half of them at most', async ({
  page,
}) => {
  await open(page, 'data=two-rules&steps=200&batch=16&examples=50');
  await page.getByLabel('Speed').selectOption('fast');
  await runButton(page).click();
  await expect(page.locator('.transport-position')).toHaveText(/^step 200 of/, { timeout: 80_000 });
  const trained = (name: string) =>
    page.locator('.evidence-chart').nth(1).locator('text.end', { hasText: name });
  await expect(trained('shared')).toHaveText(/^shared 0\.[0-4]\d$|^shared 0\.5[0-5]$/, { timeout: 20_000 });
  const rows = Number((await trained('grouped').textContent())?.replace('grouped', ''));
  expect(rows).toBeGreaterThan(0.8);
});
