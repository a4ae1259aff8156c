/** What holds for every lab alike: found in the registry, so a new lab is covered by its one line. */
import type { Page } from '@playwright/test';
import { labs } from '../../src/labs/registry';
import { CONTRAST, violations } from './axe';
import { expect, test } from './page';

async function open(page: Page, lab: string, query = 'backend=cpu', keys = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`?${query}#v=1&lab=${lab}&seed=1${keys}`);
  if (!query.includes('hide=')) await page.locator('.transport').waitFor();
  await page.locator('.lab-stage').locator('svg, canvas').first().waitFor();
}

/** Where a lab's first act does not train. */
const TRAINS: Readonly<Record<string, string>> = { convolution: '&act=learn' };

/** What a teacher may take away, as selectors. */
const PARTS = {
  switch: '.sharing-switch .segmented',
  compare: '.sharing-switch .toggle',
  transport: '.transport',
  acts: '.lab-acts',
  data: '.bench-line select',
  settings: '.bench-line .button',
  evidence: '.evidence',
  explain: '.lab-explanation',
} as const;

/** The first and the last network of the switch. */
const bothSides = (page: Page) => {
  const networks = page.locator('.sharing-switch').getByRole('radio');
  return [networks.first(), networks.last()];
};

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** In the page: controls of which a press near the left, in the middle or near the right would hit something else. */
function covered(): string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    '.sharing-switch label, .sharing-switch button, .transport button, .transport select, .lab-acts label',
  );
  return [...controls].flatMap((control) => {
    const { left, right, top, height } = control.getBoundingClientRect();
    const hits = [left + 4, (left + right) / 2, right - 4].map((x) =>
      document.elementFromPoint(x, top + height / 2),
    );
    return hits.every((hit) => hit && control.contains(hit)) ? [] : [control.textContent.trim()];
  });
}

/** In the page: what can be pressed and is less than 24 px wide or high; of a choice its label is pressed. */
function small(): string[] {
  const targets = document.querySelectorAll<HTMLElement>('button, select, summary, input');
  return [...targets].flatMap((target) => {
    const pressed = target.matches('[type="radio"], [type="checkbox"]') ? target.closest('label') : target;
    const { width, height } = (pressed ?? target).getBoundingClientRect();
    // Of 1 px: for a screen reader alone.
    if (!target.checkVisibility({ visibilityProperty: true }) || width <= 1) return [];
    const name = target.textContent || target.getAttribute('aria-label') || target.outerHTML;
    return Math.min(width, height) < 24 ? [`${name}: ${width} x ${height}`] : [];
  });
}

/** In the page, as it is printed: controls that are seen, what stands over the rest, charts without a curve. */
function misprinted(): string[] {
  const seen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(seen);
  const controls = all(
    '.lab-controls *, .lab-bench *, .button, select, summary, input:not([type="radio"]), .segment:not(:has(:checked))',
  );
  const floating = all('main *').filter((element) => /fixed|sticky/.test(getComputedStyle(element).position));
  const empty = all('.evidence-chart svg').filter((chart) => !chart.querySelector('.lines path[d]'));
  const parts = all('.lab-page > *').map((part) => part.getBoundingClientRect());
  const over = parts.filter((part, at) =>
    parts.some(
      (other, before) =>
        before < at &&
        Math.min(part.bottom, other.bottom) - Math.max(part.top, other.top) > 1 &&
        Math.min(part.right, other.right) - Math.max(part.left, other.left) > 1,
    ),
  );
  return [
    ...[...controls, ...floating, ...empty].map((element) => element.outerHTML.slice(0, 120)),
    ...over.map(({ top }) => `a part at ${top} lies over another`),
  ];
}

for (const { id } of labs) {
  for (const [theme, rules] of [
    ['light', undefined],
    ['dark', CONTRAST],
  ] as const)
    test(`axe finds nothing in the lab ${id}, ${theme}, both sides of the switch`, async ({ page }) => {
      await open(page, id, `backend=cpu&theme=${theme}`);
      for (const side of bothSides(page)) {
        await side.check();
        await page.waitForTimeout(300);
        expect(await violations(page, rules)).toEqual([]);
      }
    });

  test(`the lab ${id} fits 320 px, its controls stay in reach, nothing moves with reduced motion`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, id);
    for (const side of bothSides(page)) {
      await side.check();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
    // What stands below comes last.
    await page.locator('.lab-explanation').scrollIntoViewIfNeeded();
    await expect(page.locator('main [data-on-its-way]')).toHaveCount(0);
    expect(await page.evaluate(small)).toEqual([]);
    await expect(page.locator('.transport-run')).toBeInViewport();
    const running = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;
    expect(await page.evaluate(running)).toBe(0);
  });

  test(`the controls of the lab ${id} are clear of each other at every width, in the projector's type too`, async ({
    page,
  }) => {
    await open(page, id, 'backend=cpu&motion=reduce');
    for (const theme of ['light', 'projector'])
      for (const width of [320, 901, 1024, 1200, 1280, 1366]) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate((name) => {
          document.documentElement.dataset.theme = name;
        }, theme);
        const where = `${theme}, ${width} px`;
        // What is drawn follows a moment later.
        await expect.poll(() => overflow(page), { message: where }).toBeLessThanOrEqual(0);
        expect(await page.evaluate(covered), where).toEqual([]);
      }
  });

  test(`the lab ${id} is printed without controls, and nothing covers its figures`, async ({ page }) => {
    await open(page, id);
    for (const width of [800, 1200]) {
      await page.setViewportSize({ width, height: 900 });
      await page.locator('.lab-explanation').scrollIntoViewIfNeeded();
      await expect(page.locator('main [data-on-its-way]')).toHaveCount(0);
      await page.emulateMedia({ media: 'print' });
      await expect.poll(() => page.evaluate(misprinted), { message: `${width} px` }).toEqual([]);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.lab-stage').locator('svg, canvas').first()).toBeVisible();
      await page.emulateMedia({ media: 'screen' });
    }
  });

  test(`the lab ${id} stands embedded as a poster, with a way to the full version and all its parts`, async ({
    page,
  }) => {
    await open(page, id, 'embed=1&backend=cpu', TRAINS[id]);
    await expect(page.getByRole('link', { name: /Open the full version/ })).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    for (const [part, selector] of Object.entries(PARTS))
      await expect(page.locator(selector).first(), part).toBeAttached();
  });

  test(`the lab ${id} stands without any part that a teacher hides`, async ({ page }) => {
    await open(page, id, `embed=1&backend=cpu&hide=${Object.keys(PARTS)}`, TRAINS[id]);
    await expect(page.locator('main [data-on-its-way]')).toHaveCount(0);
    for (const [part, selector] of Object.entries(PARTS))
      await expect(page.locator(selector), part).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}
