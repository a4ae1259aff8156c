import type { Page } from '@playwright/test';
import { expect, position, runButton, test } from './page';

/** Opens the Siamese lab with these keys in the hash. */
async function open(page: Page, keys = '', query = 'backend=cpu'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`?${query}#v=1&lab=siamese&seed=1${keys ? `&${keys}` : ''}`);
  await page.locator('.transport').waitFor();
  await page.locator('.network-picture canvas').first().waitFor();
}

type Name = 'Shared' | 'Independent';
const card = (page: Page, name: Name) =>
  page.locator('.network-card', { has: page.getByRole('heading', { name, exact: true }) });
const picture = (page: Page, side: 'a' | 'b', name: Name = 'Shared') =>
  card(page, name).getByRole('button', { name: new RegExp(`^Picture ${side}:`) });
const identity = (page: Page) =>
  page.locator('.network-line', {
    hasText: '✓ sum of both = gradient of the one tower, largest difference',
  });
/** The three numbers of the gauge as they stand on the card. */
const distances = async (page: Page, name: Name) => {
  const texts = await card(page, name)
    .locator('.words text[text-anchor="end"][font-weight="650"]')
    .allTextContents();
  return texts.filter((text) => /^\d+\.\d\d$/.test(text)).map(Number);
};
const untilAt = (page: Page, step: number, timeout: number) =>
  expect(position(page)).toHaveText(new RegExp(`^step ${step.toLocaleString('en')} of`), { timeout });
const flips = (page: Page, name: Name) =>
  page.locator('.swap-figure', { hasText: name.toLowerCase() }).locator('strong');

test('the stage stands at once with real numbers: d(a, b) = d(b, a) and d(a, a) = 0 only for one tower', async ({
  page,
}) => {
  await open(page);
  await expect(card(page, 'Shared')).toContainText('one tower, 65,730 parameters');
  await expect(card(page, 'Independent')).toContainText('two towers, 131,460 parameters');
  const [there, back, self] = await distances(page, 'Shared');
  expect(there).toBe(back);
  expect(self).toBe(0);
  const own = await distances(page, 'Independent');
  expect(own).toHaveLength(3);
  expect(own[2]).toBeGreaterThan(0);
  await expect(identity(page)).toBeVisible();
  await expect(card(page, 'Shared').locator('.network-verdict')).toHaveText('not trained yet');
});

