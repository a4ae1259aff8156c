import { expect, openLab, test } from './page';

test('a link full of nonsense opens a valid bench and says what was ignored', async ({ page }) => {
  await openLab(page, 'rate=abc&batch=99999&wibble=1&__proto__=x&act=%E0%A4%A&kernel=evil');
  await expect(page.getByText('Part of the link could not be used:')).toBeVisible();
  await expect(page.getByText('“abc” is no value for rate')).toBeVisible();
  await expect(page.getByText('“wibble” is not known here')).toBeVisible();
  await expect(page.getByText('batch=99999 is out of range')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('Part of the link could not be used:')).toBeHidden();
});

test('every change is in the address, and the address brings it back', async ({ page }) => {
  await openLab(page, '');
  await page.getByRole('radio', { name: 'Learn', exact: true }).check();
  await page.getByRole('radio', { name: 'Corner', exact: true }).check();
  await page.getByLabel('Examples').selectOption('4000');
  await page.getByLabel('Seed').fill('12');
  await page.getByLabel('Seed').press('Enter');
  await expect(page).toHaveURL(/seed=12/);
  await expect(page).toHaveURL(/data=corner/);
  await expect(page).toHaveURL(/examples=4000/);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Corner', exact: true })).toBeChecked();
  await expect(page.getByLabel('Seed')).toHaveValue('12');
});

test('a setting that is not a number is said at its field, the last good value stays', async ({ page }) => {
  await openLab(page, 'act=learn');
  await page.getByRole('button', { name: 'More…' }).click();
  const rate = page.getByLabel('Learning rate');
  await rate.fill('fast');
  await expect(page.getByText('“fast” is not a number. The last good value stays.')).toBeVisible();
  // It stays open at the field, and nothing begins, until there is a value that can be used.
  const apply = page.getByRole('button', { name: 'Start over with these' });
  await apply.click();
  await expect(rate).toBeFocused();
  await rate.fill('2000');
  await expect(
    page.getByText('Must be between 0.000001 and 1,000. The last good value stays.'),
  ).toBeVisible();
  await rate.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Set up the run' })).toBeVisible();
  await expect(page).not.toHaveURL(/rate=/);
  await rate.fill('0.01');
  await apply.click();
  await expect(page.getByRole('dialog', { name: 'Set up the run' })).toBeHidden();
  await expect(page).toHaveURL(/rate=0.01/);
});

test('a seed that is none is refused with words, and the last one stays', async ({ page }) => {
  await openLab(page, 'act=learn');
  for (const typed of ['-5', '1.5', '99999999999', '']) {
    await page.getByLabel('Seed').fill(typed);
    await page.getByLabel('Seed').press('Enter');
    await expect(
      page.getByText('Seeds are whole numbers from 0 to 2,147,483,647. Seed 1 stays.'),
    ).toBeVisible();
    await expect(page.getByLabel('Seed')).toHaveValue('1');
  }
  await page.getByLabel('Seed').fill('7');
  await page.getByLabel('Seed').press('Enter');
  await expect(page.getByText('Seeds are whole numbers')).toBeHidden();
  await expect(page).toHaveURL(/seed=7/);
});

test('the theme is kept on the device and never in the link', async ({ page }) => {
  await openLab(page, '');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark', exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(page.url()).not.toContain('theme');
});
