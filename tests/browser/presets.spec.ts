import AxeBuilder from '@axe-core/playwright';
import { labs } from '../../src/labs/registry';
import { expect, test } from './page';

test('the gallery shows every preset with its picture, in the theme; a card opens its bench', async ({
  page,
}) => {
  await page.goto('?theme=dark');
  const cards = page.locator('.preset-card');
  const presets = (await Promise.all(labs.map(({ loadPresets }) => loadPresets()))).flatMap(
    (lab) => lab.presets,
  );
  await expect(cards).toHaveCount(presets.length);
  await cards.last().scrollIntoViewIfNeeded();
  const shown = page.locator('.preset-card img:visible');
  await expect(shown).toHaveCount(presets.length);
  for (const image of await shown.all()) {
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() => image.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth))
      .toBe(640);
    expect(await image.getAttribute('src')).toMatch(/poster-dark\.png$/);
  }
  await page.getByRole('link', { name: /^Learned in one corner/ }).click();
  await expect(page).toHaveURL(/act=move.*data=corner|data=corner.*act=move/);
  await expect(page.getByRole('radio', { name: 'Move' })).toBeChecked();
});

test('the gallery fits 320 px with its presets', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('');
  await page.locator('.preset-card').last().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('the page of a preset keeps to its own policy, shows the lab, and has nothing for axe', async ({
  page,
}) => {
  await page.goto('presets/poke-one-weight/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Poke one weight');
  const lab = page.frameLocator('iframe');
  await expect(lab.getByRole('radio', { name: 'Learn' })).toBeChecked();
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ iframes: false, resultTypes: ['violations'] });
  expect((await axe.analyze()).violations.map(({ id }) => id)).toEqual([]);
});
