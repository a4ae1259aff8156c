/**
 * The full page without a network: after one visit it opens and trains; it is never kept from within a frame; a new
 * build takes over as a whole, and not under the hands of someone who is training. Served from a sub-folder.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { buildNameOf, keptFiles } from '../../scripts/build/kept-files.mjs';
import { dist, type Host, serveFolder } from './serve-folder';

const FOLDER = '/courses/tied/';
const LAB = '?backend=cpu&motion=reduce#v=1&lab=convolution&seed=1&act=learn&batch=8&compare=0&examples=100';
const COURSE = `<!doctype html><title>Course</title><link rel="icon" href="data:,"><iframe title="Lab" src="${FOLDER}"></iframe>`;

const test = base.extend<{ host: Host; errors: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright asks for
  host: async ({}, use) => {
    const host = await serveFolder({ at: FOLDER, pages: { '/course.html': COURSE } });
    await use(host);
    await host.close();
  },
  errors: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await use(errors);
  },
});
test.use({ serviceWorkers: 'allow', actionTimeout: 30_000, viewport: { width: 720, height: 640 } });

/** Resolves once the offline worker has kept everything and serves this page. */
async function untilKept(page: Page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 40_000 });
}

const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const caches = (page: Page) => page.evaluate(() => window.caches.keys());
const position = (page: Page) => page.locator('.transport-position');

async function trains(page: Page, steps: number) {
  await page.locator('.transport-run').click();
  await expect(position(page)).toHaveText(`step ${steps} of ${steps}`, { timeout: 40_000 });
}

test('after one visit the page opens and trains with the network off, also where nothing was trained before', async ({
  page,
  host,
  errors,
}) => {
  await page.goto(host.address);
  await untilKept(page);
  await host.close();
  await page.goto('about:blank');
  await page.goto(`${host.address}${LAB}&steps=10`);
  await trains(page, 10);
  await page.reload();
  await expect(position(page)).toHaveText('step 0 of 10');
  // What was never opened before is there too.
  await page.getByRole('link', { name: 'Labs' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One set of weights, many jobs.');
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(errors).toEqual([]);
});

test('a lab in a frame registers nothing', async ({ page, host }) => {
  await page.goto(new URL('/course.html', host.address).href);
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForTimeout(1000);
  expect(host.asked).toContain('index.html');
  expect(host.asked).not.toContain('sw.js');
  expect(await registrations(page)).toBe(0);
});

/** The same build with a mark on its page, as the next one would be made. */
async function nextBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tied-next-'));
  await cp(dist, folder, { recursive: true });
  const before = keptFiles(folder);
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  await writeFile(join(folder, 'index.html'), page.replace('<title>', '<meta name="next-build"><title>'));
  const after = keptFiles(folder);
  const hashOf = (files: typeof before) => files.find(([path]) => path === 'index.html')?.[1] ?? '';
  const next = (await readFile(join(folder, 'sw.js'), 'utf8'))
    .replaceAll(hashOf(before), hashOf(after))
    .replace(buildNameOf(before), buildNameOf(after));
  await writeFile(join(folder, 'sw.js'), next);
  return folder;
}

test('a new build waits for the training to be over, then takes over whole; the old one is forgotten', async ({
  page,
  host,
  context,
}) => {
  await page.goto(`${host.address}${LAB}&steps=20000`);
  await untilKept(page);
  const [kept] = await caches(page);
  await page.locator('.transport-run').click();
  await expect(position(page)).not.toHaveText(/^step 0 /, { timeout: 40_000 });
  const next = await nextBuild();
  host.serve(next);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting, null, {
    timeout: 30_000,
  });
  expect(await caches(page)).toHaveLength(2);

  // A second page beside the first is of the same build, and the training goes on.
  const isNext = (of: Page) => of.locator('meta[name="next-build"]').count();
  const second = await context.newPage();
  await second.goto(host.address);
  await expect(second.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await isNext(second)).toBe(0);
  await second.close();
  const text = (await position(page).textContent()) ?? '';
  expect(text).not.toMatch(/^step 0 /);
  await expect(position(page)).not.toHaveText(text);

  // Alone and loaded again, the page is of the new build.
  // Loaded until it is: a page that was closed counts as open for a moment.
  await expect
    .poll(
      async () => {
        await page.reload();
        return isNext(page);
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await expect.poll(() => caches(page), { timeout: 10_000 }).toHaveLength(1);
  expect(await caches(page)).not.toContain(kept);
  await host.close();
  await page.reload();
  await expect(position(page)).toHaveText('step 0 of 20,000');
  await rm(next, { recursive: true });
});
