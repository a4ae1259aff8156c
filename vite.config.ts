/** Development server and build. Every address in the build is relative, so it works from any folder of a site. */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * What is for readers of the source only is left out of the page. A style sheet without `crossorigin` needs no CORS
 * header: where a sandboxed frame may not load the scripts, the still picture in index.html has its style.
 */
const plainPage: Plugin = {
  name: 'plain-page',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html
        .replace(/(<link rel="stylesheet") crossorigin/g, '$1')
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/\s*\n\s*/g, '\n'),
  },
};

/** What labs have before Run, in one chunk. The gallery has room for it, and what comes next there is a lab. */
const inBase = new RegExp(
  [
    'node_modules/(zustand|react)|preload-helper',
    'src/spec/(pars|param|url)',
    'src/store/(readable|exper|network|figures|lab-store|answers|selection)',
    'src/math/(cost|most-prob|of-filter)',
    'src/i18n/(catalogue|format|en/(app|lab-page)\\.)',
    'src/ui/(button|dialog|lazy-part|messages|segmented)',
    'src/views/(frame-loop|ledger-extent|picture-colors)',
    'src/worker/create',
    'src/embed/share-button',
    'src/app/(arrival|create-bench|full-version|lab-failed|lab-host|watch-vis)',
    'src/lab-page/(announcer|bench|lab-page|marked-|memory|networks/unknown|notices|read-pixels|sharing|tile-grid|transport|use-|training/)',
    'src/lab-page/evidence/later',
  ].join('|'),
);

export default defineConfig({
  base: './',
  // A missing file is a 404, not the start page: routes are in the hash.
  appType: 'mpa',
  plugins: [react(), plainPage],
  server: { host: '127.0.0.1' },
  // A sandboxed frame has the origin `null`; static hosts answer it like this (GitHub Pages does).
  preview: { host: '127.0.0.1', cors: { origin: '*' } },
  build: {
    target: 'es2022',
    sourcemap: false,
    // .size-limit.mjs reads from it which files belong to the first load.
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // By this name the offline worker leaves them out: only embeds show them.
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.includes('/stored-runs/')
            ? 'assets/stored-run-[name]-[hash].js'
            : 'assets/[name]-[hash].js',
        // Few files: in many small ones the same code compresses some kilobytes worse.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: inBase,
              priority: 2,
            },
            {
              name: 'layers',
              test: /src\/math\/(conv|direct|global|initial|network-(layers|on-image)|non-zero|open|random|softmax|tied|weight-shapes|wrapped)/,
              priority: 1,
            },
          ],
        },
      },
    },
    // Data URLs would be refused under a strict content security policy.
    assetsInlineLimit: 0,
  },
  worker: {
    // One self-contained classic script: it must also start from a blob.
    format: 'iife',
    rolldownOptions: { output: { entryFileNames: 'assets/worker-[hash].js' } },
  },
});
