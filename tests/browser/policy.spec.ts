/**
 * The headers that the build ships (_headers): under its strict content security policy the whole page works and
 * nothing violates it, as a page of its own and in a closed sandbox. From a sub-folder, as hosts have it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type FrameLocator, type Page } from '@playwright/test';
import { dist, errorsOf, type Host, headersFrom, serveFolder } from './serve-folder';

const headers = headersFrom(readFileSync(join(dist, '_headers'), 'utf8'));
const LAB =
  '?backend=cpu&motion=reduce#v=1&lab=convolution&seed=1&act=learn&steps=10&batch=8&compare=0&examples=100';
const COURSE = `<!doctype html><title>Course</title><link rel="icon" href="data:,">
<iframe title="Lab" width="680" height="560" sandbox="allow-scripts" src="./${LAB.replaceAll('&', '&amp;')}"></iframe>`;

const test = base.extend<{ host: Host; violations: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright asks for
  host: async ({}, use) => {
    const host = await serveFolder({ headersFor: headers, pages: { '/course.html': COURSE } });
    await use(host);
    await host.close();
  },
  violations: async ({ page }, use) => use(errorsOf(page)),
});
test.use({ actionTimeout: 30_000, viewport: { width: 720, height: 640 } });

async function trains(lab: Page | FrameLocator) {
  await lab.locator('.transport-run').click();
  await expect(lab.locator('.transport-position')).toHaveText('step 10 of 10', { timeout: 40_000 });
}

test('a violation would be seen here', async ({ page, host, violations }) => {
  await page.goto(host.address);
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('script'), { text: '1' })),
  );
  await expect.poll(() => violations.join()).toContain('Content Security Policy');
});

test('the page trains, shows every act and its dialogs, and violates nothing', async ({
  page,
  host,
  violations,
}) => {
  const response = await page.goto(host.address + LAB);
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
  await trains(page);
  for (const act of ['Slide', 'Move'])
    await page
      .getByRole('radio', { name: act })
      .or(page.getByRole('tab', { name: act }))
      .or(page.getByText(act, { exact: true }))
      .first()
      .click();
  for (const dialog of ['Share', 'Settings', 'More…']) {
    await page.getByRole('button', { name: dialog, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
  }
  expect(violations).toEqual([]);
});

test('in a closed sandbox it trains and violates nothing', async ({ page, host, violations }) => {
  await page.goto(`${host.address}course.html`);
  await trains(page.frameLocator('iframe'));
  expect(violations).toEqual([]);
});

test('names of files that hold their hash are kept for a year, all others are asked for each time', async () => {
  expect(headers('/assets/index-abc.js')['cache-control']).toContain('immutable');
  for (const path of ['/', '/index.html', '/sw.js', '/tied.html', '/embed.js', '/data/mnist.bin'])
    expect(headers(path)['cache-control'], path).toBe('no-cache');
  expect(headers('/anything')['access-control-allow-origin']).toBe('*');
});
