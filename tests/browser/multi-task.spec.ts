import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, runButton, test, untilPaused } from './page';

type Figures = Readonly<
  Record<'separate' | 'soft' | 'hard', { loss: string; second: string; digit: string }>
>;
const expected: Figures = JSON.parse(readFileSync('tests/fixtures/first-task-steps.json', 'utf8'));

/** Opens Multi-task with these keys in the hash. */
async function open(page: Page, keys = '', query = 'backend=cpu'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`?${query}#v=1&lab=multi-task&seed=1${keys ? `&${keys}` : ''}`);
  await page.locator('.transport').waitFor();
  await page.locator('.network-picture canvas').first().waitFor();
}

const card = (page: Page) => page.locator('.network-card');
const choice = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

test('by mouse: three networks train, every figure is the engine’s, the question is answered', async ({
  page,
}) => {
  await open(page, 'steps=20');
  for (const [name, count] of [
    ['Separate', '102,764'],
    ['Soft sharing', '154,044'],
    ['Hard sharing', '51,484'],
  ] as const) {
    await choice(page, name).check();
    await expect(card(page)).toContainText(`${count} parameters`);
  }
  await expect(card(page)).toContainText('gradient A + gradient B = gradient of the trunk');
  await expect(page.locator('.digit-answers')).toContainText('not trained yet');
  await expect(page.locator('.marked-text')).toContainText('The run tells.');
  await choice(page, 'It gains').check();
  await page.getByLabel('Speed').selectOption('fast');
  await runButton(page).click();
  await untilPaused(page, 20, 80_000);
  const charts = page.locator('.evidence-chart');
  for (const id of ['separate', 'soft', 'hard'] as const) {
    const end = (chart: number) => charts.nth(chart).locator('text.end', { hasText: id });
    await expect(end(0)).toHaveText(`${id} ${expected[id].digit}`);
    await expect(end(1)).toHaveText(`${id} ${expected[id].second}`);
    await expect(end(3)).toHaveText(`${id} ${expected[id].loss}`);
  }
  await expect(card(page)).toContainText(/angle \d+°, cosine/);
  await expect(card(page).locator('.network-differs')).toHaveCount(0);
  await expect(page.locator('.prediction-question')).toContainText(/Task B: separate \d+\s%, hard \d+\s%/);
  await expect(page.locator('.marked-text')).toContainText('In this run');
  await expect(page.locator('.angle-card text.end')).toHaveText([/^soft \d+°$/, /^hard \d+°$/]);
  await expect(page.locator('.digit-answers tbody tr')).toHaveText([/[✓✗]/, /[✓✗]/, /[✓✗]/]);
  await page.locator('.task-figures summary').click();
  await expect(page.locator('.task-figures tbody tr').last()).toContainText(
    /^Hard sharing\d+\s%\d+\s%\d+°\d+°\d+°$/,
  );
  await expect(page.locator('.by-digit tbody td').first()).toHaveText(/^\d+\s%$/, { timeout: 20_000 });
  // What one answer to all of them would get is counted from their right answers.
  await expect(charts.nth(1).locator('text.threshold')).toHaveText([
    /^to reach: 85\s%$/,
    /^always (odd|even) 5\d\s%$/,
  ]);
  // Looking back to the start nobody is told to begin.
  await page.locator('.scrubber input').focus();
  await page.keyboard.press('Home');
  await expect(page.locator('.narrator')).toContainText('Looking back to the random start');
  await expect(page.locator('.digit-answers')).toContainText('untrained at this step');
  await expect(page.locator('.digit-answers')).not.toContainText('not trained yet');
});

test('by link: task B knows no more answers than task A has digits, and the address says so', async ({
  page,
}) => {
  await open(page, 'examples=500&labels=2000');
  await expect(page.getByLabel('Answers known to task B')).toHaveValue('500');
  await expect(page).toHaveURL(/labels=500/);
  await expect(page.getByLabel('Answers known to task B').getByRole('option')).toHaveText([
    '50',
    '200',
    '500',
  ]);
});

test('by keyboard: another task, a told step, another digit, a drawing', async ({ page }) => {
  await open(page, 'compare=0', 'backend=cpu&motion=reduce');
  await choice(page, 'Odd or even').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/data=slant/);
  await expect(card(page)).toContainText('task B: leaning?');
  await page.getByLabel('Speed').selectOption('slow');
  await page.getByRole('button', { name: 'Step', exact: true }).focus();
  await page.keyboard.press('Enter');
  const narrator = page.locator('.narrator');
  await expect(narrator).toContainText('3 of 4 · Sum. Both gradients add up', { timeout: 60_000 });
  await expect(narrator).toContainText('Loss of the last batch', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Another digit' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/digit=18/);
  await page.getByRole('button', { name: 'Draw one' }).focus();
  await page.keyboard.press('Enter');
  const paper = page.getByRole('application');
  await page.getByRole('button', { name: 'Use this digit' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'too little ink' })).toBeVisible();
  await paper.focus();
  for (let step = 0; step < 8; step++) await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Use this digit' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your drawing. By the rule of task B it is upright.')).toBeVisible();
  await expect(page.locator('.digit-answers tbody tr').last()).toContainText('%', { timeout: 20_000 });
  await page.getByText('Values as a table').click();
  await expect(page.locator('.trunk-values tbody th')).toHaveText([
    'Task A',
    'Task B',
    'Sum',
    'Cosine of the angle',
  ]);
});

test('by touch at 320 px: every mode in reach, nothing scrolls sideways', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...{ baseURL: baseURL ?? '', viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  });
  const page = await context.newPage();
  await open(page, 'steps=20&compare=0&batch=8&examples=100');
  for (const name of ['Separate', 'Soft sharing', 'Hard sharing']) {
    await choice(page, name).tap();
    await expect(card(page).getByRole('heading', { name, exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
  await runButton(page).tap();
  await expect(page.locator('.digit-answers tbody tr').last()).toContainText('%', { timeout: 60_000 });
  await context.close();
});
