import { expect, openLab, runFast, test } from './page';

test('the digit moves by keyboard, by mouse and by place buttons', async ({ page }) => {
  await openLab(page, 'act=move');
  const canvas = page.locator('.move-canvas');
  await canvas.focus();
  await expect(canvas).toHaveAccessibleName(/row 8, column 8/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(canvas).toHaveAccessibleName(/row 4, column 9/);
  await page.getByRole('button', { name: 'top left' }).click();
  await expect(canvas).toHaveAccessibleName(/row 1, column 1/);
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no canvas');
  const pixel = box.width / 28;
  await page.mouse.move(box.x + 7 * pixel, box.y + 7 * pixel);
  await page.mouse.down();
  await page.mouse.move(box.x + 17 * pixel, box.y + 12 * pixel, { steps: 8 });
  await page.mouse.up();
  await expect(canvas).toHaveAccessibleName(/row 6, column 11/);
});

test('after training, probabilities follow the digit and the map of places fills in, shared error exactly 0', async ({
  page,
}) => {
  await openLab(page, 'act=move&data=corner&steps=60&batch=16');
  await runFast(page);
  await expect(page.locator('.transport-position')).toHaveText('step 60 of 60', { timeout: 60_000 });
  const halves = page.locator('.move-stage, .lab-stage');
  await expect(halves.getByText(/100 held-out digits at step 60/).first()).toBeVisible({ timeout: 60_000 });
  const before = await page.locator('.lab-stage').getByText(/%/).allTextContents();
  await page.getByRole('button', { name: 'bottom right' }).click();
  await expect
    .poll(async () => (await page.locator('.lab-stage').getByText(/%/).allTextContents()).join())
    .not.toBe(before.join());
});

test('a drawn digit is read, an empty drawing is refused with words', async ({ page }) => {
  await openLab(page, 'act=move');
  await page.getByRole('button', { name: 'Draw' }).click();
  const dialog = page.getByRole('dialog', { name: 'Draw a digit' });
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(dialog.getByText('There is nothing on the paper yet.')).toBeVisible();
  const paper = await dialog.locator('[role="application"], [role="grid"]').first().boundingBox();
  if (!paper) throw new Error('no paper');
  await page.mouse.move(paper.x + paper.width / 2, paper.y + paper.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(paper.x + paper.width / 2, paper.y + paper.height * 0.8, { steps: 10 });
  await page.mouse.up();
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('.lab-stage').getByText('your picture').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Changed by hand' })).toBeVisible();
});

const files = [
  { name: 'empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0), says: 'This file is empty' },
  {
    name: 'words.png',
    mimeType: 'image/png',
    buffer: Buffer.from('just words, no picture at all'),
    says: 'This file holds text',
  },
  {
    name: 'drawing.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    says: 'SVG drawings are not read here',
  },
  {
    name: 'cut.png',
    mimeType: 'image/png',
    buffer: Buffer.from('89504e470d0a1a0a0000000d494844520000001c0000001c08', 'hex'),
    says: 'cut short',
  },
] as const;

test('a picture that cannot be read says why, and the last good one stays', async ({ page }) => {
  await openLab(page, 'act=move');
  await page.getByRole('button', { name: 'Upload' }).click();
  const dialog = page.getByRole('dialog', { name: 'Upload a picture' });
  for (const { says, ...file } of files) {
    await dialog.locator('input[type="file"]').setInputFiles(file);
    await expect(dialog.getByText(says)).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(page.getByText('that no network has seen')).toBeVisible();
});

test('by touch on a phone: act, switch, run, place', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(`${baseURL}?backend=cpu#v=1&lab=convolution&seed=1&steps=20`);
  await page.getByRole('radio', { name: 'Move', exact: true }).tap();
  await expect(page.locator('.move-canvas')).toBeVisible();
  await page.getByRole('radio', { name: 'Independent', exact: true }).tap();
  await expect(page.getByRole('radio', { name: 'Independent', exact: true })).toBeChecked();
  await page.locator('.transport-run').tap();
  await expect(page.locator('.transport-position')).toHaveText('step 20 of 20', { timeout: 60_000 });
  await page.locator('.move-canvas').tap({ position: { x: 20, y: 20 } });
  await context.close();
});
