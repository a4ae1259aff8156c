/**
 * The lab in a frame, in every sandbox a course page may put it in, as module build, single file and srcdoc: never
 * blank, no uncaught error, and it trains wherever scripts may run at all.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { dist, errorsOf, type Host, serveFolder } from './serve-folder';

const HASH = '#v=1&lab=convolution&seed=1&act=learn&steps=10&batch=8&compare=0&examples=100';
const ADDRESS = `?backend=cpu&motion=reduce${HASH}`;
const CORS = { 'access-control-allow-origin': '*' };
const tied = () => readFileSync(join(dist, 'tied.html'), 'utf8');
const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The attribute's value; null: no sandbox at all. */
const sandboxes = [null, 'allow-scripts', 'allow-scripts allow-same-origin', ''] as const;
const deliveries = {
  'the module build': () => `src="./${quoted(ADDRESS)}"`,
  'the single file': () => `src="./tied.html${quoted(ADDRESS)}"`,
  'the single file in srcdoc': () => `srcdoc="${quoted(tied())}"`,
} as const;

/** A course page with one frame, on the host that also serves the lab. */
async function hostWith(source: string, sandbox: string | null, headers = CORS as Record<string, string>) {
  const attribute = sandbox === null ? '' : `sandbox="${sandbox}"`;
  const frame = `<iframe title="Lab" width="680" height="560" ${attribute} ${source}></iframe>`;
  const course = `<!doctype html><title>Course</title><link rel="icon" href="data:,"><h1>Week 3</h1>${frame}`;
  return serveFolder({ headersFor: () => headers, pages: { '/course.html': course } });
}

const test = base.extend<{ errors: string[]; open: (host: Host) => Promise<void> }>({
  errors: async ({ page }, use) => use(errorsOf(page)),
  open: async ({ page }, use) => {
    let opened: Host | null = null;
    await use(async (host) => {
      opened = host;
      await page.goto(`${host.address}course.html`);
    });
    await (opened as Host | null)?.close();
  },
});
// A small page: it is painted in software, beside the training.
test.use({ actionTimeout: 30_000, viewport: { width: 720, height: 640 } });

const lab = (page: Page) => page.frameLocator('iframe');
const still = (page: Page) => lab(page).locator('.still');

async function trains(page: Page) {
  await lab(page).locator('.transport-run').click();
  await expect(lab(page).locator('.transport-position')).toHaveText('step 10 of 10', { timeout: 40_000 });
  await expect(still(page)).toHaveCount(0);
}

for (const sandbox of sandboxes)
  for (const [delivery, source] of Object.entries(deliveries)) {
    const where = sandbox === null ? 'no sandbox' : `sandbox="${sandbox}"`;
    const scripts = sandbox !== '';
    test(`${delivery}, ${where}: ${scripts ? 'trains' : 'shows the still picture and where to go'}`, async ({
      page,
      open,
      errors,
    }) => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await open(await hostWith(source(), sandbox));
      if (scripts) {
        if (delivery.endsWith('srcdoc')) await page.frames()[1]?.evaluate(`location.hash = '${HASH}'`);
        await trains(page);
        expect(errors).toEqual([]);
      } else {
        // At once: that no script will run is known from the start.
        await expect(lab(page).getByText('The lab has not started here.')).toBeVisible({ timeout: 5000 });
        await expect(lab(page).getByRole('img')).toBeVisible();
        await expect(lab(page).getByRole('link', { name: 'Open the full version' })).toBeVisible();
      }
      if (delivery.startsWith('the single file'))
        expect(requests.filter((url) => !/^(data|blob):|\/(course|tied)\.html/.test(url))).toEqual([]);
    });
  }

test('where the host does not send the CORS header, the closed sandbox shows the still picture', async ({
  page,
  open,
}) => {
  await open(await hostWith(deliveries['the module build'](), 'allow-scripts', {}));
  await expect(lab(page).getByRole('img')).toBeVisible({ timeout: 5000 });
  await expect(lab(page).getByText('The lab has not started here.')).toBeVisible({ timeout: 10_000 });
  const picture = lab(page).locator('img');
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  // The style sheet needs no header: the words stand in the page's own ink.
  await expect(lab(page).locator('.still')).toHaveCSS('text-align', 'center');
});

