/**
 * Build step: `<tied-lab>` as dist/embed.js (a classic script) and dist/embed.mjs (a module, also an anywidget),
 * and its documentation, dist/element.html. Each is built on its own, so that the app's files stay as they are.
 * After the app's step: it adds to `dist` and empties nothing.
 */
import { join } from 'node:path';
import { build } from 'vite';

/** @param {{ root: string, dist: string, logLevel?: import('vite').LogLevel }} where */
export async function element({ root, dist, logLevel = 'warn' }) {
  const bundle = (/** @type {import('vite').BuildOptions['rolldownOptions']} */ rolldownOptions) =>
    build({
      configFile: false,
      root,
      base: './',
      publicDir: join(root, 'public'),
      logLevel,
      build: {
        target: 'es2022',
        outDir: dist,
        emptyOutDir: false,
        // Data URLs would be refused under a strict content security policy.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // The app's step has put it there.
        copyPublicDir: false,
        reportCompressedSize: false,
        rolldownOptions,
      },
    });
  const source = (/** @type {string} */ name) => join(root, 'src/embed/element', name);
  await bundle({ input: source('script.ts'), output: { format: 'iife', entryFileNames: 'embed.js' } });
  await bundle({
    input: source('widget.ts'),
    preserveEntrySignatures: 'strict',
    output: { format: 'es', entryFileNames: 'embed.mjs' },
  });
  await bundle({ input: join(root, 'element.html') });
}
