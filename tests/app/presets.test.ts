import { readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPresetCards, POSTER_SIZE, type PresetCard } from '../../src/app/preset-cards';
import { presetFiles } from '../../src/app/preset-files';
import { presetWords } from '../../src/i18n/en/presets';
import { labs } from '../../src/labs/registry';
import { decodeHash } from '../../src/spec/url-codec';

const site = 'https://host.example/tied/';
let cards: readonly PresetCard[];
let files: Readonly<Record<string, string>>;
beforeAll(async () => {
  cards = await loadPresetCards();
  files = await presetFiles(site);
});

/** Parsed without a document around it: frames load nothing. */
function parsed(html: string) {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: html });
  return content;
}
const pageOf = (id: string) => parsed(files[`${id}/index.html`] ?? '');
const contentOf = (page: DocumentFragment, name: string) =>
  page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');

describe('presets', () => {
  it('are at least twelve, each with an address of its own, and words for it and for no other', () => {
    expect(cards.length).toBeGreaterThanOrEqual(12);
    const ids = cards.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(Object.keys(presetWords).sort()).toEqual([...ids].sort());
  });

  it('are links that the lab takes as they stand', async () => {
    for (const { presets, table } of await Promise.all(labs.map((lab) => lab.loadPresets())))
      for (const { id, state } of presets) {
        const { hash } = cards.find((card) => card.id === id) ?? { hash: '' };
        const decoded = decodeHash(table, hash);
        expect(decoded.notes, id).toEqual([]);
        expect(decoded.state, id).toMatchObject(state);
      }
  });

  it('have a poster in each theme, of the size that is promised and under 40 kB', () => {
    for (const { id } of cards)
      for (const file of ['poster.png', 'poster-dark.png']) {
        const path = `public/presets/${id}/${file}`;
        expect(statSync(path).size, path).toBeLessThan(40_000);
        const header = readFileSync(path).subarray(0, 24);
        expect(header.subarray(1, 4).toString()).toBe('PNG');
        expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([
          POSTER_SIZE.width,
          POSTER_SIZE.height,
        ]);
      }
  });
});

describe('the page of a preset', () => {
  it('says what it is to those who preview links, and where its description is', () => {
    for (const { id, title, see } of cards) {
      const page = pageOf(id);
      const address = `${site}presets/${id}/`;
      expect(page.querySelector('h1')?.textContent).toBe(title);
      expect(contentOf(page, 'og:title')).toBe(title);
      expect(contentOf(page, 'description')).toBe(see);
      expect(contentOf(page, 'og:url')).toBe(address);
      expect(contentOf(page, 'og:image')).toBe(`${address}poster.png`);
      const discovery = page.querySelector('link[rel="alternate"][type="application/json+oembed"]');
      expect(discovery?.getAttribute('href')).toBe(`${address}oembed.json`);
      expect(files[`${id}/oembed.json`]).toBeDefined();
    }
  });

  it('has no script and no inline style, and loads nothing from elsewhere', () => {
    for (const { id } of cards) {
      const page = pageOf(id);
      expect(page.querySelectorAll('script, style, [style]')).toHaveLength(0);
      for (const element of page.querySelectorAll('iframe, img, link[rel="stylesheet"], link[rel="icon"]')) {
        const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
        expect(address).not.toMatch(/^[a-z]+:|^\/\//);
        expect(new URL(address, `${site}presets/${id}/`).href.startsWith(site)).toBe(true);
      }
    }
  });

  it('shows the bench of the preset in a frame with a title', () => {
    for (const { id, hash, title } of cards) {
      const frame = pageOf(id).querySelector('iframe');
      const shown = new URL(frame?.getAttribute('src') ?? '', `${site}presets/${id}/`);
      expect(shown.href).toBe(`${site}?embed=1&backend=cpu${hash}`);
      expect(frame?.getAttribute('title')).toBe(title);
    }
  });
});

describe('the oEmbed file of a preset', () => {
  it('is a rich description as oEmbed 1.0 asks for it', () => {
    for (const { id, title } of cards) {
      const described: Record<string, unknown> = JSON.parse(files[`${id}/oembed.json`] ?? '{}');
      expect(described).toMatchObject({
        ...{ version: '1.0', type: 'rich', title, provider_name: 'Tied', provider_url: site },
        thumbnail_url: `${site}presets/${id}/poster.png`,
        thumbnail_width: POSTER_SIZE.width,
        thumbnail_height: POSTER_SIZE.height,
      });
      const { html, width, height } = described;
      expect([typeof html, typeof width, typeof height]).toEqual(['string', 'number', 'number']);
      const body = parsed(String(html));
      expect(body.children).toHaveLength(1);
      const frame = body.querySelector('iframe');
      expect(frame?.getAttribute('src')?.startsWith(`${site}?embed=1&backend=cpu#v=1`)).toBe(true);
      expect(frame?.getAttribute('title')).toBe(title);
      expect(frame?.getAttribute('width')).toBe(String(width));
      expect(frame?.getAttribute('height')).toBe(String(height));
    }
  });
});
