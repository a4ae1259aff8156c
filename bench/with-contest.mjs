/**
 * Builds the page of the contest as the app is built (minified, one tfjs a worker), serves it and opens it in
 * Chromium; closes all of it whatever happens. The page is cross-origin isolated: jax-js may use its threads.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { browserArgs, findBrowser } from '../scripts/find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const config = {
  configFile: /** @type {const} */ (false),
  root: join(root, 'bench'),
  publicDir: join(root, 'public'),
  logLevel: /** @type {const} */ ('error'),
  worker: { format: /** @type {const} */ ('es') },
  build: { outDir: join(root, '.cache/bench'), emptyOutDir: true, target: 'esnext' },
  preview: {
    host: '127.0.0.1',
    port: 4281,
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  },
};

/**
 * @template Result
 * @param {(say: string) => void} say
 * @param {(page: import('@playwright/test').Page) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function withContest(say, use) {
  await build(config);
  const server = await preview(config);
  try {
    const executablePath = findBrowser({ install: true, say });
    const browser = await chromium.launch({ executablePath, args: browserArgs });
    try {
      const page = await browser.newPage();
      page.on('pageerror', (error) => say(String(error)));
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      await page.waitForFunction('globalThis.contest');
      return await use(page);
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}
