/** Build step: a page and an oEmbed file for each preset, beside the posters that public/presets/ holds for it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withAppModules } from './app-module.mjs';

/** @param {{root: string, dist: string, site: string}} where `site`: address of the app, with a slash at the end */
export async function presets({ root, dist, site }) {
  const files = await withAppModules(root, async (load) => {
    const { presetFiles } = await load('app/preset-files.ts');
    return presetFiles(site);
  });
  for (const [path, text] of Object.entries(files)) {
    const target = join(dist, 'presets', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, String(text));
  }
}
