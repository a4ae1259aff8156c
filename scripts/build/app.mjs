/** The page itself: index.html, its chunks, the training worker, and all of public/. */
import { build } from 'vite';

/** @param {import('../build.mjs').Place} place */
export async function buildApp({ root, dist, site, logLevel }) {
  await build({
    root,
    logLevel,
    define: { 'import.meta.env.VITE_TIED_SITE': JSON.stringify(site) },
    build: { outDir: dist, emptyOutDir: true },
  });
}
