/** element.html: the playground follows, the reference is whole, nothing is inline, everyone can use it. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './page';

test('a chosen value reaches the lab and the code; a method shows its answer', async ({ page }) => {
  await page.goto('element.html');
  await expect(page.locator('#log')).toContainText('tied-ready', { timeout: 30_000 });
  await page.getByLabel('data', { exact: true }).selectOption('corner');
  await page.getByLabel('seed', { exact: true }).fill('9');
  await page.getByLabel('title', { exact: true }).fill('A "title" <b>');
  await page.getByLabel('title', { exact: true }).press('Tab');
  await expect(page.locator('#code')).toContainText('data="corner"\n  seed="9"');
  await expect(page.locator('#code')).toContainText('title="A &quot;title&quot; &lt;b>"');
  await page.getByRole('button', { name: 'getState' }).click();
  await expect(page.locator('#answered')).toHaveText(/^getState: answered after [\d.]+ s$/);
  await expect(page.locator('#answer')).toContainText('"data":"corner"');
  await expect(page.locator('#answer')).toContainText('"seed":9');
  await page.getByLabel('State', { exact: true }).fill('{"seed"');
  await page.getByRole('button', { name: 'setState' }).click();
  await expect(page.locator('#answered')).toHaveText(/not JSON/);
  await page.getByLabel('theme', { exact: true }).selectOption('dark');
  await expect(page.frameLocator('tied-lab iframe').locator(':root[data-theme=dark]')).toHaveCount(1);
});

test('it works under a policy without anything inline', async ({ page }) => {
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self'; font-src 'self'";
  await page.route('**/element.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy },
    });
  });
  await page.goto('element.html');
  await expect(page.locator('#log')).toContainText('tied-ready', { timeout: 30_000 });
  await expect(page.locator('#bench-rows > div')).not.toHaveCount(0);
});

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing on it in ${scheme}, and it fits 320 px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('element.html');
    await page.locator('#bench-rows > div').first().waitFor();
    const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('tied-lab');
    const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
