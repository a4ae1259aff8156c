/** Browser tests on the built page, in one Chromium. `npm test` builds first; by hand: `npm run build`. */
import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from './scripts/find-browser.mjs';

/** Another port lets two checkouts run at the same time. */
const port = Number(process.env.TIED_TEST_PORT ?? 4199);

// Without a GPU process the pages are drawn in half the time; WebGL is SwiftShader either way.
const args = [...browserArgs, '--disable-gpu'];
const chromium = { browserName: 'chromium', launchOptions: { executablePath: findBrowser(), args } } as const;
const ALONE = /@alone/;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  // Two at a time: most tests wait for a paced run or for one worker thread.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  // Ends by itself, with a report, before `npm test` would stop it; `npm run soak` asks for its own time.
  globalTimeout: process.env.SOAK_MINUTES ? 0 : 1_480_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    viewport: { width: 1366, height: 900 },
    // A service worker would answer before the faults that tests put into the network; offline.spec.ts allows it.
    serviceWorkers: 'block',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'chromium', use: chromium, grepInvert: ALONE },
    // After the others: what needs the whole machine, such as a long run on a simulated GPU.
    { name: 'alone', use: chromium, grep: ALONE, dependencies: ['chromium'], fullyParallel: false },
  ],
  webServer: {
    command: `node scripts/serve-dist.mjs ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: !process.env.CI,
    timeout: 30_000,
  },
});
