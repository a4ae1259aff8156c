import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openLab, test } from './page';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share or embed' });
const code = (page: Page) => page.getByRole('textbox', { name: 'Code', exact: true });

async function openSide(page: Page, side: 'Link' | 'Embed' | 'Download'): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog(page).getByRole('radio', { name: side }).check();
}

/** Where the focus is, as a reader would say it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const label = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLSelectElement;
    return `${activeElement?.tagName} ${label ? activeElement.labels?.[0]?.textContent : activeElement?.textContent}`;
  });

async function tabTo(page: Page, what: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (what.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No ${what} within 40 presses of Tab; the focus is on ${await focused(page)}`);
}

/** Until the preview has told its height, and no other for a while: parts of it come one after another. */
async function untilHeightRests(page: Page): Promise<void> {
  await expect(code(page)).not.toHaveValue(/height:900px/, { timeout: 20_000 });
  for (let before = ''; ; ) {
    const now = await code(page).inputValue();
    if (now === before) return;
    before = now;
    await page.waitForTimeout(1500);
  }
}

test('by keyboard alone: options, code, copy, and back to where one came from', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLab(page, 'act=learn');
  await page.getByRole('button', { name: 'Share', exact: true }).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, /^INPUT Link/);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /^SELECT Theme/);
  await page.keyboard.type('Dark');
  await tabTo(page, /^INPUT Curves and costs/);
  await page.keyboard.press('Space');
  // The preview is on the way; the keyboard passes it by.
  await tabTo(page, /^SELECT Paste into/);
  await page.keyboard.type('Quarto');
  await tabTo(page, /^BUTTON Copy code/);
  await untilHeightRests(page);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await code(page).inputValue());
  expect(copied).toMatch(
    /^```\{=html\}\n<iframe .*theme=dark&amp;hide=evidence#v=1.*act=learn.*title="Tied: /,
  );
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  expect(await focused(page)).toBe('BUTTON Share');
});

test('the preview shows this bench with the options chosen, at rest and out of reach', async ({ page }) => {
  await openLab(page, 'act=move');
  await openSide(page, 'Embed');
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByLabel('Starts').selectOption('run');
  const preview = page.frameLocator('.embed-preview iframe');
  await expect(preview.locator('html[data-theme="dark"]')).toBeAttached();
  await expect(preview.getByRole('radio', { name: 'Move' })).toBeChecked();
  // Whatever the embed will do when it starts, its preview does not.
  expect(await page.locator('.embed-preview iframe').getAttribute('src')).not.toContain('start=');
  expect(await code(page).inputValue()).toContain('start=run');
  await expect(page.locator('.embed-preview-room')).toHaveAttribute('inert');
});

test('where the clipboard is blocked the text is selected, and the page says which keys copy it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const writeText = () => Promise.reject(new DOMException('Blocked', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { get: () => ({ writeText }) });
  });
  await openLab(page, '');
  for (const [side, button, field] of [
    ['Link', 'Copy link', 'Link'],
    ['Embed', 'Copy code', 'Code'],
  ] as const) {
    await openSide(page, side);
    await page.getByRole('button', { name: button }).click();
    await expect(dialog(page).getByText('Copying is blocked here.')).toBeVisible();
    // The preview tells the height of the lab, and with it the code changes.
    if (side === 'Embed') await expect(code(page)).not.toHaveValue(/height:900px/, { timeout: 20_000 });
    const selected = await page
      .getByRole('textbox', { name: field, exact: true })
      .evaluate((area) =>
        area instanceof HTMLTextAreaElement && document.activeElement === area
          ? [area.selectionStart, area.selectionEnd - area.value.length]
          : null,
      );
    expect(selected).toEqual([0, 0]);
    await page.keyboard.press('Escape');
  }
});

test('what was said of a copy stays while the preview tells its height, and goes with another choice', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLab(page, '');
  await openSide(page, 'Embed');
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect(code(page)).not.toHaveValue(/height:900px/, { timeout: 20_000 });
  await expect(dialog(page).getByText('Copied')).toBeVisible();
  await page.getByLabel('Theme').selectOption('dark');
  await expect(dialog(page).getByText('Copied')).toBeHidden();
});

test('on a machine nobody else can reach, the code leads to the address that is typed', async ({ page }) => {
  await openLab(page, '');
  await openSide(page, 'Embed');
  await page.getByLabel('Address of your copy of Tied').fill('https://host.example/tied');
  expect(await code(page).inputValue()).toContain('src="https://host.example/tied/?embed=1#v=1');
  await page.getByLabel('Address of your copy of Tied').fill('javascript:alert(1)');
  await expect(dialog(page).getByText('An address begins with https://')).toBeVisible();
  expect(await code(page).inputValue()).not.toContain('javascript:');
});

/** A page of somebody else's with the snippet in it. */
async function openHost(page: Page, snippet: string): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>A course page</title><h1>Week 3</h1>${snippet}</html>`,
    }),
  );
  await page.goto('host.html');
  // With a route, nothing is taken from the cache.
  await page.unroute('**/host.html');
}

