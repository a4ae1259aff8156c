/**
 * Budgets of what is sent, gzipped. A first load is the page, its style sheets and the scripts that a lab needs
 * before Run: the entry, the lab's chunk and that of the act shown, with everything they import at once. Run
 * after `npm run build`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const manifestFile = 'dist/.vite/manifest.json';
if (!existsSync(manifestFile)) throw new Error('Nothing is built yet: run `npm run build`.');
/** @type {Record<string, {file: string, src?: string, imports?: string[], css?: string[]}>} */
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));

/** Files of a chunk and of all it imports statically, style sheets included. */
function filesOf(/** @type {string} */ key, seen = new Set()) {
  if (seen.has(key)) return [];
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk) return [];
  const below = (chunk.imports ?? []).flatMap((other) => filesOf(other, seen));
  return [chunk.file, ...(chunk.css ?? []), ...below];
}

const firstLoad = (/** @type {string[]} */ keys) => [
  ...new Set(['dist/index.html', ...keys.flatMap((key) => filesOf(key)).map((file) => `dist/${file}`)]),
];

/** A lab that loads its acts one by one has a first load for each of them. */
const actsOf = (/** @type {string} */ lab) => {
  const folder = lab.replace(/lab\.tsx$/, '');
  const acts = Object.keys(manifest).filter((key) => key.startsWith(folder) && /-act\.tsx?$/.test(key));
  return acts.length > 0 ? acts : [lab];
};

const labs = Object.keys(manifest).filter((key) => /^src\/labs\/[^/]+\/lab\.tsx$/.test(key));
const assets = readdirSync('dist/assets');
const all = (/** @type {RegExp} */ name) =>
  assets.filter((file) => name.test(file)).map((file) => `dist/assets/${file}`);

/** Only what exists: a file that is not there yet is no error here, the browser tests would miss it. */
const budget = (/** @type {string} */ name, /** @type {string[]} */ path, /** @type {string} */ limit) =>
  path.length > 0 ? [{ name, path, limit, gzip: true }] : [];

export default [
  ...budget('first load: gallery', firstLoad(['index.html', 'src/app/gallery.tsx']), '150 kB'),
  ...labs.flatMap((lab) =>
    actsOf(lab).flatMap((act) =>
      budget(
        `first load: ${act.replace(/^src\/labs\//, '')}`,
        firstLoad(['index.html', 'src/app/lab-host.tsx', lab, act]),
        '150 kB',
      ),
    ),
  ),
  ...budget('worker', all(/^worker-.*\.js$/), '200 kB'),
  // On the pages of others; there once scripts/build/element.mjs has run.
  ...['embed.js', 'embed.mjs'].flatMap((file) =>
    budget(file, existsSync(`dist/${file}`) ? [`dist/${file}`] : [], '3 kB'),
  ),
  // Other subsets are fetched only for text that needs them.
  ...budget('font', all(/^inter-latin-wght-.*\.woff2$/), '50 kB'),
  { name: 'single file', path: 'dist/tied.html', limit: '4 MB', gzip: false, brotli: false },
  { name: 'digits', path: 'dist/data/mnist.bin', limit: '1.2 MB', gzip: false, brotli: false },
  { name: 'words', path: 'dist/data/words.bin', limit: '300 kB', gzip: false, brotli: false },
  { name: 'faces', path: 'dist/data/faces.bin', limit: '1.2 MB', gzip: false, brotli: false },
];
