import type { Page } from '@playwright/test';
import { expect, position, runButton, test } from './page';

/** Opens the Meta-learning lab with these keys in the hash. */
async function open(page: Page, keys = '', query = 'backend=cpu'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`?${query}#v=1&lab=meta-learning&seed=1${keys ? `&${keys}` : ''}`);
  await page.locator('.transport').waitFor();
  await page.locator('.adaptation-plane').first().waitFor();
}

const panel = (page: Page, name: string) =>
  page.locator('.start-panel', { has: page.getByRole('heading', { name, exact: true }) });
const line = (page: Page, name: string) => panel(page, name).locator('.network-line');
const points = (page: Page) => page.locator('.start-panel.is-chosen .points-handle');
const untilAt = (page: Page, step: number, timeout: number) =>
  expect(position(page)).toHaveText(new RegExp(`^step ${step.toLocaleString('en')} of`), { timeout });

test('three starts stand at once on the same points; by mouse a point is dragged, added, removed; another wave', async ({
  page,
}) => {
  await open(page);
  const first = await line(page, 'Reptile').textContent();
  expect(first).toMatch(/^error \d+\.\d\d after 5 steps, before \d+\.\d\d$/);
  // All three begin with the same numbers.
  for (const name of ['Random', 'Pretrained']) await expect(line(page, name)).toHaveText(first ?? '');
  await expect(points(page)).toHaveCount(10);

  const box = await points(page).first().boundingBox();
  if (!box) throw new Error('The point is on the screen.');
  await page.mouse.move(box.x + 14, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x + 14, box.y + 54, { steps: 4 });
  await page.mouse.up();
  await expect(line(page, 'Random')).toContainText('error on your points');
  await expect(page).toHaveURL(/points=/);
  await points(page).first().dblclick();
  await expect(points(page)).toHaveCount(9);
  const plane = await page.locator('.start-panel.is-chosen .points-pad').boundingBox();
  if (!plane) throw new Error('The plane is on the screen.');
  await page.mouse.click(plane.x + plane.width - 14, plane.y + 14);
  await expect(points(page)).toHaveCount(10);
  // The second press of a pair falls on the new point, which stays.
  const added = points(page).nth(10);
  await page.mouse.dblclick(plane.x + plane.width - 60, plane.y + 40);
  await expect(added).toHaveAccessibleName(/^Point 11 of 11/);
  await page.waitForTimeout(500);
  await expect(points(page)).toHaveCount(11);
  await page.getByRole('button', { name: 'Draw another wave' }).click();
  await expect(page).toHaveURL(/wave=24/);
  await expect(line(page, 'Random')).toContainText('after 5 steps');
  await page.getByRole('slider', { name: 'Steps on these points' }).fill('0');
  await expect(line(page, 'Random')).toContainText('after 0 steps');
});

