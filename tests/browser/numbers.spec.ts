import { readFileSync } from 'node:fs';
import { expect, openLab, runButton, test, untilPaused } from './page';

type Figures = Readonly<
  Record<'shared' | 'independent', { loss: string; test: string; train: string; gap: string }>
>;
const expected: Figures = JSON.parse(readFileSync('tests/fixtures/first-steps.json', 'utf8'));

test('the figures on the screen are those that the engine computes in Node', async ({ page }) => {
  await openLab(page, 'act=learn&steps=20');
  await runButton(page).click();
  await untilPaused(page, 20, 60_000);
  const charts = page.locator('.evidence-chart');
  for (const network of ['shared', 'independent'] as const) {
    const { loss, test: accuracy, train, gap } = expected[network];
    const ends = (chart: number) => charts.nth(chart).locator('text.end', { hasText: network });
    await expect(ends(0)).toHaveText(`${network} ${accuracy}`);
    await expect(ends(1)).toHaveText(`${network} ${train}`);
    await expect(ends(2)).toHaveText(`${network} ${loss}`);
    const row = page.locator('.cost tbody tr', { hasText: network });
    await expect(row.locator('td').last()).toHaveText(gap.replace('-', '\u2212'));
  }
});

test('the main thread carries no TensorFlow and asks for no data before the learner trains', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (/\.(js|bin)$/.test(new URL(response.url()).pathname)) scripts.push(response.url());
  });
  await openLab(page, 'act=learn');
  await page.waitForTimeout(1500);
  expect(scripts.filter((url) => /worker|\.bin/.test(url))).toEqual([]);
  const main = await Promise.all(scripts.map(async (url) => (await page.request.get(url)).text()));
  expect(main.some((text) => text.includes('tfjs') || text.includes('WebGL2RenderingContext'))).toBe(false);
});

test('while two networks train, a frame of ours stays short', async ({ page }) => {
  await openLab(page, 'act=learn&steps=400');
  await runButton(page).click();
  await page.waitForTimeout(4000);
  type Diagnosed = Window & { readonly tied?: { readonly frameWork: () => readonly number[] } };
  const before = await page.evaluate(() => (window as Diagnosed).tied?.frameWork().length ?? 0);
  await page.waitForTimeout(3000);
  const work = await page.evaluate(
    (from) => (window as Diagnosed).tied?.frameWork().slice(from) ?? [],
    before,
  );
  expect(work.length).toBeGreaterThan(2);
  const sorted = work.toSorted((a, b) => a - b);
  test.info().annotations.push({
    type: 'frame work',
    description: `median ${sorted[Math.floor(sorted.length / 2)]} ms, 95 % ${sorted[Math.floor(sorted.length * 0.95)]} ms`,
  });
  // Not a timing test: the budget is measured in bench. Only a page that has stopped drawing fails here.
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
});
