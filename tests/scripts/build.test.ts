/** The parts of the build that decide something: fewer digits, the site's address, what is kept offline. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fewerDigits } from '../../scripts/build/fewer-digits.mjs';
import { buildNameOf, keptFiles } from '../../scripts/build/kept-files.mjs';
import { siteAddress } from '../../scripts/build/site-address.mjs';
import { makeTrainingBytes } from '../../scripts/data/digits.mjs';
import { decodeDigits, digitPixels } from '../../src/engine/data/digit-file';

test('fewer digits are the first ones, and all test digits: a whole digit file', () => {
  const bytes = Buffer.from(makeTrainingBytes());
  const all = decodeDigits(bytes);
  const fewer = decodeDigits(fewerDigits(bytes, 4000));
  expect([fewer.train.count, fewer.test.count]).toEqual([4000, 2000]);
  expect(Buffer.from(fewer.train.labels).equals(Buffer.from(all.train.labels.subarray(0, 4000)))).toBe(true);
  expect(Buffer.from(fewer.test.packed).equals(Buffer.from(all.test.packed))).toBe(true);
  for (const index of [0, 1, 3999])
    expect(digitPixels(fewer.train, index)).toEqual(digitPixels(all.train, index));
  expect(() => fewerDigits(bytes, 8001)).toThrow('8000');
});

test('the site is an absolute address with a slash at the end, or that of npm start', () => {
  expect(siteAddress()).toBe('http://localhost:4173/');
  expect(siteAddress('')).toBe('http://localhost:4173/');
  expect(siteAddress('https://example.org/tied')).toBe('https://example.org/tied/');
  expect(siteAddress('https://example.org/tied/')).toBe('https://example.org/tied/');
  for (const bad of ['example.org', 'file:///tmp', 'javascript:1', 'https://a.org/?b', 'https://a.org/#c'])
    expect(() => siteAddress(bad), bad).toThrow('TIED_SITE');
});

test('the page, its chunks, worker and digits are kept; downloads and build records are not; a change renames', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  const write = (path: string, text = path) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const kept = [
    'assets/index-a.css',
    'assets/index-a.js',
    'assets/inter-latin-wght-normal-a.woff2',
    'assets/worker-a.js',
    'data/mnist.bin',
    'favicon.svg',
    'icons/icon-192.png',
    'index.html',
    'manifest.webmanifest',
    'still.svg',
  ];
  for (const path of kept) write(path);
  for (const path of ['tied.html', 'sw.js', '_headers', 'embed.js', '.vite/manifest.json']) write(path);
  write('assets/inter-greek-wght-normal-a.woff2');
  write('assets/stored-run-corner-a.js');
  const before = keptFiles(folder);
  expect(before.map(([path]) => path)).toEqual(kept);
  expect(buildNameOf(keptFiles(folder))).toBe(buildNameOf(before));
  write('index.html', 'another');
  expect(buildNameOf(keptFiles(folder))).not.toBe(buildNameOf(before));
  rmSync(folder, { recursive: true });
});

test('the icons of the installed page are there, in the sizes that the manifest says', () => {
  const { icons } = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8'));
  const drawn = icons.filter(({ type }: { type: string }) => type === 'image/png');
  expect(drawn).toHaveLength(3);
  for (const { src, sizes } of drawn) {
    const png = readFileSync(join('public', src));
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
  }
});
