/** What every browser test needs: a page that fails on console errors and foreign requests, and ways about. */
import { test as base, expect, type Page } from '@playwright/test';

/** Errors and requests that no page of ours may cause. */
type Watched = {
  readonly complaints: string[];
  /** Console errors that the test itself brings about. */
  readonly complaintsAllowed: RegExp | null;
};

export const test = base.extend<Watched>({
  complaintsAllowed: [null, { option: true }],
  complaints: [
    async ({ page, baseURL, complaintsAllowed }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        const text = `${message.text()} ${message.location().url}`;
        if (message.type() === 'error' && !complaintsAllowed?.test(text)) complaints.push(text);
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        // A page around a frame is on another origin of this machine.
        if (!url.startsWith(baseURL ?? '') && !/^((blob|data):|http:\/\/localhost:\d+\/host\/)/.test(url))
          complaints.push(`request to ${url}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens the Convolution lab with these keys in the hash. */
export async function openLab(page: Page, keys: string, query = 'backend=cpu'): Promise<void> {
  // Only the hash may differ from where the page is: a real visit starts from elsewhere.
  await page.goto('about:blank');
  await page.goto(`?${query}#v=1&lab=convolution&seed=1${keys ? `&${keys}` : ''}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.transport').waitFor();
}

export const runButton = (page: Page) => page.locator('.transport-run');
export const position = (page: Page) => page.locator('.transport-position');

/** Starts a run of which only the end matters: at no pace for the eye. */
export async function runFast(page: Page): Promise<void> {
  await page.getByLabel('Speed').selectOption('fast');
  await runButton(page).click();
}

/** Waits until the transport shows this step or a later one. */
export async function untilStep(page: Page, step: number, timeout: number): Promise<void> {
  const shown = async () =>
    Number(/step ([\d,]+)/.exec((await position(page).textContent()) ?? '')?.[1]?.replace(',', ''));
  await expect.poll(shown, { timeout }).toBeGreaterThanOrEqual(step);
}

/** Waits until the training run has ended and its last figures (on 2,000 digits) are on the screen. */
export async function untilPaused(page: Page, steps: number, timeout: number): Promise<void> {
  await expect(position(page)).toHaveText(new RegExp(`^step ${steps.toLocaleString('en')} of`), { timeout });
  await expect(runButton(page)).not.toHaveText('Pause', { timeout: 10_000 });
  const shown = `${steps} losses, step ${steps}, 2000 examples`;
  await expect(page.locator('.evidence')).toHaveAttribute('data-shown', shown, { timeout: 30_000 });
  // The curves follow with the next animation frames.
  await page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done()), 200)),
      ),
  );
}

/** The accuracy at the end of a network's curve in the first chart. */
export async function heldOutAccuracy(page: Page, network: 'shared' | 'independent'): Promise<number> {
  const label = page.locator('.evidence-chart').first().locator('text.end', { hasText: network });
  const text = (await label.textContent()) ?? '';
  return Number(text.replace(network, '').trim());
}
