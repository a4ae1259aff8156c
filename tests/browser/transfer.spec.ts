import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, position, runButton, test } from './page';

type Figures = Readonly<
  Record<'scratch' | 'random' | 'frozen' | 'fine-tuned', { old: string; loss: string; test: string }>
>;
const expected: Figures = JSON.parse(readFileSync('tests/fixtures/first-transfer-steps.json', 'utf8'));
const inText = { scratch: 'from scratch', random: 'random', frozen: 'frozen', 'fine-tuned': 'fine-tuned' };
const IDS = ['scratch', 'random', 'frozen', 'fine-tuned'] as const;

/** Opens Transfer with these keys in the hash; batches of 8 train the old task in a second or two. */
async function open(page: Page, keys = '', query = 'backend=cpu'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`?${query}#v=1&lab=transfer&seed=1${keys ? `&${keys}` : ''}`);
  await page.locator('.transport').waitFor();
  await page.locator('.transfer-picture .cells rect').first().waitFor();
}

const line = (page: Page) => page.locator('.ledger-card .network-line');
const choice = (page: Page, name: string) =>
  page.locator('.sharing-switch').getByRole('radio', { name, exact: true });
const answers = (page: Page) => page.locator('.answers-list li');

/** Runs to the end and waits for the last counts. */
async function runTo(page: Page, steps: number, examples: number): Promise<void> {
  await page.getByLabel('Speed').selectOption('fast');
  await runButton(page).click();
  await expect(position(page)).toHaveText(`step ${steps} of ${steps}`, { timeout: 90_000 });
  const shown = `${steps} losses, step ${steps}, ${examples} examples`;
  await expect(page.locator('.evidence')).toHaveAttribute('data-shown', shown, { timeout: 30_000 });
}

test('by mouse: the trunk is lent, every figure is the engine’s, locked weights keep every bit, the question is answered', async ({
  page,
}) => {
  await open(page, 'steps=520&batch=8');
  await expect(line(page)).toHaveText('Nothing has been trained yet.');
  await expect(answers(page)).toHaveText([/old network.*not trained yet/]);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  const question = page.locator('.prediction-question').first();
  await question.getByRole('radio', { name: 'Random' }).check();
  await runTo(page, 520, 948);
  const charts = page.locator('.evidence-chart');
  for (const id of IDS) {
    const end = (chart: number) =>
      charts.nth(chart).locator('text.end', { hasText: new RegExp(`^${inText[id]} `) });
    await expect(end(0)).toHaveText(`${inText[id]} ${expected[id].test}`);
    await expect(end(2)).toHaveText(`${inText[id]} ${expected[id].loss}`);
  }
  await expect(page.locator('.cost tbody td:nth-child(2)')).toHaveText(['4,133', '165', '165', '4,133']);
  await expect(answers(page)).toHaveText(
    IDS.map((id) => new RegExp(`reads ${Math.round(100 * Number(expected[id].test))}`)),
  );
  await expect(question).toContainText('You said “Random”.');
  await expect(question).toContainText(/This run: from scratch \d/);
  // Locked: no sum, and the same checksum a step later.
  await expect(line(page)).toContainText('3,968 locked weights have no gradient and no sum');
  await expect(page.locator('.ledger-card .words')).toContainText('No gradient is made here.');
  const locked = (await line(page).textContent()) ?? '';
  expect(locked).toMatch(/Checksum of the first layer: [0-9a-f]{8}/);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(position(page)).toHaveText(/^step 521/);
  await expect(line(page)).toHaveText(locked);
  await choice(page, 'Fine-tuned').check();
  await expect(line(page)).toContainText(/sum over 196 positions = kernel gradient, largest difference/);
});

test('by keyboard: another kernel, a told step, another digit', async ({ page }) => {
  await open(page, 'compare=0&batch=8', 'backend=cpu&motion=reduce');
  const kernels = page.getByRole('grid', { name: 'Kernels of the old trunk' });
  await kernels.getByRole('gridcell', { name: 'Old trunk, kernel 1', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/filter=3/);
  const ledger = page.locator('.ledger-card');
  await expect(ledger).toContainText('Comes with the first step.');
  await page.getByLabel('Speed').selectOption('slow');
  await page.getByRole('button', { name: 'Step', exact: true }).focus();
  await page.keyboard.press('Enter');
  const narrator = page.locator('.narrator');
  await expect(narrator).toContainText('3 of 4 · Sum. The gradients of all positions', { timeout: 60_000 });
  await expect(ledger.locator('.words')).toContainText('sum of 196');
  await expect(narrator).toContainText('Loss of the last batch of 0 to 4', { timeout: 20_000 });
  await expect(line(page)).toContainText('Kernel 3, old network: sum over 196 positions = kernel gradient');
  await page.getByRole('button', { name: 'Another digit' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/digit=2/);
  await expect(answers(page)).toContainText([/says \d, \d+/]);
  const lanes = page.getByRole('grid', { name: 'Kernels of the four networks, one row each' });
  await lanes.getByRole('gridcell', { name: /^Frozen, kernel 3, begins after step 500$/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(choice(page, 'Fine-tuned')).toBeChecked();
});

test('the points are trained in the background, pause, go on and say who leads', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, 'steps=502&batch=2');
  const panel = page.locator('.points-card');
  await panel.getByRole('button', { name: 'Train the points' }).click();
  await expect(panel).toContainText(/[1-9] of 24 points/, { timeout: 60_000 });
  await panel.getByRole('button', { name: 'Pause' }).click();
  await expect(panel).toContainText('paused');
  await page.reload();
  await panel.getByRole('button', { name: 'Resume' }).click();
  await expect(panel).toContainText('24 of 24 points', { timeout: 90_000 });
  await expect(panel.locator('.sweep-curves circle')).toHaveCount(24);
  await expect(panel.locator('.points-says')).toContainText('With 50 examples');
  await panel.getByText('The points as a table').click();
  await expect(panel.locator('tbody tr').nth(2).locator('td')).toHaveText([/%/, /%/, /%/, /%/]);
  await expect(page.locator('.prediction-question').first()).toContainText('The points of seed 1');
});

test('by touch at 320 px: every network in reach, nothing scrolls sideways', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...{ baseURL: baseURL ?? '', viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  });
  const page = await context.newPage();
  await open(page, 'batch=8');
  for (const name of ['From scratch', 'Random', 'Fine-tuned', 'Frozen']) {
    await choice(page, name).tap();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
  await runButton(page).tap();
  await expect(answers(page)).toContainText([/says \d/], { timeout: 60_000 });
  await context.close();
});
