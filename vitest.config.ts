/**
 * The test projects. `numeric` and `numeric-webgl` run the same engine tests on the cpu kernels in Node and on
 * the webgl kernels in Chromium; `findings` trains whole networks and is asked for by name.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArgs } from './scripts/find-browser.mjs';

const chromium =
  process.env.CHROME_PATH ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
const tfjsCore = fileURLToPath(
  new URL('node_modules/@tensorflow/tfjs-core/dist/tf-core.fesm.js', import.meta.url),
);

/** Seeds of the findings: FINDINGS_SEEDS=4,5,6, else one, or three where `npm run findings` asks for them. */
function findingsSeeds(mode: string): number[] {
  const text = process.env.FINDINGS_SEEDS ?? (mode === 'three-seeds' ? '21,22,23' : '1');
  if (!/^\d{1,9}(,\d{1,9})*$/.test(text))
    throw new Error(`FINDINGS_SEEDS takes whole numbers with commas between, not "${text}".`);
  return text.split(',').map(Number);
}

/** Bundled before the browser starts: a dependency found later would reload the page in the middle of a test. */
const tfjsImports = [
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-backend-cpu/dist/base',
  '@tensorflow/tfjs-backend-cpu/dist/kernels/Cast',
  '@tensorflow/tfjs-backend-cpu/dist/kernels/Identity',
  '@tensorflow/tfjs-backend-cpu/dist/kernels/Reshape',
  '@tensorflow/tfjs-backend-cpu/dist/kernels/Slice',
  '@tensorflow/tfjs-backend-webgl/dist/base',
  '@tensorflow/tfjs-backend-webgl/dist/kernels/Cast',
  '@tensorflow/tfjs-backend-webgl/dist/kernels/Identity',
  '@tensorflow/tfjs-backend-webgl/dist/kernels/Reshape',
  '@tensorflow/tfjs-backend-webgl/dist/kernels/Slice',
  'fast-check',
];

/** In Node every import of tfjs must meet the same instance; its own packages point there to another build. */
const oneTfjs = {
  resolve: { alias: [{ find: /^@tensorflow\/tfjs-core$/, replacement: tfjsCore }] },
  ssr: { noExternal: [/@tensorflow/] },
};

/** Two threads that load each module once, for all their files: most of the time of small tests is loading. */
const quick = { pool: 'threads', isolate: false, maxWorkers: 2, testTimeout: 30_000 } as const;

/** What tfjs says on its own accord about platforms and packages. */
const TFJS_CHATTER =
  /running TensorFlow\.js in Node|has already been set|already registered|Initialization of backend/;

export default defineConfig(({ mode }) => ({
  test: {
    onConsoleLog: (log) => !TFJS_CHATTER.test(log),
    projects: [
      {
        ...oneTfjs,
        test: {
          name: 'unit',
          ...quick,
          environment: 'node',
          include: ['tests/{math,spec,store,worker,scripts}/**/*.test.ts', 'tests/embed/*.test.ts'],
        },
      },
      {
        test: {
          name: 'views',
          ...quick,
          environment: 'happy-dom',
          include: ['tests/{views,ui,i18n,lab-page,labs,app,embed/element}/**/*.test.{ts,tsx}'],
        },
      },
      {
        ...oneTfjs,
        test: {
          name: 'numeric',
          ...quick,
          environment: 'node',
          include: ['tests/engine/**/*.test.ts'],
          exclude: ['tests/engine/findings/**', 'tests/engine/**/*.webgl.test.ts'],
          provide: { backend: 'cpu' },
          testTimeout: 60_000,
        },
      },
      {
        optimizeDeps: { include: tfjsImports },
        test: {
          name: 'numeric-webgl',
          include: ['tests/engine/**/*.{laws,oracle,webgl}.test.ts'],
          provide: { backend: 'webgl' },
          testTimeout: 180_000,
          fileParallelism: false,
          isolate: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium ? { executablePath: chromium } : {}),
                args: browserArgs,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        ...oneTfjs,
        test: {
          name: 'findings',
          environment: 'node',
          include: ['tests/engine/findings/*.findings.test.ts'],
          // They measure: two at once would take the same time, and `npm test` has the other core busy.
          fileParallelism: false,
          provide: { findingsSeeds: findingsSeeds(mode) },
          testTimeout: 600_000,
        },
      },
    ],
  },
}));