test('the still picture is gone as soon as the page stands, and is never seen before', async ({ page }) => {
  const host = await serveFolder({});
  await page.goto(host.address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One set of weights, many jobs.');
  await expect(page.locator('.still')).toHaveCount(0);
  await host.close();
});

test('in srcdoc the way into a lab and back stays in the frame', async ({ page, open, errors }) => {
  await open(await hostWith(deliveries['the single file in srcdoc'](), 'allow-scripts'));
  await lab(page)
    .getByRole('link', { name: /Slide it/ })
    .click();
  await expect(lab(page).locator('.transport')).toBeVisible({ timeout: 20_000 });
  await lab(page).getByRole('link', { name: 'Labs' }).click();
  await expect(lab(page).getByRole('heading', { level: 1 })).toHaveText('One set of weights, many jobs.');
  expect(errors).toEqual([]);
});

test('from a file the single file trains, and says how many digits it carries', async ({ page, errors }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`file://${join(dist, 'tied.html')}${ADDRESS.replace('=100', '=8000')}`);
  await expect(page.getByText('This file carries 4,000 training digits.')).toBeVisible();
  const notice = page.locator('.notices');
  await expect(notice).toContainText('This run asks for 8,000 training digits. The file carries 4,000');
  await expect(notice.getByRole('link')).toHaveAttribute(
    'href',
    /^https?:.*#v=1&lab=convolution.*examples=8000/,
  );
  await page.locator('.transport-run').click();
  await expect(page.locator('.transport-position')).toHaveText('step 10 of 10', { timeout: 40_000 });
  await page.getByLabel('Examples').selectOption('4000');
  await expect(notice).not.toContainText('This run asks');
  await expect(page.getByLabel('Examples').locator('option')).toHaveCount(5);
  expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
  expect(errors).toEqual([]);
});

test('the single file says of an old task how many of its digits it carries', async ({ page, errors }) => {
  await page.goto(`file://${join(dist, 'tied.html')}#v=1&lab=transfer&seed=1`);
  const notice = page.locator('.notices');
  await expect(notice).toContainText('The old task asks for 4,000 training digits 0 to 4.');
  await expect(notice).toContainText('Of the 4,000 digits that the file carries about 2,000 are such');
  await page.goto('about:blank');
  await page.goto(`file://${join(dist, 'tied.html')}#v=1&lab=meta-learning&seed=1`);
  await page.locator('.transport').waitFor();
  await expect(page.getByText(/training digits/)).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('what the page around says before the single file has unpacked itself is answered', async ({ page }) => {
  const say = "frame.postMessage({ ns: 'tied', v: 1, id: 'early', type: 'hello', payload: {} }, '*')";
  const course = `<!doctype html><title>Course</title><link rel="icon" href="data:,"><script>
    window.heard = [];
    addEventListener('message', ({ data }) => window.heard.push(data));
  </script><iframe title="Lab" width="680" height="560" src="./tied.html?embed=1&amp;backend=cpu${quoted(HASH)}"
    onload="const frame = this.contentWindow; ${say}"></iframe>`;
  const host = await serveFolder({ pages: { '/course.html': course } });
  await page.goto(`${host.address}course.html`);
  const answers = () => page.evaluate(() => (window as Window & { heard?: { id?: string }[] }).heard ?? []);
  await expect
    .poll(async () => (await answers()).filter(({ id }) => id === 'early').length, { timeout: 20_000 })
    .toBe(1);
  await host.close();
});

test('an embedded single file shows its recorded run', async ({ page, errors }) => {
  await page.goto(`file://${join(dist, 'tied.html')}?embed=1#v=1&lab=siamese&data=turned`);
  await expect(page.getByText(/^A recorded run of [\d,]+ steps\./)).toBeVisible({ timeout: 20_000 });
  expect(page.workers()).toHaveLength(0);
  expect(errors).toEqual([]);
});