test('by keyboard alone: a point is moved, left and removed, typed, added; what is no number is said', async ({
  page,
}) => {
  await open(page, 'points=-2,1,2,-1');
  await points(page).first().focus();
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(points(page).first()).toHaveAccessibleName('Point 1 of 2: x −1.90, y 2.00');
  await page.keyboard.press('PageDown');
  await expect(points(page).nth(1)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(points(page)).toHaveCount(1);
  const refusal = page.locator('.points-refusal');
  await expect(refusal).toHaveText('');
  await page.keyboard.press('Delete');
  await expect(points(page)).toHaveCount(1);
  await expect(refusal).toHaveText('Nothing removed: the last point stays.');
  await page.getByRole('button', { name: 'Add a point' }).press('Enter');
  await expect(points(page)).toHaveCount(2);
  await expect(refusal).toHaveText('');
  await page.getByRole('button', { name: 'Points as numbers' }).press('Enter');
  const x = page.getByRole('textbox', { name: 'x of point 1' });
  await x.fill('far away');
  await x.press('Enter');
  await expect(page.getByRole('alert')).toContainText(
    '“far away” is no number from −5 to 5: x stays as it was.',
  );
  await expect(x).toHaveValue('−1.90');
  await x.fill('3.5');
  await x.press('Enter');
  await expect(points(page).first()).toHaveAccessibleName('Point 1 of 2: x 3.50, y 2.00');
  await page.getByRole('button', { name: 'Errors as numbers' }).press('Enter');
  const errors = page.locator('.start-values');
  await expect(errors.getByRole('row')).toHaveCount(34);
  const [now, before] = /([\d.]+) after 5 steps, before ([\d.]+)/
    .exec((await line(page, 'Random').textContent()) ?? '')
    ?.slice(1) ?? ['', ''];
  await expect(errors.getByRole('row').nth(1).getByRole('cell').first()).toHaveText(before ?? '');
  await expect(errors.getByRole('row').nth(6).getByRole('cell').first()).toHaveText(now ?? '');
});

test('a press that can add no more points says so', async ({ page }) => {
  const full = Array.from({ length: 50 }, (_, at) => `${(at - 25) / 10},-3`).join(',');
  await open(page, `points=${full}`);
  await expect(points(page)).toHaveCount(50);
  await page.locator('.start-panel.is-chosen .points-pad').click({ position: { x: 60, y: 20 } });
  await expect(page.locator('.points-refusal')).toHaveText('Nothing added: 50 points are the most.');
  await expect(points(page)).toHaveCount(50);
});

test('the panels, the words and the outer step are of the step that the scrubber stands at; the question stays', async ({
  page,
}) => {
  await open(page, 'steps=12', 'backend=cpu&hide=evidence');
  await expect(page.locator('.prediction-question')).toHaveCount(1);
  await expect(page.locator('.evidence')).toHaveCount(0);
  await runButton(page).click();
  await untilAt(page, 12, 30_000);
  await expect(page.locator('.narrator')).toContainText('Mean squared error of step 12:');
  const newest = await line(page, 'Reptile').textContent();
  await page.locator('.scrubber input').focus();
  const told = page.locator('.narrator');
  await page.keyboard.press('Home');
  await expect(told).toContainText('All three begin with the same numbers.');
  await expect(panel(page, 'Reptile').locator('figcaption')).toContainText('the start of step 0');
  await page.keyboard.press('ArrowRight');
  await expect(told).toContainText(/of step (?!12)\d+:/);
  const step = /of step (\d+):/.exec((await told.textContent()) ?? '')?.[1] ?? 'none';
  await expect(page.locator('.outer-step figcaption')).toContainText(`step ${step}`);
  await expect(panel(page, 'Reptile').locator('figcaption')).toContainText(`the start of step ${step}`);
  await expect(line(page, 'Reptile')).not.toHaveText(newest ?? '');
});

test('a run answers the question: equally wrong before, after five steps only Reptile fits; the ledger is averaged', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await open(page, 'steps=240');
  await page.locator('.transport-speed').selectOption('fast');
  await page.getByRole('radio', { name: 'before neither, after five Reptile’s' }).check();
  await runButton(page).click();
  await untilAt(page, 240, 80_000);
  await expect(page.locator('.prediction-question')).toContainText('You were right.', { timeout: 30_000 });
  await expect(page.locator('.outer-line')).toContainText(
    '✓ mean of 8 displacements = mean of all inner steps',
  );
  await expect(page.locator('.outer-task')).toHaveCount(8);
  // The table's figures are those of the chart.
  const error = page.locator('.cost tbody tr').nth(2).locator('td').last();
  const label = page.locator('.evidence-chart').first().locator('text.end', { hasText: 'Reptile' });
  await expect(label).toHaveText(`Reptile ${await error.textContent()}`);
  expect(Number(await error.textContent())).toBeLessThan(0.8);
  const shown = async (name: string) =>
    Number(/error ([\d.]+) after/.exec((await line(page, name).textContent()) ?? '')?.[1]);
  expect(await shown('Reptile')).toBeLessThan((await shown('Pretrained')) / 2);
});

test('the backend changes nothing: 20 steps have the same losses and the same errors on both', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const told: (string | null)[][] = [];
  for (const backend of ['cpu', 'webgl']) {
    await open(page, 'steps=20', `backend=${backend}`);
    await page.locator('.transport-speed').selectOption('fast');
    await runButton(page).click();
    await untilAt(page, 20, 40_000);
    await expect(page.locator('.evidence')).toHaveAttribute(
      'data-shown',
      '20 losses, step 20, 200 examples',
      {
        timeout: 20_000,
      },
    );
    const errors = page.locator('.cost tbody td:last-child');
    await expect(page.locator('.narrator')).toContainText('error of step 20: random');
    told.push([await page.locator('.narrator').textContent(), ...(await errors.allTextContents())]);
  }
  expect(told[0]).toEqual(told[1]);
});

test('steps that run away and a run that diverges are said in words', async ({ page }) => {
  await open(page, 'rate=0.05&wave=24&k=20&sharing=random');
  await expect(line(page, 'Random')).toContainText('The steps run away: at rate 0.05 each goes too far');
  await open(page, 'rate=0.2&compare=0&steps=20');
  await runButton(page).click();
  await expect(page.getByRole('alert')).toContainText(/diverged|learning rate/i, { timeout: 30_000 });
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('holds one panel without scrolling sideways; taps add a point, and slow mode tells an outer step', async ({
    page,
  }) => {
    await open(page, 'steps=20');
    await expect(page.locator('.start-panel')).toHaveCount(1);
    const plane = page.locator('.points-pad');
    await plane.tap({ position: { x: 200, y: 20 } });
    await expect(points(page)).toHaveCount(11);
    // A pair of taps adds one, a pair on it removes it.
    for (const count of [12, 11]) {
      await page.waitForTimeout(500);
      await plane.tap({ position: { x: 120, y: 40 } });
      await plane.tap({ position: { x: 121, y: 41 } });
      await page.waitForTimeout(500);
      await expect(points(page)).toHaveCount(count);
    }
    await page.locator('.transport-speed').selectOption('slow');
    await page.getByRole('button', { name: 'Step', exact: true }).tap();
    const told = [
      '1 of 4 · From the same start',
      '2 of 4 · Where a wave has ended',
      '3 of 4 · The mean',
      '4 of 4 · The start',
    ];
    for (const text of told) await expect(page.locator('.narrator')).toContainText(text, { timeout: 30_000 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
