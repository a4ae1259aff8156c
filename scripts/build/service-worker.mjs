/**
 * dist/sw.js: the offline worker (src/offline) with the list of what it keeps, so it comes last. A file is named with
 * its hash, so that the worker changes whenever a file does, and keeps nothing but what this build has made.
 */
import { join } from 'node:path';
import { build } from 'vite';
import { buildNameOf, keptFiles } from './kept-files.mjs';

/** @param {import('../build.mjs').Place} place */
export async function buildServiceWorker({ root, dist, logLevel }) {
  const files = keptFiles(dist);
  await build({
    root,
    configFile: false,
    logLevel: logLevel === 'info' ? 'warn' : logLevel,
    define: {
      __KEPT__: JSON.stringify(files),
      __BUILD__: JSON.stringify(buildNameOf(files)),
    },
    build: {
      outDir: dist,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      lib: {
        entry: join(root, 'src/offline/service-worker.ts'),
        formats: ['iife'],
        name: 'tied',
        fileName: () => 'sw.js',
      },
    },
  });
}
