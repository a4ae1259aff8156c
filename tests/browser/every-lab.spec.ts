/** What holds for every lab alike: found in the registry, so a new lab is covered by its one line. */
import type { Page } from '@playwright/test';
import { labs } from '../../src/labs/registry';
import { CONTRAST, violations } from './axe';
import { expect, test } from './page';

async function open(page: Page, lab: string, query = 'backend=cpu'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`?${query}#v=1&lab=${lab}&seed=1`);
  await page.locator('.transport').waitFor();
  await page.locator('.lab-stage').locator('svg, canvas').first().waitFor();
}

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

  test(`the lab ${id} stands embedded as a poster, with a way to the full version`, async ({ page }) => {
    await open(page, id, 'embed=1&backend=cpu');
    await expect(page.getByRole('link', { name: /Open the full version/ })).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}
