/**
 * `npm run soak`: twenty minutes (`-- --minutes=N`) of training under random controls in Chromium, half on each
 * backend; fails when tensors, GPU bytes or the page's heap pile up. The test itself is tests/browser/soak.spec.ts.
 */
import './check-node.mjs';
import { prepare } from './prepare.mjs';
import { runStep } from './run-step.mjs';

const asked = process.argv.find((argument) => argument.startsWith('--minutes='))?.slice('--minutes='.length);
const minutes = Number(asked ?? 20);
if (!(minutes > 0 && minutes <= 600)) {
  console.error(`--minutes takes a number from 0 to 600, not "${asked}".`);
  process.exit(1);
}

await prepare(console.log);
const { findBrowser } = await import('./find-browser.mjs');
const env = {
  CHROME_PATH: findBrowser({ install: true, say: console.log }),
  SOAK_MINUTES: String(minutes),
};
const build = await runStep(['scripts/build.mjs', '--logLevel=warn'], { seconds: 120 });
const soak = build.ok
  ? await runStep(['@playwright/test:playwright', 'test', 'soak'], { seconds: 60 * minutes + 600, env })
  : build;
console.log(soak.output);
process.exitCode = soak.ok ? 0 : 1;
