/**
 * `node scripts/make-posters.mjs`: the pictures of the presets, public/presets/<id>/poster.png and poster-dark.png.
 * Each is the stage of an embed at rest, as its own views draw it and the frame API exports it, in a few colours.
 * They are committed: a build needs no browser. `-- --no-build` takes what dist holds; `--only=word` some of them.
 */
import './check-node.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withAppModules } from './build/app-module.mjs';
import { palettePng } from './palette-png.mjs';
import { withBuiltPage } from './with-built-page.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Width of the embed that is pictured, CSS pixels: narrow enough that its words can be read in the picture. */
const COLUMN = 960;
/** What of the stage is pictured: its heart, large enough for a card. CSS pixels of the stage: x, y, width. */
const views = /** @type {Readonly<Record<string, readonly [number, number, number]>>} */ ({
  'one-kernel-finds-every-edge': [8, 14, 620],
  'build-your-own-kernel': [348, 8, 518],
  'a-kernel-for-every-place': [320, 225, 280],
  'what-the-window-cannot-reach': [300, 18, 610],
  'gradients-of-all-positions': [8, 238, 436],
  'poke-one-weight': [281, 374, 166],
  memorise: [486, 113, 228],
  'with-500-examples': [70, 110, 310],
  'equal-copies-drift-apart': [484, 68, 420],
  'a-rate-that-diverges': [70, 110, 310],
  'read-it-anywhere': [8, 622, 440],
  'learned-in-one-corner': [0, 390, 920],
  'in-the-middle-only': [470, 622, 440],
  'paint-who-shares': [174, 66, 746],
  'anywhere-wants-one-kernel': [174, 66, 746],
  'the-middle-needs-no-sharing': [174, 66, 746],
  'two-rules-share-along-rows': [174, 66, 746],
  'a-dial-between-all-and-nothing': [8, 636, 660],
  'five-examples-and-a-borrowed-trunk': [8, 44, 912],
  'fifty-examples-thaw-it': [8, 44, 912],
  'is-it-the-trunk-or-the-freezing': [8, 44, 912],
  'one-example-of-each': [8, 44, 912],
  'five-steps-to-a-wave': [306, 0, 614],
  'trained-on-all-and-none': [306, 0, 614],
  'three-points-are-few': [306, 0, 614],
  'one-inner-step': [306, 0, 614],
  'a-rate-that-runs-away': [0, 0, 614],
});
const WHOLE = /** @type {const} */ ([0, 0, 920]);
const COLOURS = 48;
const LARGEST = 40_000; // bytes

/**
 * In the page: what `view` shows of the stage of the embed at `address`, drawn into a picture of this size.
 * @param {{address: string, size: {width: number, height: number}, column: number, paper: string,
 *   view: readonly [x: number, y: number, width: number]}} what
 */
async function picture({ address, size, column, paper, view: [x, y, width] }) {
  const frame = document.createElement('iframe');
  frame.src = address;
  frame.style.cssText = `width:${column}px;height:1200px;border:0`;
  document.body.replaceChildren(frame);
  const answer = (/** @type {string} */ type) =>
    new Promise((resolve) => {
      addEventListener('message', function hear({ source, data }) {
        if (source !== frame.contentWindow || data?.type !== type) return;
        removeEventListener('message', hear);
        resolve(data.payload);
      });
    });
  await answer('ready');
  // Fonts and the recorded run are there a moment later.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const scale = Math.min(4, Math.ceil((1.5 * size.width) / width));
  const payload = { format: 'png', scale };
  frame.contentWindow?.postMessage({ ns: 'tied', v: 1, type: 'exportImage', id: 'poster', payload }, '*');
  const result = await answer('result');
  const image = new Image();
  image.src = result.dataUrl;
  await image.decode();
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.fillStyle = paper;
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  const height = (width * size.height) / size.width;
  const source = /** @type {const} */ ([x * scale, y * scale, width * scale, height * scale]);
  context.drawImage(image, ...source, 0, 0, size.width, size.height);
  return [...context.getImageData(0, 0, size.width, size.height).data];
}

async function main() {
  const word = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
  const { cards, size } = await withAppModules(root, async (load) => {
    const { loadPresetCards, POSTER_SIZE } = await load('app/preset-cards.ts');
    return { cards: await loadPresetCards(), size: POSTER_SIZE };
  });
  const build = !process.argv.includes('--no-build');
  await withBuiltPage({ port: 4283, build }, async (browser, address) => {
    // The stage's own pixels are then fine enough for a close view.
    const page = await browser.newPage({ viewport: { width: 1000, height: 1200 }, deviceScaleFactor: 3 });
    for (const { id, hash } of cards.filter((/** @type {{id: string}} */ card) => card.id.includes(word))) {
      for (const [theme, file, paper] of [
        ['light', 'poster.png', '#ffffff'],
        ['dark', 'poster-dark.png', '#191d27'],
      ]) {
        // A page of the same origin that has no policy of its own.
        await page.goto(`${address}robots.txt`);
        const query = `?embed=1&start=poster&theme=${theme}&motion=reduce&backend=cpu`;
        const pixels = await page.evaluate(picture, {
          address: `${address}${query}${hash}`,
          ...{ size, column: COLUMN, paper, view: views[id] ?? WHOLE },
        });
        const bytes = palettePng(Uint8Array.from(pixels), { ...size, colours: COLOURS });
        if (bytes.length > LARGEST) throw new Error(`${id}: ${bytes.length} bytes`);
        mkdirSync(join(root, 'public/presets', id), { recursive: true });
        writeFileSync(join(root, 'public/presets', id, file), bytes);
        console.log(`${id}/${file} ${bytes.length} bytes`);
      }
    }
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
