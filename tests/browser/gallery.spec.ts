import { labs } from '../../src/labs/registry';
import { expect, test } from './page';

test('a first visitor presses one thing and a kernel slides over a digit', async ({ page }) => {
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One set of weights, many jobs.');
  await expect(page.locator('.lab-card-still svg').first()).toBeVisible();
  await page.getByRole('link', { name: /Slide it/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Can one small kernel read a whole image?',
  );
  await expect(page).toHaveURL(/#v=1&lab=convolution&seed=1/);
});

test('the way back leads to the gallery, a lab that does not exist is named', async ({ page }) => {
  await page.goto('#v=1&lab=convolution&seed=1');
  await page.getByRole('link', { name: 'Labs' }).click();
  await expect(page.locator('.lab-card')).toHaveCount(labs.length);
  await page.goto('#v=1&lab=nothing');
  await expect(page.getByText('There is no lab called “nothing”.')).toBeVisible();
});
