import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { defaultEmbedOptions, type EmbedOptions } from '../../src/embed/embed-options';
import { type SnippetKind, snippet, snippetKinds } from '../../src/embed/snippets';
import { convolutionParameters } from '../../src/labs/convolution/parameters';
import { defaultsOf } from '../../src/spec/parameters';
import { parseQuery } from '../../src/spec/parse-query';
import { decodeHash, encodeHash } from '../../src/spec/url-codec';
import { anyOptions, hostileTitles } from './embed-inputs';

const base = 'https://host.example/tied/';
const state = {
  ...defaultsOf(convolutionParameters),
  act: 'learn' as const,
  data: 'corner' as const,
  cells: [1, -2, 0.5, 0, 0, 0, 0, 0, 9],
};
const hash = encodeHash(convolutionParameters, 'convolution', state);

const make = (kind: SnippetKind, title: string, options: EmbedOptions = defaultEmbedOptions, from = base) =>
  snippet(kind, { base: from, hash, title, options, naturalHeight: 812 });

const { document } = new Window();

/** The elements of the HTML in a snippet; fences of Markdown around it are text to the parser. Nothing is run. */
function elementsOf(text: string) {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: text });
  return [...content.querySelectorAll('*')];
}

const frameOf = (text: string) => elementsOf(text).find(({ tagName }) => tagName === 'IFRAME');

/** Where the snippet leads: the first address with `embed=1`, entities of HTML read. */
function addressIn(text: string): string {
  const frame = frameOf(text);
  const written = frame?.getAttribute('src') ?? frame?.getAttribute('data-src');
  return written ?? /https?:\/\/\S*embed=1\S*/.exec(text)?.[0] ?? '';
}

const asHtml = ['html', 'markdown', 'jupyterBook1', 'quarto', 'reveal'] as const;
const asAddress = ['notion', 'canvas', 'moodle'] as const;

describe('every snippet', () => {
  it('leads to the same bench, presented as chosen', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        for (const kind of snippetKinds) {
          if (kind === 'element') continue;
          const { search, hash: written } = new URL(addressIn(make(kind, 'A lab', options)));
          const { presentation, notes } = parseQuery(search);
          expect(notes).toEqual([]);
          const { embed, theme, lang, hide, start, backend } = presentation;
          expect({ kind, embed, hide: [...hide] }).toEqual({ kind, embed: true, hide: options.hide });
          expect([theme ?? 'auto', lang, start ?? 'poster', backend ?? 'auto']).toEqual([
            options.theme,
            options.lang,
            options.start,
            options.backend,
          ]);
          expect(decodeHash(convolutionParameters, written)).toEqual({ state, notes: [] });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has a title, whatever the title is', () => {
    for (const title of ['A lab', ...hostileTitles])
      for (const kind of asHtml) {
        const kept = frameOf(make(kind, title))?.getAttribute('title') ?? '';
        expect(kept).not.toBe('');
        if (title.trim() !== '') expect(words(kept)).toBe(words(title));
      }
  });

  it('holds nothing but what it is made of: no title adds an element or an attribute', () => {
    const shapeOf = (text: string) =>
      elementsOf(text).map((element) => `${element.tagName} ${element.getAttributeNames().join(' ')}`);
    for (const kind of [...asHtml, 'element'] as const)
      for (const title of hostileTitles)
        expect(shapeOf(make(kind, title)), `${kind}: ${title}`).toEqual(shapeOf(make(kind, 'A lab')));
  });

  it('stays in its fence: no line of a title begins or ends a block', () => {
    for (const kind of ['myst', 'jupyterBook1', 'quarto'] as const)
      for (const title of hostileTitles) {
        const lines = make(kind, title).split('\n');
        expect(lines.filter((line) => /^\s*(```|:::)/.test(line))).toHaveLength(2);
        expect(lines).toHaveLength(make(kind, 'A lab').split('\n').length);
      }
  });

  it('is the bare address where only an address can be pasted', () => {
    for (const kind of asAddress) expect(new URL(make(kind, 'A lab')).href).toBe(make(kind, 'A lab'));
  });

  it('loads nothing and leads nowhere but to the app', () => {
    for (const kind of snippetKinds)
      for (const [address] of make(kind, 'A lab').matchAll(/https?:\/\/[^\s"')]+/g))
        expect(address.startsWith(base)).toBe(true);
  });
});

/** What is left of a title in one line: control characters and runs of space are one space. */
const words = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029]+/g, ' ')
    .trim();

describe('the frame', () => {
  it('is as high as the lab, 16:9, or as large as it was told', () => {
    expect(make('html', 'x', { ...defaultEmbedOptions, size: 'auto' })).toContain('height:812px');
    expect(make('html', 'x', { ...defaultEmbedOptions, size: 'wide' })).toContain('aspect-ratio:16/9');
    const fixed = frameOf(
      make('html', 'x', { ...defaultEmbedOptions, size: 'fixed', width: 700, height: 500 }),
    );
    expect([fixed?.getAttribute('width'), fixed?.getAttribute('height')]).toEqual(['700', '500']);
  });

  it('brings a script only where its height follows the lab', () => {
    for (const size of ['auto', 'wide', 'fixed'] as const)
      expect(make('html', 'x', { ...defaultEmbedOptions, size }).includes('<script>')).toBe(size === 'auto');
  });
});

describe('<tied-lab>', () => {
  it('carries the keys of the address as attributes, and the script from beside the app', () => {
    const options = { ...defaultEmbedOptions, theme: 'dark' as const, hide: ['acts' as const] };
    const [script, lab] = elementsOf(make('element', 'A "lab"', options, `${base}tied.html`));
    expect(script?.getAttribute('src')).toBe(`${base}embed.js`);
    expect(
      Object.fromEntries(lab?.getAttributeNames().map((name) => [name, lab.getAttribute(name)]) ?? []),
    ).toEqual({
      lab: 'convolution',
      seed: '1',
      act: 'learn',
      data: 'corner',
      cells: '1,-2,0.5,0,0,0,0,0,9',
      theme: 'dark',
      hide: 'acts',
      title: 'A "lab"',
    });
  });
});

describe('Markdown', () => {
  it('keeps the full version as a link where HTML is dropped', () => {
    expect(make('markdown', 'Poke [one] weight')).toContain(`[Poke \\[one\\] weight](${base}${hash})`);
  });
});