/** What the page of a course makes of each snippet, without its own tools: fences go, an address gets a frame. */
const asPasted: Readonly<Record<string, (snippet: string) => string>> = {
  html: (snippet) => snippet,
  element: (snippet) => snippet,
  markdown: (snippet) => snippet,
  quarto: (snippet) => snippet.replace(/^```.*$/gm, ''),
  jupyterBook1: (snippet) => snippet.replace(/^```.*$/gm, ''),
  myst: (snippet) => framed(/^```\{iframe\} (\S+)$/m.exec(snippet)?.[1] ?? ''),
  // reveal.js turns data-src into src when the slide comes.
  reveal: (snippet) => snippet.replace('data-src', 'src'),
  moodle: (snippet) => framed(snippet),
};
const framed = (address: string) => `<iframe src="${address.replaceAll('&', '&amp;')}"></iframe>`;
const SIZES_ITSELF = ['html', 'element', 'quarto', 'jupyterBook1'];
const TITLE = 'A "lab" <b>of mine</b>';

test('a plain page with the snippet of each kind shows the lab in each', async ({ page }) => {
  await openLab(page, 'act=learn&examples=500');
  await openSide(page, 'Embed');
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByLabel('Title').fill(TITLE);
  const take = async (kind: string) => {
    await page.getByLabel('Paste into').selectOption(kind);
    return code(page).inputValue();
  };
  let body = '';
  for (const [kind, paste] of Object.entries(asPasted))
    body += `<div id="${kind}">${paste(await take(kind))}</div>`;
  // Three places that take an address take the same one.
  expect([await take('notion'), await take('canvas')]).toEqual(Array(2).fill(await take('moodle')));
  await openHost(page, body);
  for (const kind of Object.keys(asPasted)) {
    const frame = page.locator(`#${kind} iframe`);
    await frame.scrollIntoViewIfNeeded();
    if (kind !== 'myst' && kind !== 'moodle') await expect(frame).toHaveAttribute('title', TITLE);
    const lab = frame.contentFrame();
    await expect(lab.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(lab.locator('html[data-theme="dark"]')).toBeAttached();
    await expect(lab.getByRole('radio', { name: 'Learn' })).toBeChecked();
    if (!SIZES_ITSELF.includes(kind)) continue;
    const natural = () =>
      lab.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
    await expect
      .poll(async () => Math.abs(((await frame.boundingBox())?.height ?? 0) - (await natural())))
      .toBeLessThanOrEqual(1);
  }
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on any side of the dialog in ${theme}`, async ({ page }) => {
    await openLab(page, '', `backend=cpu&theme=${theme}`);
    for (const side of ['Link', 'Embed', 'Download'] as const) {
      await openSide(page, side);
      // The lab in the preview is tested where it can be used.
      const axe = new AxeBuilder({ page })
        .setLegacyMode(true)
        .include('dialog')
        .options({ iframes: false, resultTypes: ['violations'] });
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

test('the dialog fits 320 px: nothing is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openLab(page, '');
  for (const side of ['Link', 'Embed', 'Download'] as const) {
    await openSide(page, side);
    const over = await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(over, side).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
  }
});

test('hide=share leaves no way to share', async ({ page }) => {
  await openLab(page, '', 'hide=share');
  await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toHaveCount(0);
});
