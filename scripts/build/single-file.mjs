/**
 * dist/tied.html: the page with everything in it, for `file://`, an upload to a course, `srcdoc`. It requests
 * nothing, and its own policy would not let it. One module script, one style sheet, the Latin font; the worker (taken from the app's build, so it comes
 * after it) and the data as gzip in base64, in elements that src/app/carried.ts reads.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { fewerDigits } from './fewer-digits.mjs';

/** Of 8,000: enough for every finding that the lab is calibrated to show. */
const TRAINING_DIGITS = 4000;

/** @param {import('../build.mjs').Place} place */
export async function buildSingleFile({ root, dist, site, logLevel }) {
  const { html, css, script } = await buildInOnePiece({ root, site, logLevel });
  const digits = gunzipSync(readFileSync(join(root, 'public/data/mnist.bin')));
  const icon = dataUrl('image/svg+xml', readFileSync(join(root, 'public/favicon.svg')));
  const still = dataUrl('image/svg+xml', readFileSync(join(root, 'public/still.svg')));
  const safeScript = forScript(script);
  const policy = [
    "default-src 'none'",
    `script-src ${sourceOf(safeScript)}`,
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
    '<script type="module"': `<script type="module">${safeScript}</script>`,
  })
    .replace('src="./still.svg"', () => `src="${still}"`)
    .replace('href="./" target', () => `href="${site}" target`)
    // The last one: the script holds pages as text.
    .replace(/<\/body>(?![\s\S]*<\/body>)/, () =>
      [
        carried('tied-worker', '', gzipSync(workerOf(dist), { level: 9 })),
        carried(
          'tied-digits',
          ` data-training="${TRAINING_DIGITS}"`,
          gzipSync(fewerDigits(digits, TRAINING_DIGITS), { level: 9 }),
        ),
        carried('tied-words', '', readFileSync(join(root, 'public/data/words.bin'))),
        carried('tied-pairs', '', readFileSync(join(root, 'public/data/faces.bin'))),
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
  const result = await build({
    root,
    mode: 'single-file',
    logLevel: logLevel === 'info' ? 'warn' : logLevel,
    define: { 'import.meta.env.VITE_TIED_SITE': JSON.stringify(site) },
    plugins: [latinFontOnly],
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
  return { html, css: textOf('.css').join('\n'), script };
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

/** What would end or confuse a script element; both spellings mean the same in strings, templates and patterns. */
const forScript = (/** @type {string} */ code) =>
  code.replaceAll('</script', '\\x3C/script').replaceAll('<!--', '\\x3C!--');

/** As a content security policy names an inlined text. */
const sourceOf = (/** @type {string} */ text) =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const dataUrl = (/** @type {string} */ type, /** @type {Buffer} */ bytes) =>
  `data:${type};base64,${bytes.toString('base64')}`;

const carried = (/** @type {string} */ id, /** @type {string} */ more, /** @type {Buffer} */ bytes) =>
  `<script type="application/gzip" id="${id}"${more}>${bytes.toString('base64')}</script>`;
