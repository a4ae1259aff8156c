/**
 * The health of the main thread: the built app in act Learn, both networks training on cpu in their worker and
 * the stage in motion, beside the same page at rest (half before, half after, since machines drift).
 */
import { browserArgs } from '../scripts/find-browser.mjs';
import { withBuiltPage } from '../scripts/with-built-page.mjs';
import { watchFrames } from './frame-watch.mjs';
import { rendererOf } from './machine.mjs';
import { median, quantile } from './statistics.mjs';

/**
 * Without a GPU the browser draws its page in software, and nothing here needs WebGL. A simulated GPU would take
 * both cores for every frame of the page, which no learner's browser does.
 */
const ARGS = [...browserArgs.filter((flag) => !/angle|swiftshader/.test(flag)), '--disable-gpu'];
const TRAINING_SECONDS = 15;
const WARM_UP_SECONDS = 5;
const REST_SECONDS = 7.5;
/** More steps than fit in: the run must not end while it is watched. */
const STATE = '?backend=cpu#v=1&lab=convolution&seed=1&act=learn&compare=1&steps=20000';

/**
 * @typedef {{median: number, p95: number, worst: number, count: number}} Spread milliseconds
 * @typedef {object} Frames
 * @property {Spread} work our own, per frame with work, as the frame loop sums it; the last 600 at most
 * @property {Spread} callbacks every animation frame callback of the page
 * @property {{training: Spread, idle: Spread}} gaps between frames
 * @property {{training: Spread, idle: Spread}} longTasks
 * @property {number} stepsPerSecond of both networks alike
 */

/** @param {readonly number[]} values @returns {Spread} */
const spread = (values) => ({
  median: median(values),
  p95: quantile(values, 0.95),
  worst: Math.max(0, ...values),
  count: values.length,
});

/** @returns {Promise<{gaps: number[], callbacks: number[], longTasks: number[], work: number[]}>} */
async function record(/** @type {import('@playwright/test').Page} */ page, /** @type {number} */ seconds) {
  await page.evaluate('frameWatch.take()');
  await page.waitForTimeout(seconds * 1000);
  return page.evaluate('frameWatch.take()');
}

/** "step 1,234 of 20,000" -> 1234 */
async function stepOf(/** @type {import('@playwright/test').Page} */ page) {
  const text = (await page.locator('.transport-position').textContent()) ?? '';
  return Number(text.match(/[\d,]+/)?.[0].replaceAll(',', ''));
}

async function measure(/** @type {import('@playwright/test').Page} */ page, address, say) {
  await page.addInitScript(watchFrames);
  await page.goto(address + STATE);
  const run = page.locator('.transport-run');
  await run.waitFor();
  await page.waitForTimeout(WARM_UP_SECONDS * 1000);
  say('the page at rest ...');
  const before = await record(page, REST_SECONDS);

  await run.click();
  await page.waitForTimeout(WARM_UP_SECONDS * 1000);
  say('both networks training ...');
  const from = await stepOf(page);
  const training = await record(page, TRAINING_SECONDS);
  const made = (await stepOf(page)) - from;
  if (!(made > 0)) {
    const shown = await page.locator('.transport-position').textContent();
    throw new Error(`The networks made ${made} steps while they were watched; the page says "${shown}".`);
  }

  await run.click();
  await page.waitForTimeout(WARM_UP_SECONDS * 1000);
  say('the page at rest ...');
  const after = await record(page, REST_SECONDS);
  return {
    work: spread(training.work),
    callbacks: spread(training.callbacks),
    gaps: { training: spread(training.gaps), idle: spread([...before.gaps, ...after.gaps]) },
    longTasks: {
      training: spread(training.longTasks),
      idle: spread([...before.longTasks, ...after.longTasks]),
    },
    stepsPerSecond: made / TRAINING_SECONDS,
  };
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<{frames: Frames, browser: string, renderer: string}>}
 */
export async function benchFrames(say) {
  let result = null;
  await withBuiltPage({ port: 4282, args: ARGS }, async (browser, address) => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
    const renderer = await rendererOf(page);
    result = { frames: await measure(page, address, say), browser: browser.version(), renderer };
  });
  if (!result) throw new Error('The page was not measured.');
  return result;
}
