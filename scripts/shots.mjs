/**
 * `npm run shots`: builds, serves and photographs the page into shots/ (not committed), to be looked at.
 * `-- --only=learn` takes those whose name contains the word; `-- --no-build` takes what dist holds.
 */
import './check-node.mjs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBuiltPage } from './with-built-page.mjs';

/**
 * @typedef {object} Shot
 * @property {string} name file name, without .png
 * @property {string} [hash] the state, without `#`; none: the gallery
 * @property {string} [query] the presentation, without `?`
 * @property {string} [path] another page of the site than the app
 * @property {number} width CSS pixels
 * @property {number} height CSS pixels, unless `full`
 * @property {'light' | 'dark'} theme what the system prefers
 * @property {boolean} [full] the whole length of the page
 * @property {boolean} [touch] a touch screen, twice the pixels
 * @property {(page: import('@playwright/test').Page) => Promise<void>} [actions] before the picture
 */

/** @typedef {import('@playwright/test').Page} Page */

const of = (/** @type {string} */ id) => (/** @type {string} */ keys) =>
  `v=1&lab=${id}&seed=1${keys ? `&${keys}` : ''}`;
const [lab, recurrent, siamese, howMuch] = ['convolution', 'recurrent', 'siamese', 'how-much'].map(of);
const multiTask = of('multi-task');
const metaLearning = of('meta-learning');
const transfer = of('transfer');
const press = (/** @type {string} */ name) => (/** @type {Page} */ page) =>
  page.getByRole('button', { name, exact: true }).click();
const speed = (/** @type {string} */ name) => (/** @type {Page} */ page) =>
  page.getByLabel('Speed').selectOption(name);
const wait = (/** @type {number} */ ms) => (/** @type {Page} */ page) => page.waitForTimeout(ms);
/** Trains to the end of the run and, where there are any, lets the maps of places fill. */
const train = async (/** @type {Page} */ page) => {
  await press('Run')(page);
  await page.getByRole('button', { name: 'Run again' }).waitFor({ timeout: 180_000 });
  await page.locator('.evidence[data-shown$=" 2000 examples"]').waitFor({ timeout: 30_000 });
  const maps = page.getByText('100 held-out digits at step');
  if ((await page.locator('.move-canvas').count()) > 0) await maps.first().waitFor({ timeout: 60_000 });
};
/** As fast as it goes, until the last figures are there. */
const trainFast = async (/** @type {Page} */ page) => {
  await speed('fast')(page);
  await press('Run')(page);
  await page.getByRole('button', { name: 'Run again' }).waitFor({ timeout: 240_000 });
  await page.waitForTimeout(4000);
};
const run =
  (/** @type {((page: Page) => Promise<unknown>)[]} */ ...actions) =>
  async (/** @type {Page} */ page) => {
    for (const action of actions) await action(page);
  };

const flip = (/** @type {Page} */ page) =>
  page.getByRole('radio', { name: 'Independent', exact: true }).check();
const share = (/** @type {string} */ side) =>
  run(press('Share'), (page) => page.getByRole('radio', { name: side, exact: true }).check(), wait(2500));
const embed = 'embed=1&backend=cpu';

