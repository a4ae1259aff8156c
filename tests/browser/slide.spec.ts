import { expect, openLab, position, runButton, test } from './page';

test('the window slides, pauses, steps, and the sum on screen is the sum of its products', async ({
  page,
}) => {
  await openLab(page, '');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(position(page)).toHaveText('position 1 of 196');
  // The first step fills the cell of position 1, the second moves on.
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  // The description of the stage; the status, which is throttled, may say it too.
  await expect(page.locator('figcaption').first()).toContainText('1 of 196 cells of the map are filled.');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(position(page)).toHaveText('position 2 of 196');
  await runButton(page).click();
  await expect(position(page)).not.toHaveText('position 2 of 196', { timeout: 5000 });
  await runButton(page).click();
  await expect(runButton(page)).toContainText('Run');
  await page.getByRole('slider', { name: 'Window' }).fill('94');
  await expect(position(page)).toHaveText('position 94 of 196');
  await page.getByText('All numbers as tables').click();
  const cells = page.locator('.slide-tables table').first().locator('tbody tr td:last-child');
  await expect(cells).toHaveCount(25);
  const products = await cells.allTextContents();
  const sum = products.reduce((total, text) => total + Number(text.replace('\u2212', '-')), 0);
  const shown =
    /products add up to ([\d.\u2212]+);/.exec((await page.locator('main').textContent()) ?? '')?.[1] ?? '';
  expect(Math.abs(sum - Number(shown.replace('\u2212', '-')))).toBeLessThan(0.02 * products.length);
});

test('pointing at a weight says what it multiplies: 196 pixels when shared, one when independent', async ({
  page,
}) => {
  await openLab(page, 'padding=valid&stride=2&size=5');
  const weight = page.getByRole('textbox', { name: /^Kernel weight row 3 column 3/ });
  await weight.hover();
  await expect(page.getByText(/This weight multiplies 144 pixels, one at each position/)).toBeVisible();
  await expect(page.getByText(/leaves a remainder of 1/)).toBeVisible();
  await page.mouse.move(2, 2);
  await page.getByRole('radio', { name: 'Independent', exact: true }).check();
  await page.waitForTimeout(1000);
  await page.getByRole('textbox', { name: /^Kernel weight row 3 column 3/ }).hover();
  await expect(page.getByText(/This weight multiplies exactly 1 pixel/)).toBeVisible();
});

test('a weight is typed in; what is no number is said at the cell and the last good weight stays', async ({
  page,
}) => {
  await openLab(page, 'kernel=identity');
  const weight = page.getByRole('textbox', { name: /^Kernel weight row 1 column 1/ });
  await weight.click();
  await page.keyboard.type('abc');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/is not a number. The weight stays as it was./)).toBeVisible();
  await expect(weight).toHaveValue('0');
  await weight.click();
  await weight.fill('0.5');
  await page.keyboard.press('Enter');
  await expect(weight).toHaveValue('0.5');
  await expect(page).toHaveURL(/kernel=custom/);
  await expect(page).toHaveURL(/cells=0.5/);
});

test('every preset, size, stride and padding draws a full stage', async ({ page }) => {
  for (const keys of [
    'kernel=blur&size=3&stride=1',
    'kernel=sharpen&size=7',
    'kernel=emboss&padding=valid',
    'kernel=learned&filter=3',
    'kernel=learned&sharing=independent',
  ]) {
    await openLab(page, keys);
    await expect(page.locator('.lab-stage svg').first()).toBeVisible();
    expect(await page.locator('.lab-stage').innerHTML()).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test('what was typed can be put back, and Reset forgets the kernels of single positions', async ({
  page,
}) => {
  await openLab(page, '');
  const type = async () => {
    await page.locator('.slide-weight').nth(3).click();
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
  };
  await type();
  await expect(page.getByText('Your own numbers.')).toBeVisible();
  await page.getByRole('button', { name: 'Put back: edge' }).click();
  await expect(page.getByText('Looks for ink on the right')).toBeVisible();
  await page.getByRole('radio', { name: 'Independent', exact: true }).check({ force: true });
  await expect(page.getByText('All 196 kernels start as the same edge kernel.')).toBeVisible();
  await type();
  await expect(page.getByText('The kernel of 1 position is changed by hand.')).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText('The kernel of 1 position is changed by hand.')).toBeHidden();
});
