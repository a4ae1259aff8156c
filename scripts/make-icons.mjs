/**
 * Draws public/favicon.svg into the PNG icons of the installed page, in Chromium. By hand after the drawing has
 * changed: `node scripts/make-icons.mjs`. The results are committed.
 */
import './check-node.mjs';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserArgs, findBrowser } from './find-browser.mjs';

const publicFolder = fileURLToPath(new URL('../public', import.meta.url));

/** `fill`: a system cuts the icon to its own shape, so paper reaches every edge and the drawing stays in the middle. */
const icons = [
  { name: 'icon-192', size: 192, fill: false },
  { name: 'icon-512', size: 512, fill: false },
  { name: 'maskable-512', size: 512, fill: true },
];

const drawing = readFileSync(join(publicFolder, 'favicon.svg'), 'utf8');
mkdirSync(join(publicFolder, 'icons'), { recursive: true });
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs });
try {
  for (const { name, size, fill } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: 'light' });
    const margin = fill ? size * 0.1 : 0;
    await page.setContent(`<style>
      html, body { margin: 0; height: 100%; background: ${fill ? '#fbfaf7' : 'transparent'} }
      svg { display: block; position: absolute; inset: ${margin}px; width: ${size - 2 * margin}px }
    </style>${drawing}`);
    const path = join(publicFolder, `icons/${name}.png`);
    await page.screenshot({ path, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
