import type { Page } from '@playwright/test';
import { CONTRAST, violations } from './axe';
import { expect, openLab, test } from './page';

const ACTS = ['Slide', 'Learn', 'Move'] as const;

const stageOf = { Slide: '.slide-plane', Learn: '.network-card', Move: '.move-stage' } as const;

async function showAct(page: Page, act: (typeof ACTS)[number]): Promise<void> {
  await page.getByRole('radio', { name: act, exact: true }).check();
  await page.locator(stageOf[act]).first().waitFor();
}

for (const [theme, rules] of [
  ['light', undefined],
  ['dark', CONTRAST],
  ['projector', CONTRAST],
] as const) {
  test(`axe finds nothing in ${theme}: gallery and all acts, both sides of the switch`, async ({ page }) => {
    await page.goto(`?theme=${theme}`);
    await page.locator('.lab-card-still svg').first().waitFor();
    expect(await violations(page, rules)).toEqual([]);
    await openLab(page, '', `backend=cpu&theme=${theme}`);
    for (const act of ACTS) {
      await showAct(page, act);
      for (const sharing of ['Independent', 'Shared']) {
        await page.getByRole('radio', { name: sharing, exact: true }).check();
        await page.waitForTimeout(300);
        expect(await violations(page, rules)).toEqual([]);
      }
    }
  });
}

test('axe finds nothing with forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openLab(page, '');
  for (const act of ACTS) {
    await showAct(page, act);
    expect(await violations(page)).toEqual([]);
  }
});

for (const act of ACTS)
  test(`${act} fits 320 px: nothing is cut off, the controls stay in reach`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await openLab(page, `act=${act.toLowerCase()}`);
    await page.waitForTimeout(300);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expect(page.locator('.transport-run')).toBeInViewport();
    await expect(page.locator('.sharing-switch')).toBeInViewport();
  });

test('with reduced motion nothing is animated', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openLab(page, '');
  for (const act of ACTS) {
    await showAct(page, act);
    for (const sharing of ['Shared', 'Independent'])
      await page.getByRole('radio', { name: sharing, exact: true }).check();
    const running = await page.evaluate(
      () => document.getAnimations().filter((a) => a.playState === 'running').length,
    );
    expect(running).toBe(0);
  }
});

test('the sharing switch, the acts and Run work by keyboard alone', async ({ page }) => {
  await openLab(page, 'act=slide');
  await page.getByRole('radio', { name: 'Shared', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Independent', exact: true })).toBeChecked();
  await page.getByRole('radio', { name: 'Slide', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Learn', exact: true })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Learn', exact: true })).toBeFocused();
  await expect(page.locator('.transport-position')).toHaveText('step 0 of 800');
  await page.getByRole('button', { name: 'Step', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.transport-position')).toHaveText('step 1 of 800', { timeout: 30_000 });
});

test('text of twice the length breaks no layout', async ({ page }) => {
  for (const act of ACTS) {
    await openLab(page, `act=${act.toLowerCase()}`);
    await page.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector('main') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts)
        if (text.parentElement?.closest('svg') === null && /[a-z]{3}/i.test(text.data))
          text.data = `${text.data} ${text.data}`;
    });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
