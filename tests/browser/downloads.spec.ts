/** What the dialog gives as files: the package is played by scorm-again, as a course system would. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, openLab, test } from './page';

async function openDownloads(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('radio', { name: 'Download' }).check();
}

async function download(page: Page, press: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: press }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  xml: 'application/xml',
};

/** A course system at /lms/: scorm-again around a frame with the unpacked package. */
async function openCourse(page: Page, files: Record<string, Uint8Array>): Promise<void> {
  const scorm = readFileSync('node_modules/scorm-again/dist/scorm12.min.js', 'utf8');
  const course = `<!doctype html><html lang="en"><title>Course</title>
<script>${scorm}</script><script>window.API = new Scorm12API({ autocommit: false });</script>
<iframe title="Package" src="package/index.html" width="1100" height="800"></iframe></html>`;
  await page.route('**/lms/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/lms/', '');
    if (path === '') return route.fulfill({ contentType: 'text/html', body: course });
    const name = path.replace('package/', '');
    const bytes = files[name];
    // The lab asks for what lies beside it only where it is no single file.
    if (!bytes) return route.fallback();
    const contentType = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return route.fulfill({ contentType, body: Buffer.from(bytes) });
  });
  await page.goto('lms/');
}

const status = (page: Page) =>
  page.evaluate(() => {
    const api: unknown = Reflect.get(window, 'API');
    const get = typeof api === 'object' && api !== null ? Reflect.get(api, 'LMSGetValue') : null;
    return typeof get === 'function' ? String(get.call(api, 'cmi.core.lesson_status')) : 'no API';
  });

test('the SCORM package opens in a course system, which hears when a run has reached its end', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openLab(page, 'act=learn&steps=3&examples=100');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('radio', { name: 'Embed' }).check();
  await page.getByLabel('Title').fill('One <kernel> & "196" ]]> kernels');
  await page.getByRole('radio', { name: 'Download' }).check();
  const { name, bytes } = await download(page, 'Make the package');
  expect(name).toBe('tied-convolution-scorm.zip');
  const files = unzipSync(bytes);

  // Chromium's parser is strict: what is not well-formed gives a parsererror.
  const title = await page.evaluate(
    (xml) => {
      const manifest = new DOMParser().parseFromString(xml, 'application/xml');
      const failed = manifest.querySelector('parsererror');
      return failed?.textContent ?? manifest.querySelector('item > title')?.textContent;
    },
    strFromU8(files['imsmanifest.xml'] ?? new Uint8Array()),
  );
  expect(title).toBe('One <kernel> & "196" ]]> kernels');

  await openCourse(page, files);
  const lab = page.frameLocator('iframe').frameLocator('iframe');
  await lab.locator('.transport-run').waitFor();
  await expect.poll(() => status(page)).toBe('incomplete');
  await lab.locator('.transport-run').click();
  await expect.poll(() => status(page), { timeout: 60_000 }).toBe('completed');
});

test('the picture of the stage is a PNG of twice its size', async ({ page }) => {
  await openLab(page, '');
  const stage = await page.locator('.lab-stage').boundingBox();
  await openDownloads(page);
  const { name, bytes } = await download(page, 'Download PNG');
  expect(name).toBe('tied-convolution.png');
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  // Width and height stand in the header, big-endian.
  expect(Math.abs(bytes.readUInt32BE(16) - 2 * (stage?.width ?? 0))).toBeLessThanOrEqual(2);
  expect(Math.abs(bytes.readUInt32BE(20) - 2 * (stage?.height ?? 0))).toBeLessThanOrEqual(2);
});

test('the single file is where its link leads', async ({ page, request }) => {
  await openLab(page, '');
  await openDownloads(page);
  const link = page.getByRole('link', { name: 'Download tied.html' });
  const answer = await request.get((await link.getAttribute('href')) ?? '');
  expect(answer.ok()).toBe(true);
  // Not the text itself: a failure would print two megabytes.
  expect((await answer.text()).includes('<div id="root">')).toBe(true);
});

test.describe('where the single file is missing', () => {
  test.use({ complaintsAllowed: /tied\.html/ });
  test('the package is not made, and the page says why', async ({ page }) => {
    await page.route('**/tied.html', (route) => route.fulfill({ status: 404, body: '' }));
    await openLab(page, '');
    await openDownloads(page);
    await page.getByRole('button', { name: 'Make the package' }).click();
    await expect(page.getByText('could not be loaded')).toBeVisible();
  });
});
