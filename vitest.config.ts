/**
 * The test projects. `numeric` and `numeric-webgl` run the same engine tests on the cpu kernels in Node and on
 * the webgl kernels in Chromium; `findings` trains whole networks and is asked for by name.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const chromium =
  process.env.CHROME_PATH ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
const tfjsCore = fileURLToPath(
  new URL('node_modules/@tensorflow/tfjs-core/dist/tf-core.fesm.js', import.meta.url),
);
const findingsSeeds = (process.env.FINDINGS_SEEDS ?? '1').split(',').map(Number);

/** In Node every import of tfjs must meet the same instance; its own packages point there to another build. */
const oneTfjs = {
  resolve: { alias: [{ find: /^@tensorflow\/tfjs-core$/, replacement: tfjsCore }] },
  ssr: { noExternal: [/@tensorflow/] },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{math,spec,store,worker,scripts}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'views',
          environment: 'happy-dom',
          include: ['tests/{views,ui,i18n,lab-page,labs,app}/**/*.test.{ts,tsx}'],
        },
      },
      {
        ...oneTfjs,
        test: {
          name: 'numeric',
          environment: 'node',
          include: ['tests/engine/**/*.test.ts'],
          exclude: ['tests/engine/findings.test.ts', 'tests/engine/**/*.webgl.test.ts'],
          provide: { backend: 'cpu' },
          testTimeout: 60_000,
        },
      },
      {
        // Served from one origin, so the tests fetch the digit file as the worker's host does.
        test: {
          name: 'numeric-webgl',
          include: ['tests/engine/**/*.{laws,oracle,webgl}.test.ts'],
          provide: { backend: 'webgl' },
          testTimeout: 60_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium ? { executablePath: chromium } : {}),
                args: [
                  '--use-angle=swiftshader',
                  '--enable-unsafe-swiftshader',
                  '--no-sandbox',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--no-first-run',
                ],
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
          include: ['tests/engine/findings.test.ts'],
          provide: { findingsSeeds },
          testTimeout: 600_000,
        },
      },
    ],
  },
});
