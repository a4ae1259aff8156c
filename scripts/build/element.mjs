/**
 * Build step: `<tied-lab>` as dist/embed.js (a classic script) and dist/embed.mjs (a module, also an anywidget),
 * and its documentation, dist/element.html. Each is built on its own, so that the app's files stay as they are.
 * After the app's step: it adds to `dist` and empties nothing.
 */
import { join } from 'node:path';
import { build } from 'vite';

/** @param {{ root: string, dist: string, logLevel?: import('vite').LogLevel }} where */
export async function element({ root, dist, logLevel = 'warn' }) {
  const scripts = /** @type {const} */ ([
    ['script.ts', 'iife', 'embed.js'],
    ['widget.ts', 'es', 'embed.mjs'],
  ]);
  for (const [source, format, file] of scripts)
    await bundle(root, dist, {
      rolldownOptions: {
        input: join(root, 'src/embed/element', source),
        preserveEntrySignatures: 'strict',
        output: { format, entryFileNames: file },
      },
    });
  await bundle(root, dist, { rolldownOptions: { input: join(root, 'element.html') } });
}

/**
 * @param {string} root
 * @param {string} dist
 * @param {import('vite').BuildOptions} options
 */
const bundle = (root, dist, options) =>
  build({
    configFile: false,
    root,
    base: './',
    publicDir: join(root, 'public'),
    logLevel: 'warn',
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
      ...options,
    },
  });
