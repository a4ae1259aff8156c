/**
 * `npm run findings:screen`: the calibrated findings as a learner sees them. Opens the built page in Chromium, sets
 * data, examples and seed with the page's own controls, presses Run and reads the accuracies off the charts.
 * `-- --seeds=31,32,33` chooses the seeds. Exits non-zero when a band does not hold.
 */
import './check-node.mjs';
import { fileURLToPath } from 'node:url';
import { withBuiltPage } from './with-built-page.mjs';

/**
 * @typedef {{name: string, data: string, examples: number, steps: number}} Finding
 * @typedef {{shared: number, independent: number}} Accuracies
 */

/** @type {Finding[]} */
const findings = [
  { name: 'roaming', data: 'Roaming', examples: 2000, steps: 800 },
  { name: 'corner', data: 'Corner', examples: 4000, steps: 800 },
  { name: 'centred', data: 'Centred', examples: 4000, steps: 600 },
];

/** The bands, on the results of all seeds. */
const holds = {
  roaming: (/** @type {Accuracies[]} */ all) =>
    mean(all.map(({ shared }) => shared)) >= 0.72 &&
    all.every(({ shared, independent }) => shared >= 0.66 && shared - independent >= 0.25),
  corner: (/** @type {Accuracies[]} */ all) =>
    all.every(({ shared, independent }) => shared >= 0.7 && independent < 0.25),
  centred: (/** @type {Accuracies[]} */ all) => all.every(({ shared, independent }) => independent >= shared),
};

const mean = (/** @type {number[]} */ values) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} address
 * @param {Finding} finding
 * @param {string} seed
 * @returns {Promise<Accuracies>}
 */
async function learn(page, address, finding, seed) {
  await page.goto('about:blank');
  await page.goto(`${address}?backend=cpu#v=1&lab=convolution&seed=1&act=move&steps=${finding.steps}`);
  await page.getByRole('radio', { name: finding.data, exact: true }).check();
  await page.getByLabel('Examples').selectOption(String(finding.examples));
  await page.getByLabel('Seed').fill(seed);
  await page.getByLabel('Seed').press('Enter');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Run again' }).waitFor({ timeout: 300_000 });
  // The accuracies on all 2,000 digits follow the pause, the curves the next animation frames.
  const shown = `step ${finding.steps}, 2000 examples`;
  await page.locator(`.evidence[data-shown$="${shown}"]`).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(500);
  const labels = await page.locator('.evidence-chart').first().locator('text.end').allTextContents();
  const of = (/** @type {string} */ network) =>
    Number(labels.find((label) => label.startsWith(network))?.replace(network, ''));
  return { shared: of('shared'), independent: of('independent') };
}

async function main() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const given = process.argv.find((argument) => argument.startsWith('--seeds='))?.slice('--seeds='.length);
  const seeds = (given ?? '31,32,33').split(',');
  await withBuiltPage({ port: 4274 }, async (browser, address) => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
    for (const finding of findings) {
      /** @type {Accuracies[]} */
      const all = [];
      for (const seed of seeds) {
        const result = await learn(page, address, finding, seed);
        all.push(result);
        console.log(
          `${finding.name}, seed ${seed}: shared ${result.shared}, independent ${result.independent}`,
        );
      }
      const good = holds[/** @type {keyof typeof holds} */ (finding.name)](all);
      console.log(`${finding.name}: ${good ? 'holds' : 'DOES NOT HOLD'}`);
      if (!good) process.exitCode = 1;
    }
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