/** What is photographed: each screen, both sides of the switch, still and in motion, before and after training. */
const pages = [
  { name: 'gallery', hash: '' },
  { name: 'slide-shared', hash: lab('') },
  { name: 'slide-independent', hash: lab('sharing=independent') },
  { name: 'slide-valid', hash: lab('padding=valid&kernel=emboss&sharing=independent') },
  { name: 'slide-running', hash: lab(''), actions: run(press('Reset'), press('Run'), wait(3000)) },
  { name: 'learn-start', hash: lab('act=learn') },
  { name: 'learn-slow', hash: lab('act=learn'), actions: run(speed('slow'), press('Run'), wait(6500)) },
  { name: 'learn-trained', hash: lab('act=learn&steps=400'), actions: train },
  {
    name: 'learn-independent',
    hash: lab('act=learn&steps=60&compare=0&sharing=independent'),
    actions: train,
  },
  { name: 'move-start', hash: lab('act=move') },
  {
    name: 'move-corner',
    hash: lab('act=move&data=corner&examples=4000&steps=400'),
    actions: run(train, press('bottom right'), wait(800)),
  },
  {
    name: 'flip-while-training',
    hash: lab('act=learn'),
    actions: run(press('Run'), wait(4000), flip, wait(900)),
  },
  { name: 'recurrent-start', hash: recurrent('') },
  { name: 'recurrent-slow', hash: recurrent(''), actions: run(speed('slow'), press('Run'), wait(6500)) },
  { name: 'recurrent-trained', hash: recurrent('steps=600'), actions: trainFast },
  {
    name: 'recurrent-independent',
    hash: recurrent('steps=60&compare=0&sharing=independent&word=yildizlar'),
    actions: trainFast,
  },
  {
    name: 'recurrent-third',
    hash: recurrent('data=third&examples=200&rate=0.005&steps=600&sharing=independent'),
    actions: trainFast,
  },
  { name: 'siamese-start', hash: siamese('') },
  { name: 'siamese-slow', hash: siamese(''), actions: run(speed('slow'), press('Run'), wait(6500)) },
  { name: 'siamese-trained', hash: siamese('steps=300'), actions: trainFast },
  {
    name: 'siamese-turned',
    hash: siamese('data=turned&steps=100&compare=0&sharing=independent'),
    actions: trainFast,
  },
  { name: 'multi-task-start', hash: multiTask('') },
  {
    name: 'multi-task-slow',
    hash: multiTask('sharing=soft'),
    actions: run(speed('slow'), press('Run'), wait(6500)),
  },
  { name: 'multi-task-trained', hash: multiTask('data=slant&steps=200'), actions: trainFast },
  { name: 'multi-task-separate', hash: multiTask('sharing=separate&steps=60&compare=0'), actions: trainFast },
  { name: 'transfer-start', hash: transfer('') },
  { name: 'transfer-slow', hash: transfer('batch=8'), actions: run(speed('slow'), press('Run'), wait(6500)) },
  { name: 'transfer-trained', hash: transfer('batch=8'), actions: trainFast },
  {
    name: 'transfer-points',
    hash: transfer('steps=510&batch=4'),
    actions: run(press('Train the points'), wait(30_000)),
  },
  { name: 'how-much-start', hash: howMuch('') },
  {
    name: 'how-much-slow',
    hash: howMuch('map=quadrants'),
    actions: run(speed('slow'), press('Run'), wait(8000)),
  },
  { name: 'how-much-trained', hash: howMuch('data=two-rules&steps=100'), actions: trainFast },
  { name: 'how-much-independent', hash: howMuch('sharing=independent&data=centred') },
  {
    name: 'how-much-soft',
    hash: howMuch('map=one&soft=1&shrink=0.01&steps=60&compare=0'),
    actions: trainFast,
  },
  {
    name: 'how-much-sweep',
    hash: howMuch('steps=20&batch=8&examples=200'),
    actions: run(press('Start the sweep'), wait(20_000)),
  },
  { name: 'meta-learning-start', hash: metaLearning('') },
  {
    name: 'meta-learning-slow',
    hash: metaLearning('k=8'),
    actions: run(speed('slow'), press('Step'), wait(3200)),
  },
  { name: 'meta-learning-trained', hash: metaLearning('steps=300'), actions: trainFast },
  {
    name: 'meta-learning-own-points',
    hash: metaLearning('steps=100&sharing=pretrained&points=-3.5,-2.81,0.4,3.1,3.2,-2.36'),
    actions: run(trainFast, press('Points as numbers'), wait(300)),
  },
  {
    name: 'meta-learning-runs-away',
    hash: metaLearning('steps=60&sharing=random&rate=0.05&wave=24&k=20'),
    actions: trainFast,
  },
  { name: 'embed-meta-learning', query: embed, hash: metaLearning('') },
  { name: 'embed-how-much', query: embed, hash: howMuch('') },
  { name: 'embed-recurrent', query: embed, hash: recurrent('') },
  { name: 'embed-siamese', query: embed, hash: siamese('') },
  { name: 'embed-slide', query: embed, hash: lab('') },
  { name: 'embed-learn', query: embed, hash: lab('act=learn') },
  { name: 'embed-move', query: embed, hash: lab('act=move&data=corner&examples=4000') },
  { name: 'share-link', hash: lab('act=learn'), actions: share('Link') },
  { name: 'share-embed', hash: lab('act=learn'), actions: share('Embed') },
  { name: 'share-download', hash: lab('act=learn'), actions: share('Download') },
  { name: 'preset-page', path: 'presets/learned-in-one-corner/', actions: wait(1500) },
  { name: 'element-page', path: 'element.html', actions: wait(1500) },
];

/** @type {Shot[]} */
const shots = pages.flatMap((page) => [
  { ...page, name: `${page.name}-light`, width: 1366, height: 900, theme: 'light', full: true },
  { ...page, name: `${page.name}-dark`, width: 1366, height: 900, theme: 'dark', full: true },
  { ...page, name: `${page.name}-phone`, width: 320, height: 640, theme: 'light', touch: true },
  {
    ...page,
    name: `${page.name}-phone-full`,
    width: 320,
    height: 640,
    theme: 'dark',
    full: true,
    touch: true,
  },
]);

/** Time for fonts, first drawing and the worker's greeting; actions wait for what they need themselves. */
const SETTLE = 800; // ms

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {Shot} shot
 * @returns {Promise<string[]>} what the page complained about
 */
async function take(browser, address, shot) {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height },
    colorScheme: shot.theme,
    deviceScaleFactor: shot.touch ? 2 : 1,
    hasTouch: shot.touch ?? false,
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    const query = `?${shot.query ?? 'backend=cpu'}`;
    const hash = shot.hash ? `#${shot.hash}` : '';
    await page.goto(`${address}${shot.path ?? ''}${query}${hash}`);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(SETTLE);
    await shot.actions?.(page);
  } catch (error) {
    // The picture is taken all the same: it shows how far it came.
    complaints.push(error instanceof Error ? error.message : String(error));
  }
  await page.screenshot({ path: join('shots', `${shot.name}.png`), fullPage: shot.full ?? false });
  await context.close();
  return complaints;
}

async function main() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const word = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
  const wanted = shots.filter((shot) => word === undefined || shot.name.includes(word));
  if (wanted.length === 0) {
    throw new Error(`No shot is called ${word}; there are ${shots.map((s) => s.name).join(', ')}.`);
  }

  mkdirSync('shots', { recursive: true });
  const build = !process.argv.includes('--no-build');
  await withBuiltPage({ port: 4273, build }, async (browser, address) => {
    for (const shot of wanted) {
      const complaints = await take(browser, address, shot);
      console.log(`shots/${shot.name}.png`);
      for (const complaint of complaints) console.error(`  ${complaint}`);
      if (complaints.length > 0) process.exitCode = 1;
    }
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
