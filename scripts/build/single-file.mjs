/**
 * dist/tied.html: the page with everything in it, for `file://`, an upload to a course, `srcdoc`. It requests
 * nothing, and its own policy would not let it. One style sheet with the Latin font; everything else as gzip in base64:
 * the app's one script, which start-packed.js starts, the worker (taken from the app's build, so it comes after it) and
 * the data, which src/app/carried.ts reads, and the recorded runs, as the source has them.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { fewerDigits } from './fewer-digits.mjs';

/** Of 8,000: enough for every finding that the lab is calibrated to show. */
const TRAINING_DIGITS = 4000;

/** @param {import('../build.mjs').Place} place */
export async function buildSingleFile({ root, dist, site, logLevel }) {
  const { html, css, script, runs } = await buildInOnePiece({ root, site, logLevel });
  const digits = gunzipSync(readFileSync(join(root, 'public/data/mnist.bin')));
  const icon = dataUrl('image/svg+xml', readFileSync(join(root, 'public/favicon.svg')));
  const still = dataUrl('image/svg+xml', readFileSync(join(root, 'public/still.svg')));
  const start = readFileSync(join(root, 'scripts/build/start-packed.js'), 'utf8');
  const app = `${script}\ndispatchEvent(new Event('app-started'));`;
  const policy = [
    "default-src 'none'",
    `script-src ${sourceOf(start)} ${sourceOf(app)}`,
    `style-src ${sourceOf(css)}`,
    'worker-src blob:',
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = withInlined(html, {
    '<meta charset': `<meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    '<link rel="icon"': `<link rel="icon" href="${icon}">`,
    '<link rel="stylesheet"': `<style>${css}</style>`,
    '<link rel="manifest"': '',
    '<script type="module"': `<script type="module">${start}</script>`,
  })
    .replace('src="./still.svg"', () => `src="${still}"`)
    .replace('href="./" target', () => `href="${site}" target`)
    .replace('</body>', () =>
      [
        carried('tied-app', '', packed(app)),
        carried('tied-worker', '', packed(workerOf(dist))),
        carried(
          'tied-digits',
          ` data-training="${TRAINING_DIGITS}"`,
          packed(fewerDigits(digits, TRAINING_DIGITS)),
        ),
        carried('tied-words', '', base64(readFileSync(join(root, 'public/data/words.bin')))),
        carried('tied-pairs', '', base64(readFileSync(join(root, 'public/data/faces.bin')))),
        ...runs.map(({ id, packed }) => carried(id, '', packed)),
        '</body>',
      ].join('\n'),
    );
  const left = page
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .match(/(?:src|href)="(?!data:|https?:|#)[^"]*"/g);
  if (left) throw new Error(`tied.html would still request ${left.join(', ')}.`);
  writeFileSync(join(dist, 'tied.html'), page);
}

/** The app without chunks. Its worker is that of the ordinary build, so nothing but page, script and style is kept. */
async function buildInOnePiece(
  /** @type {Pick<import('../build.mjs').Place, 'root' | 'site' | 'logLevel'>} */ { root, site, logLevel },
) {
  /** @type {Run[]} */
  const runs = [];
  const result = await build({
    root,
    mode: 'single-file',
    logLevel: logLevel === 'info' ? 'warn' : logLevel,
    define: { 'import.meta.env.VITE_TIED_SITE': JSON.stringify(site) },
    plugins: [latinFontOnly, runsInElements(runs)],
    build: {
      write: false,
      manifest: false,
      copyPublicDir: false,
      cssCodeSplit: false,
      assetsInlineLimit: (file) => file.endsWith('.woff2'),
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (
    Array.isArray(result) ? result[0] : result
  );
  const [script, ...moreScripts] = output.filter((file) => file.type === 'chunk').map(({ code }) => code);
  const textOf = (/** @type {string} */ ending) =>
    output
      .filter((file) => file.type === 'asset' && file.fileName.endsWith(ending))
      .map((file) => String('source' in file ? file.source : ''));
  const [html] = textOf('index.html');
  if (!script || moreScripts.length > 0 || !html)
    throw new Error('The single file came out in several scripts.');
  return { html, css: textOf('.css').join('\n'), script, runs };
}

/** @type {import('vite').Plugin} Characters beyond Latin take a font of the system: the other files are 170 kB. */
const latinFontOnly = {
  name: 'latin-font-only',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@fontsource-variable/inter/wght.css')) return null;
    const faces = code.match(/@font-face\s*\{[^}]*\}/g)?.filter((face) => face.includes('inter-latin-wght-'));
    if (faces?.length !== 1) throw new Error('The Latin font was not found in its style sheet.');
    return faces[0];
  },
};

/** @typedef {{id: string, packed: string}} Run A recorded run: its element and its text. */

/**
 * Recorded runs are packed already: in the script they would be unpacked at every start, with it.
 * @returns {import('vite').Plugin}
 */
const runsInElements = (/** @type {Run[]} */ runs) => ({
  name: 'runs-in-elements',
  enforce: 'pre',
  resolveId(source, importer) {
    const [name] = source.match(/(?<=\/stored-runs\/)[^/]+(?=\.json$)/) ?? [];
    if (!name || !importer) return null;
    const { packed } = JSON.parse(readFileSync(join(dirname(importer), source), 'utf8'));
    const id = `tied-run-${name}`;
    if (runs.some((run) => run.id === id)) throw new Error(`Two recorded runs are called ${name}.`);
    runs.push({ id, packed });
    return `\0${id}`;
  },
  load: (id) =>
    id.startsWith('\0tied-run-')
      ? `export default { get packed() { return document.getElementById('${id.slice(1)}').textContent; } };`
      : null,
});

function workerOf(/** @type {string} */ dist) {
  const [name, ...more] = readdirSync(join(dist, 'assets')).filter((file) => /^worker-.*\.js$/.test(file));
  if (!name || more.length > 0) throw new Error('The build has no worker, or more than one.');
  return readFileSync(join(dist, 'assets', name));
}

/** Puts text in place of the whole element that begins like this; every such element, at least one. */
function withInlined(/** @type {string} */ html, /** @type {Record<string, string>} */ replacements) {
  return Object.entries(replacements).reduce(
    (page, [start, text]) => {
      const end = start.startsWith('<script') ? '[^>]*>\\s*</script>' : '[^>]*>';
      const element = new RegExp(start + end, 'g');
      if (!element.test(page)) throw new Error(`index.html has no ${start}.`);
      let used = false;
      return page.replace(element, () => {
        const once = used ? '' : text;
        used = true;
        return once;
      });
    },
    html.replace(/\s*<link rel="modulepreload"[^>]*>/g, ''),
  );
}

/** As a content security policy names an inlined text. */
const sourceOf = (/** @type {string} */ text) =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const dataUrl = (/** @type {string} */ type, /** @type {Buffer} */ bytes) =>
  `data:${type};base64,${bytes.toString('base64')}`;

const base64 = (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString('base64');

const packed = (/** @type {string | Uint8Array} */ content) => base64(gzipSync(content, { level: 9 }));

const carried = (/** @type {string} */ id, /** @type {string} */ more, /** @type {string} */ text) =>
  `<script type="application/gzip" id="${id}"${more}>${text}</script>`;
