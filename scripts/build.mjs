/**
 * `npm run build`: everything that is delivered, into dist/, one step after another; docs/hosting.md tells what each
 * file is for. TIED_SITE is the absolute address the site will be served from: links that must lead out of a single
 * file, a frame or a preset page are made of it.
 */
import './check-node.mjs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildApp } from './build/app.mjs';
import { element } from './build/element.mjs';
import { presets } from './build/presets.mjs';
import { buildServiceWorker } from './build/service-worker.mjs';
import { buildSingleFile } from './build/single-file.mjs';
import { siteAddress } from './build/site-address.mjs';
import { makeData } from './make-data.mjs';

/**
 * What a step is given: folder of the repository, folder that is delivered, absolute address with a slash at the end.
 * @typedef {{root: string, dist: string, site: string, logLevel: 'info' | 'warn' | 'error'}} Place
 */

/** In order: the app empties dist, the service worker lists what is there. */
const steps = [buildApp, element, buildSingleFile, presets, buildServiceWorker];

/**
 * @param {{site?: string | undefined, logLevel?: Place['logLevel']}} [how]
 * @returns {Promise<void>}
 */
export async function buildAll({ site = process.env.TIED_SITE, logLevel = 'warn' } = {}) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const place = { root, dist: join(root, 'dist'), site: siteAddress(site), logLevel };
  makeData();
  for (const step of steps) await step(place);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await buildAll({ logLevel: process.argv.includes('--logLevel=warn') ? 'warn' : 'info' });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
