/** A lab in another page: a poster that costs nothing, then live; what a teacher may take away; many on one page. */
import type { Frame, Page } from '@playwright/test';
import { violations } from './axe';
import { expect, openLab, position, runButton, test, untilStep } from './page';

const SMALL = 'act=learn&examples=200&batch=8&steps=20';
const stored = (page: Page) => page.getByText('A recorded run of 800 steps.');

/** Counts the GL contexts that the page asks for. */
async function countContexts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const made = { count: 0 };
    Object.assign(window, { made });
    for (const kind of [HTMLCanvasElement, OffscreenCanvas]) {
      const original = kind.prototype.getContext;
      Object.assign(kind.prototype, {
        getContext(this: HTMLCanvasElement, type: string, ...rest: []) {
          if (type.startsWith('webgl')) made.count += 1;
          return Reflect.apply(original, this, [type, ...rest]);
        },
      });
    }
  });
  return () =>
    page.evaluate(() => (window as Window & { readonly made?: { count: number } }).made?.count ?? 0);
}

test('a poster shows a recorded run, without worker or GL context; Run trains it here from step 0', async ({
  page,
}) => {
  const contexts = await countContexts(page);
  await openLab(page, 'act=learn', 'embed=1&backend=cpu');
  await expect(stored(page)).toBeVisible();
  await expect(position(page)).toHaveText('step 800 of 800');
  await expect(page.locator('.evidence')).toHaveAttribute(
    'data-shown',
    '800 losses, step 800, 2000 examples',
  );
  await expect(page.getByText('sum over 196 positions = kernel gradient').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Independent' }).check();
  await page.waitForTimeout(1500);
  expect(page.workers()).toHaveLength(0);
  expect(await contexts()).toBe(0);
  await runButton(page).click();
  await expect(stored(page)).toBeHidden();
  await expect(position(page)).toHaveText(/^step \d{1,2} of 800/, { timeout: 20_000 });
  expect(page.workers()).toHaveLength(1);
});

test('the poster of Move reads the digit and shows both maps; a moved digit leaves it', async ({ page }) => {
  await openLab(page, 'act=move&data=corner&examples=4000', 'embed=1&backend=cpu');
  await expect(stored(page)).toBeVisible();
  await expect(page.getByText('at step 800').first()).toBeVisible();
  await page.getByRole('button', { name: 'bottom right' }).first().click();
  await expect(stored(page)).toBeHidden();
  await expect(position(page)).toHaveText('step 0 of 800');
  expect(page.workers()).toHaveLength(0);
});

test('start=run trains at once, in act Slide too; start=paused stands at step 0', async ({ page }) => {
  await openLab(page, SMALL.replace('act=learn&', ''), 'embed=1&start=run&backend=cpu');
  await page.getByRole('radio', { name: 'Learn', exact: true }).check();
  await untilStep(page, 20, 30_000);
  await openLab(page, 'act=learn', 'embed=1&start=paused&backend=cpu');
  await expect(position(page)).toHaveText('step 0 of 800');
  await expect(stored(page)).toBeHidden();
  expect(page.workers()).toHaveLength(0);
});

test('what a teacher hides is not there, and the rest stands', async ({ page }) => {
  const parts = {
    switch: page.getByRole('radio', { name: 'Independent' }),
    compare: page.getByRole('button', { name: 'Compare' }),
    transport: runButton(page),
    acts: page.getByRole('radio', { name: 'Move', exact: true }),
    data: page.getByRole('radio', { name: 'Corner', exact: true }),
    settings: page.getByRole('button', { name: 'More…' }),
    evidence: page.locator('.evidence'),
    explain: page.getByRole('heading', { name: 'What you see' }),
  };
  for (const hidden of Object.keys(parts)) {
    await page.goto('about:blank');
    await page.goto(`?embed=1&hide=${hidden}#v=1&lab=convolution&seed=1&act=learn`);
    await page.locator('.network-card').first().waitFor();
    for (const [name, part] of Object.entries(parts))
      await expect(part, `${name} with hide=${hidden}`).toHaveCount(name === hidden ? 0 : 1);
  }
  await page.goto('about:blank');
  await page.goto(`?hide=share,settings#v=1&lab=convolution&seed=1`);
  await runButton(page).waitFor();
  await expect(page.getByRole('button', { name: /^Share|^Settings/ })).toHaveCount(0);
});

test('the full version opens the same bench in a page of its own', async ({ page, context }) => {
  await openLab(page, 'act=learn&examples=500', 'embed=1&theme=dark&start=poster&hide=acts');
  await page.getByRole('radio', { name: 'Independent' }).check();
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open the full version' }).click();
  const full = await opened;
  await expect(full.getByRole('button', { name: 'Settings' })).toBeVisible();
  const { search, hash } = new URL(full.url());
  expect(search).toBe('?theme=dark');
  expect(hash).toBe('#v=1&lab=convolution&sharing=independent&seed=1&examples=500&act=learn');
});

for (const act of ['slide', 'learn', 'move'])
  test(`${act} in a frame: its height is its own, and nothing is cut off at 320 px`, async ({ page }) => {
    const heights = new Set<number>();
    for (const height of [300, 1400]) {
      await page.setViewportSize({ width: 700, height });
      await openLab(page, `act=${act}`, 'embed=1&motion=reduce');
      // Nothing is on its way any more, and the views have drawn.
      await page.locator('main:not([aria-busy="true"]):not(:has([data-on-its-way]))').waitFor();
      await page.waitForTimeout(400);
      heights.add(await page.evaluate(() => document.getElementById('root')?.offsetHeight ?? 0));
    }
    expect(heights.size).toBe(1);
    await page.setViewportSize({ width: 320, height: 568 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(overflow).toBeLessThanOrEqual(0);
    await expect(runButton(page)).toBeInViewport();
    expect(await violations(page)).toEqual([]);
  });

test('a bad value in the query is named', async ({ page }) => {
  await openLab(page, '', 'embed=1&theme=pink');
  await expect(page.getByText('“pink” is no value for theme')).toBeVisible();
});

test('twenty on one page: those out of sight give their workers back, and none is dead', async ({ page }) => {
  test.setTimeout(300_000); // twenty pages load, one after another
  const frame = (seed: number) =>
    `<iframe title="lab ${seed}" loading="lazy" width="700" height="500" src="./?embed=1&backend=cpu#v=1&lab=convolution&seed=${seed}&compare=0&${SMALL}"></iframe>`;
  const body = `<!doctype html><title>course</title>${Array.from({ length: 20 }, (_, index) => frame(index + 1)).join('<br>')}`;
  await page.route('**/course.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('course.html');
  // With a route, nothing is taken from the cache, and every request goes through this process.
  await page.unroute('**/course.html');
  const labs = page.locator('iframe');
  await expect(labs).toHaveCount(20);
  const labAt = async (index: number): Promise<Frame> => {
    await labs.nth(index).scrollIntoViewIfNeeded();
    const frame = await (await labs.nth(index).elementHandle())?.contentFrame();
    if (!frame) throw new Error(`no frame ${index}`);
    return frame;
  };
  const stepOf = (frame: Frame, step: number) =>
    expect(frame.locator('.transport-position')).toHaveText(`step ${step} of 20`, { timeout: 30_000 });
  for (let index = 0; index < 20; index++) {
    const frame = await labAt(index);
    await frame.getByRole('button', { name: 'Step', exact: true }).click({ timeout: 30_000 });
    await stepOf(frame, 1);
  }
  // The last two or three are in sight.
  await expect.poll(() => page.workers().length, { timeout: 30_000 }).toBeLessThanOrEqual(3);
  for (const index of [0, 7, 19]) {
    const frame = await labAt(index);
    await frame.getByRole('button', { name: 'Step', exact: true }).click();
    await stepOf(frame, 2);
    await expect(frame.getByRole('alert')).toHaveCount(0);
  }
});
