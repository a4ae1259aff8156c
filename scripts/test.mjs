/**
 * `npm test`: everything that is checked, in order, one line a step; goes on after a failure.
 * `npm test -- --only=unit,views` runs some steps. The last line is `N passed, N failed`.
 */
import './check-node.mjs';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';
import { runStep } from './run-step.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const TARGET_MINUTES = 12;
/** Of a failing step's output, from the end: enough to see why, not so much as to hide the other steps. */
const LONGEST_OUTPUT = 60_000; // characters

const reportOf = (/** @type {string} */ id) => join(root, 'test-results', `${id}.json`);

/**
 * Steps with a `count` report their own tests; any other counts as one. `seconds`: stopped after that. `beside`: one
 * thread that runs while the others take their turns.
 */
const steps = [
  { id: 'format', what: 'format and lint', run: ['@biomejs/biome:biome', 'ci', '--colors=off'], seconds: 60 },
  { id: 'types', what: 'types', run: ['typescript:tsc', '-b'], seconds: 120 },
  { id: 'floors', what: 'floors', run: ['scripts/check-floors.mjs'], seconds: 60 },
  { id: 'dead', what: 'dead code', run: ['knip:knip', '--no-progress'], seconds: 60 },
  vitest('unit', 'unit tests and laws', 240),
  vitest('views', 'views', 240),
  vitest('numeric', 'numerics on cpu', 240),
  vitest('numeric-webgl', 'numerics on webgl', 480, { browser: true }),
  vitest('findings', 'learning findings', 1800, { beside: true }),
  { id: 'build', what: 'build', run: ['scripts/build.mjs', '--logLevel=warn'], seconds: 120 },
  { id: 'size', what: 'size', run: ['size-limit:size-limit'], seconds: 60, needs: ['build'] },
  {
    id: 'browser',
    what: 'browser',
    run: ['@playwright/test:playwright', 'test'],
    seconds: 1500,
    needs: ['build'],
    browser: true,
    count: playwrightCount,
  },
];

function vitest(
  /** @type {string} */ project,
  /** @type {string} */ what,
  /** @type {number} */ seconds,
  more = {},
) {
  const run = ['vitest:vitest', 'run', '--project', project, '--reporter=default', '--reporter=json'];
  return {
    id: project,
    what,
    run: [...run, `--outputFile.json=${reportOf(project)}`],
    seconds,
    count: vitestCount,
    ...more,
  };
}

function vitestCount(/** @type {any} */ report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function playwrightCount(/** @type {any} */ { stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** The steps asked for on the command line, with what they need, in order. */
function chosenSteps() {
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
  const unknownOption = process.argv.slice(2).find((argument) => !argument.startsWith('--only='));
  if (unknownOption) throw new Error(`Unknown option ${unknownOption}; there is --only=step,step.`);
  if (only === undefined) return steps;
  const ids = new Set(only.split(','));
  const unknown = [...ids].filter((id) => !steps.some((step) => step.id === id));
  if (unknown.length > 0) {
    throw new Error(`No step ${unknown.join(', ')}. Steps: ${steps.map((step) => step.id).join(', ')}.`);
  }
  for (const step of steps) if (ids.has(step.id)) for (const id of step.needs ?? []) ids.add(id);
  return steps.filter((step) => ids.has(step.id));
}

/** A test file that no project includes would never run, and nobody would notice. */
function everyTestFileHasRun() {
  const ran = new Set(
    steps
      .filter((step) => step.count === vitestCount && existsSync(reportOf(step.id)))
      .flatMap((step) => JSON.parse(readFileSync(reportOf(step.id), 'utf8')).testResults)
      .map((result) => basename(result.name)),
  );
  const forgotten = readdirSync(join(root, 'tests'), { recursive: true })
    .map((path) => String(path).split(sep).join('/'))
    .filter((path) =>
      /\.spec\.tsx?$/.test(path)
        ? !path.startsWith('browser/')
        : /\.test\.tsx?$/.test(path) && !ran.has(basename(path)),
    );
  if (forgotten.length > 0) throw new Error(`In no test project: ${forgotten.join(', ')}`);
}

/** A step that fails without a failing test (it crashed, it was stopped) counts as one failure. */
function countOf(step, ok) {
  if (!step.count) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const path = reportOf(step.id);
  const none = { passed: 0, failed: 0, skipped: 0 };
  const count = existsSync(path) ? step.count(JSON.parse(readFileSync(path, 'utf8'))) : none;
  const silent = count.failed === 0 && (!ok || count.passed === 0);
  return silent ? { ...count, failed: 1 } : count;
}

const total = { passed: 0, failed: 0 };
const secondsSince = (/** @type {number} */ start) => ((performance.now() - start) / 1000).toFixed(1);

function report(/** @type {string} */ line, { passed = 0, failed = 0 }) {
  total.passed += passed;
  total.failed += failed;
  console.log(`${failed > 0 ? 'FAIL' : 'ok  '} ${line}`);
}

/** Runs `work`; its error becomes a failed step. Returns whether it went well. */
async function ownStep(/** @type {string} */ what, /** @type {() => unknown} */ work) {
  const start = performance.now();
  try {
    await work();
    report(`${what}, ${secondsSince(start)} s`, { passed: 1 });
    return true;
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    report(`${what}, ${secondsSince(start)} s`, { failed: 1 });
    return false;
  }
}

async function runTool(step, env) {
  const start = performance.now();
  rmSync(reportOf(step.id), { force: true });
  const { ok, output } = await runStep(step.run, { seconds: step.seconds, env });
  const count = countOf(step, ok);
  if (count.failed > 0) console.log(`\n--- ${step.what}\n${output.slice(-LONGEST_OUTPUT).trimEnd()}\n---`);
  const tests = step.count ? `, ${count.passed} of ${count.passed + count.failed} tests` : '';
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  report(`${step.what}, ${secondsSince(start)} s${tests}${skipped}`, count);
}

async function main() {
  const start = performance.now();
  const chosen = chosenSteps();
  if (await ownStep('packages and data', () => prepare(console.log))) {
    mkdirSync(join(root, 'test-results'), { recursive: true });
    /** @type {Record<string, string>} */
    const env = {};
    if (chosen.some((step) => step.browser)) {
      await ownStep('a browser', async () => {
        const { findBrowser } = await import('./find-browser.mjs');
        env.CHROME_PATH = findBrowser({ install: true, say: console.log });
      });
    }
    const beside = Promise.all(chosen.filter((step) => step.beside).map((step) => runTool(step, env)));
    for (const step of chosen) if (!step.beside) await runTool(step, env);
    await beside;
    if (chosen === steps) await ownStep('every test file has run', everyTestFileHasRun);
  }
  const minutes = (performance.now() - start) / 60_000;
  const late = minutes > TARGET_MINUTES ? `, over the ${TARGET_MINUTES} it may take` : '';
  console.log(`total ${minutes.toFixed(1)} minutes${late}`);
}

try {
  await main();
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
