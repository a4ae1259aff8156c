/** A lab in a page that knows nothing of it but the contract. */
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { labs } from '../../src/labs/registry';
import { garbage } from '../spec/garbage';
import { test } from './host-page';
import { expect } from './page';

test('messages alone train both networks, and shared ends at least 0.4 above independent', async ({
  page,
  openHost,
}) => {
  test.setTimeout(150_000);
  const host = await openHost();
  expect(await host.ask('hello')).toMatchObject({
    type: 'ready',
    payload: { version: 1, labs: labs.map(({ id }) => id) },
  });
  expect(await host.ask('setState', { data: 'corner', batch: 16, steps: 400 })).toMatchObject({
    payload: { ok: true, warnings: [] },
  });
  const predicted = host.ask('predict', { pixels: new Array(784).fill(0) });
  const before = await predicted;
  expect(before).toMatchObject({ type: 'result', payload: { ok: true } });
  expect(await host.ask('step', { count: 400 })).toMatchObject({ payload: { ok: true, step: 400 } });
  const metrics = (await host.received()).filter(({ type }) => type === 'metrics');
  expect(metrics).toHaveLength(1);
  expect(metrics).toMatchObject([{ payload: { step: 400, steps: 400, backend: 'cpu', running: false } }]);
  const runs = await page.evaluate(
    ([message]) => (message?.type === 'metrics' ? message.payload.runs : {}),
    metrics,
  );
  const { shared, independent } = runs;
  expect((shared?.testAccuracy ?? 0) - (independent?.testAccuracy ?? 1)).toBeGreaterThanOrEqual(0.4);
  expect(shared?.parameters).toBeLessThan(independent?.parameters ?? 0);
  // The very numbers of the screen.
  const lab = page.frameLocator('iframe');
  await lab.getByRole('radio', { name: 'Learn', exact: true }).check();
  await expect(lab.locator('.evidence')).toHaveAttribute('data-shown', '400 losses, step 400, 2000 examples');
  const label = lab.locator('.evidence-chart').first().locator('text.end', { hasText: 'shared' });
  await expect(label).toHaveText(`shared ${(shared?.testAccuracy ?? 0).toFixed(2)}`);
  await expect
    .poll(() => host.received())
    .toContainEqual(
      expect.objectContaining({
        type: 'state',
        payload: { state: expect.objectContaining({ act: 'learn', data: 'corner' }), source: 'user' },
      }),
    );
});