test('a picture is picked with the mouse, drawn on, and swapped', async ({ page }) => {
  await open(page);
  await picture(page, 'b').click();
  await page.getByRole('radio', { name: 'person 5, picture 2' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).toHaveURL(/b=13/);
  await expect(picture(page, 'b', 'Independent')).toHaveAccessibleName(/person 5, picture 2/);
  const before = await distances(page, 'Shared');

  await page.getByRole('button', { name: 'Draw b' }).click();
  await page.getByRole('radio', { name: 'Thick' }).check();
  const paper = page.getByRole('application');
  const box = await paper.boundingBox();
  if (!box) throw new Error('The paper is on the screen.');
  await page.mouse.move(box.x + 0.2 * box.width, box.y + 0.2 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.8 * box.width, box.y + 0.7 * box.height, { steps: 6 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Use this picture' }).click();
  await expect(picture(page, 'b')).toHaveAccessibleName(/your drawing/);
  await expect.poll(() => distances(page, 'Shared')).not.toEqual(before);

  const drawn = await distances(page, 'Independent');
  const first = () => card(page, 'Shared').locator('.face-letter').first();
  await expect(first()).toHaveText('a');
  await page.getByRole('button', { name: 'Swap the two pictures' }).first().click();
  await expect(first()).toHaveText('b');
  await expect(page).toHaveURL(/swapped=1/);
  // The letters stay with the pictures: the same three distances, the other one in force.
  await expect.poll(() => distances(page, 'Independent')).toEqual(drawn);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(picture(page, 'b')).toHaveAccessibleName(/person 5, picture 2/);
});

test('by keyboard alone: another picture, a drawing, a swap, a unit, the question', async ({ page }) => {
  await open(page);
  await picture(page, 'a').focus();
  await page.keyboard.press('Enter');
  const chosen = page.locator('.face-grid input:checked');
  await chosen.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).toHaveURL(/[&#]a=\d+/);
  await page.getByRole('button', { name: 'Draw a' }).focus();
  await page.keyboard.press('Enter');
  const paper = page.getByRole('application');
  await paper.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await expect(paper).toHaveAccessibleName(/^Paper, row 17 column 17/);
  await page.getByRole('button', { name: 'Use this picture' }).press('Enter');
  await expect(picture(page, 'a')).toHaveAccessibleName(/your drawing/);
  await page.getByRole('button', { name: 'Swap the two pictures' }).first().press(' ');
  await expect(page).toHaveURL(/swapped=1/);
  const unit = card(page, 'Shared').locator('[role="gridcell"][tabindex="0"]');
  await unit.focus();
  await page.keyboard.press('ArrowRight');
  await expect(unit).toHaveAccessibleName(/^Unit 42: norm/);
  await expect(page.getByRole('heading', { name: /Hidden unit 42/ })).toBeVisible();
  await page.getByRole('radio', { name: 'For the two separate towers' }).focus();
  await page.keyboard.press(' ');
  await expect(page.getByRole('radio', { name: 'For the two separate towers' })).toBeChecked();
});

test('200 steps on the CPU: a swap changes nothing for one tower, and verdicts of two', async ({ page }) => {
  test.setTimeout(150_000);
  await open(page, 'steps=200&batch=16&examples=2000');
  await page.locator('.transport-speed').selectOption('fast');
  await page.getByRole('radio', { name: 'For the two separate towers' }).check();
  await runButton(page).click();
  await untilAt(page, 200, 110_000);
  await expect(identity(page)).toBeVisible();
  await expect(page.locator('.prediction-question')).toContainText(
    'The run says: For the two separate towers.',
    {
      timeout: 40_000,
    },
  );
  await expect(flips(page, 'Shared')).toHaveText(/^0\s%$/);
  await expect(flips(page, 'Independent')).not.toHaveText(/^0\s%$/);
  await expect(page.locator('.swap-figure').first().locator('dd')).toHaveText([/^0\s%$/, /^0\s%$/]);
  const area = async (row: number) =>
    Number(await page.locator('.separation-table tbody tr').nth(row).locator('td').first().textContent());
  expect(await area(0)).toBeGreaterThan(await area(2));
  const [there, back, self] = await distances(page, 'Shared');
  expect([there, self]).toEqual([back, 0]);
  await expect(card(page, 'Shared').locator('.network-verdict')).toHaveText(/either way$/);
});

test('on the GPU path the same step gives the same loss and the identity holds', async ({ page }) => {
  test.setTimeout(120_000);
  const loss = page.getByText(/Loss of the last batch: shared/);
  const losses: (string | null)[] = [];
  for (const backend of ['cpu', 'webgl']) {
    await open(page, 'batch=8&examples=100', `backend=${backend}`);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await untilAt(page, 1, 60_000);
    await expect(loss).toBeVisible();
    losses.push(await loss.textContent());
    await expect(identity(page)).toBeVisible();
  }
  expect(losses[0]).toBe(losses[1]);
});

test('one card at a time where Compare is off; a flip takes the towers apart, and slow mode tells a step', async ({
  page,
}) => {
  await open(page, 'compare=0');
  await expect(page.locator('.network-card')).toHaveCount(1);
  await page.getByRole('radio', { name: 'Independent', exact: true }).check();
  await expect(card(page, 'Independent')).toBeVisible();
  await expect(card(page, 'Independent').locator('.siamese-annotations')).toContainText('tower B');
  await page.locator('.transport-speed').selectOption('slow');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  const narrator = page.locator('.narrator');
  for (const told of ['1 of 4 · Forward', '2 of 4 · Backward', '3 of 4 · No sum', '4 of 4 · Update'])
    await expect(narrator).toContainText(told, { timeout: 30_000 });
  await untilAt(page, 1, 30_000);
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('holds everything without scrolling sideways; a tap picks, a finger draws', async ({ page }) => {
    await open(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await expect(page.locator('.network-card')).toHaveCount(1);
    await picture(page, 'b').tap();
    await page.getByRole('radio', { name: 'person 2, picture 1' }).tap();
    await expect(page).toHaveURL(/b=3/);
    await page.getByRole('button', { name: 'Swap the two pictures' }).tap();
    await expect(page).toHaveURL(/swapped=1/);
    await page.getByRole('button', { name: 'Draw a' }).tap();
    await page.getByRole('button', { name: 'Clear' }).tap();
    await page.getByRole('application').tap();
    await page.getByRole('button', { name: 'Use this picture' }).tap();
    await expect(picture(page, 'a')).toHaveAccessibleName(/your drawing/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
