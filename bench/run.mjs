/**
 * `npm run bench`: our training step beside other libraries in real Chromium, and the health of the main thread.
 * Prints a table, or with `--json` only JSON; progress goes to stderr. Exit code 1 when a must does not hold.
 */
import '../scripts/check-node.mjs';
import { findBrowser } from '../scripts/find-browser.mjs';
import { prepare } from '../scripts/prepare.mjs';
import { describeMachine, presentLoad } from './machine.mjs';
import { parseOptions } from './options.mjs';

const say = (/** @type {string} */ line) => console.error(line);

async function main() {
  const options = parseOptions(process.argv.slice(2));
  const loadBefore = presentLoad();
  await prepare(say);
  findBrowser({ install: true, say });
  // After prepare: these import packages.
  const { benchSteps } = await import('./step-bench.mjs');
  const { benchFrames } = await import('./frame-bench.mjs');
  const { judgeFrames, judgeSteps } = await import('./bars.mjs');
  const { reportLines } = await import('./report.mjs');

  const { only } = options;
  const ids = only?.filter((part) => part !== 'frames' && part !== 'steps') ?? [];
  const wantsSteps = !only || only.includes('steps') || ids.length > 0;
  const wantsFrames = !only || only.includes('frames');

  /** @type {string[]} */
  const failures = [];
  /** What one part has measured is not lost because the other part fails. */
  const measured = async (/** @type {string} */ part, /** @type {() => Promise<any>} */ bench) => {
    try {
      return await bench();
    } catch (error) {
      failures.push(`${part}: ${error instanceof Error ? error.message : error}`);
      return null;
    }
  };
  const ofSteps = () => benchSteps({ ...options, only: ids.length > 0 ? ids : null }, say);
  const steps = wantsSteps ? await measured('steps', ofSteps) : null;
  const frames = wantsFrames ? await measured('frames', () => benchFrames(say)) : null;
  const seen = steps ?? frames;
  if (!seen) throw new Error(failures.join('\n'));
  const results = {
    machine: describeMachine(seen, loadBefore),
    contest: steps?.contest ?? null,
    frames: frames?.frames ?? null,
    checks: [...(steps ? judgeSteps(steps.contest.rows) : []), ...(frames ? judgeFrames(frames.frames) : [])],
    failures,
  };
  console.log(options.json ? JSON.stringify(results, null, 2) : reportLines(results).join('\n'));
  for (const failure of failures) console.error(failure);
  process.exitCode = failures.length > 0 || results.checks.some(({ holds }) => holds === false) ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