test('play, pause and the words of reveal.js; figures at most twice a second', async ({ openHost }) => {
  const host = await openHost();
  await host.ask('play');
  const metrics = async () => (await host.received()).filter(({ type }) => type === 'metrics');
  const start = Date.now();
  await expect.poll(async () => (await metrics()).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(6);
  expect(Date.now() - start).toBeGreaterThan(1900);
  await host.post('slide:stop');
  const running = async () => (await metrics()).map(({ payload }) => Reflect.get(payload, 'running')).at(-1);
  await expect.poll(running, { timeout: 30_000 }).toBe(false);
  await host.post('slide:start');
  await expect.poll(running).toBe(true);
  await host.ask('reset');
  expect((await metrics()).at(-1)).toMatchObject({ payload: { step: 0, running: false } });
});

test('1,000 random messages: nothing throws, and getState is answered once the limit has refilled', async ({
  page,
  openHost,
}) => {
  const host = await openHost();
  await host.ask('hello');
  for (let burst = 0; burst < 5; burst++) {
    await page.evaluate(postAnything, burst);
    await page.waitForTimeout(1000);
  }
  // A frame that is still at the last burst drops what comes meanwhile.
  const answer = () => Promise.race([host.ask('getState'), page.waitForTimeout(1500)]);
  await expect.poll(answer, { timeout: 30_000 }).toMatchObject({ type: 'state' });
  const ids = (await host.received()).flatMap(({ id }) => (String(id).startsWith('random') ? [id] : []));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(50);
});

/** 200 messages, near the contract and far from it, all that the structured clone lets through. */
function postAnything(seed: number) {
  const frame = document.querySelector('iframe')?.contentWindow;
  const cycle: Record<string, unknown> = { ns: 'tied' };
  cycle.payload = cycle;
  const oddities: unknown[] = [
    ...[undefined, null, Number.NaN, 1e308, 10n, '', 'x'.repeat(1e6), [], new Array(1e5).fill(0), cycle],
    ...[
      new Map([['ns', 'tied']]),
      new Set([1]),
      new ArrayBuffer(1e6),
      new Float32Array(784),
      new Date(0),
      /x/,
    ],
    ...[new Error('x'), new Blob(['x']), new ImageData(2, 2), JSON.parse('{"__proto__": {"count": 9}}')],
    ...[
      { count: 3 },
      { count: -1 },
      { pixels: new Array(784).fill(0.5) },
      { rate: Number.POSITIVE_INFINITY },
    ],
    ...[
      { data: 'corner' },
      { seed: Number.NaN, act: 'move' },
      { format: 'svg' },
      { cells: new Array(1e5).fill(1) },
    ],
  ];
  const types = 'hello getState setState play pause reset step predict toString __proto__ ready'.split(' ');
  let state = seed + 1;
  const pick = <Each>(list: readonly Each[]) => {
    state = (state * 48271) % 2147483647;
    return list[state % list.length];
  };
  for (let count = 0; count < 200; count++) {
    const near = {
      ns: 'tied',
      v: 1,
      type: pick(types),
      id: `random ${seed} ${count}`,
      payload: pick(oddities),
    };
    frame?.postMessage(pick([near, near, near, { ...near, v: pick(oddities) }, pick(oddities)]), '*');
  }
}

test('1,000 random hashes: nothing throws, and getState is answered', async ({ page, openHost }) => {
  const host = await openHost();
  await host.ask('hello');
  const hashes = fc
    .sample(garbage, { numRuns: 1000, seed: 4 })
    .map((hash, at) => (at % 50 === 0 ? hash : `#v=1&lab=convolution&${hash.slice(1)}`));
  await page
    .frameLocator('iframe')
    .locator('body')
    .evaluate(async (_body, hashes) => {
      for (const hash of hashes) {
        location.hash = hash;
        await new Promise((resolve) => setTimeout(resolve));
      }
      location.hash = '#v=1&lab=convolution&seed=9';
    }, hashes);
  await expect
    .poll(async () => (await host.ask('getState')).payload, { timeout: 30_000 })
    .toMatchObject({ state: { lab: 'convolution', seed: 9 } });
});

test.describe('the origin that the address names', () => {
  test('is heard and answered', async ({ openHost, hostOrigin }) => {
    const host = await openHost({
      query: `embed=1&backend=cpu&origin=${hostOrigin}`,
    });
    expect(await host.ask('getState')).toMatchObject({ type: 'state' });
  });

  test.describe('or another', () => {
    test.use({ complaintsAllowed: /postMessage/ });
    test('a page of any other origin hears nothing, and nothing it says has an effect', async ({
      page,
      openHost,
    }) => {
      const host = await openHost({
        query: 'embed=1&backend=cpu&origin=https://course.example',
      });
      const lab = page.frameLocator('iframe');
      await lab.locator('.transport').waitFor();
      await host.post({ ns: 'tied', v: 1, type: 'setState', id: 1, payload: { act: 'learn' } });
      await host.post('slide:start');
      await page.waitForTimeout(1500);
      await expect(lab.getByRole('radio', { name: 'Slide', exact: true })).toBeChecked();
      expect(await page.evaluate('received')).toEqual([]);
    });
  });
});

test('a page that is in no frame neither loads the frame API nor answers', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('#v=1&lab=convolution&seed=1');
  await page.locator('.transport').waitFor();
  await page.evaluate(() => {
    addEventListener('message', ({ data }) => Object.assign(window, { heard: data }));
    postMessage({ ns: 'tied', v: 1, type: 'hello', id: 1 }, '*');
  });
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toMatchObject({ type: 'hello' });
  expect(scripts.filter((url) => /frame-api|export-image/.test(url))).toEqual([]);
});

test('the gallery answers hello and has no lab to command', async ({ openHost }) => {
  const host = await openHost({ hash: '' });
  expect(await host.ask('hello')).toMatchObject({ type: 'ready', payload: { backend: null } });
  expect(await host.ask('play')).toMatchObject({ type: 'error', payload: { code: 'bad-state' } });
});

/** Natural height of the page in the frame, and whether it has to be scrolled. */
const inside = (page: Page) =>
  page
    .frameLocator('iframe')
    .locator('html')
    .evaluate((html) => ({
      natural: Math.ceil(html.getBoundingClientRect().height),
      scrolls: html.scrollHeight > html.clientHeight,
    }));

for (const resizer of ['own', 'h5p', 'open-iframe-resizer', 'embedly', 'lti'])
  test(`a frame is as tall as its page: ${resizer}`, async ({ page, openHost }) => {
    const host = await openHost({ resizer });
    const lab = page.frameLocator('iframe');
    await lab.locator('.transport').waitFor();
    const fits = async () => {
      const { natural, scrolls } = await inside(page);
      return !scrolls && natural === (await host.frameHeight());
    };
    await expect.poll(fits).toBe(true);
    const before = await host.frameHeight();
    await lab.getByRole('radio', { name: 'Learn', exact: true }).check();
    await expect.poll(host.frameHeight).not.toBe(before);
    await expect.poll(fits).toBe(true);
  });
