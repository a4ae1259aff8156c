/** Build step: a page and an oEmbed file for each preset, beside the poster that public/presets/ holds for it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createServer } from 'vite';

/** @param {{root: string, dist: string, site: string}} where `site`: address of the app, with a slash at the end */
export async function presets({ root, dist, site }) {
  // The pages are made by the app's own TypeScript, from the same words and links as its gallery.
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { presetFiles } = await server.ssrLoadModule('/src/app/preset-files.ts');
    for (const [path, text] of Object.entries(await presetFiles(site))) {
      const target = join(dist, 'presets', path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, String(text));
    }
  } finally {
    await server.close();
  }
}
