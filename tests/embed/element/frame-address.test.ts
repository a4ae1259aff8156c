/** Attributes to address and back: what the app's own parsers read is what the page's author wrote. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashOf, hashPairs, nativeValue, pageAddress } from '../../../src/embed/element/frame-address';
import { convolutionParameters } from '../../../src/labs/convolution/parameters';
import { defaultsOf } from '../../../src/spec/parameters';
import { parseQuery } from '../../../src/spec/parse-query';
import { decodeHash, encodeHash, labOfHash } from '../../../src/spec/url-codec';

const HOME = 'https://tied.example/site/';

beforeEach(() => {
  vi.stubGlobal('origin', 'https://course.example:8443');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function element(attributes: Readonly<Record<string, string>>): Element {
  const made = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
const presented = (attributes: Readonly<Record<string, string>>) =>
  parseQuery(new URL(pageAddress(element(attributes), HOME)).search);
const benched = (attributes: Readonly<Record<string, string>>) =>
  decodeHash(convolutionParameters, hashOf(hashPairs(element(attributes))));

describe('the address', () => {
  it('says embed, the page that embeds, and what the attributes ask for', () => {
    expect(
      presented({
        start: 'run',
        theme: 'dark',
        lang: 'pt-BR',
        motion: 'reduce',
        backend: 'cpu',
        hide: 'share,settings',
        lesson: 'first',
        'lesson-step': 'two',
      }),
    ).toEqual({
      presentation: {
        embed: true,
        start: 'run',
        theme: 'dark',
        lang: 'pt-BR',
        motion: 'reduce',
        backend: 'cpu',
        hide: ['settings', 'share'],
        lesson: 'first',
        lessonStep: 'two',
        origin: 'https://course.example:8443',
      },
      notes: [],
    });
  });

  it.each(['null', 'http://intranet', 'file://', 'vscode-webview://abc'])(
    'names no page of origin %s, which the lab would refuse',
    (from) => {
      vi.stubGlobal('origin', from);
      expect(presented({})).toMatchObject({ presentation: { embed: true, origin: null }, notes: [] });
    },
  );

  it('leaves nothing of the query and hash of its base', () => {
    const address = pageAddress(element({ base: 'https://a.example/tied.html?embed=0&x=1#lab=other' }), HOME);
    expect(address).toBe('https://a.example/tied.html?embed=1&origin=https%3A%2F%2Fcourse.example%3A8443');
  });

  it('is that of the script unless a base is given', () => {
    expect(pageAddress(element({}), HOME)).toMatch(/^https:\/\/tied\.example\/site\/\?embed=1/);
    expect(pageAddress(element({ base: '' }), HOME)).toMatch(/^https:\/\/tied\.example\/site\/\?embed=1/);
  });

  it.each(['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'https://', 'java\nscript:x'])(
    'is never %j',
    (base) => {
      expect(pageAddress(element({ base }), HOME)).toBe('');
    },
  );
});

describe('the hash', () => {
  it('holds v, lab and seed always', () => {
    expect(hashOf(hashPairs(element({})))).toBe('#v=1&lab=convolution&seed=1');
  });

  it('brings attributes to the bench, and those of HTML not', () => {
    const { state, notes } = benched({
      class: 'wide',
      id: 'one',
      'data-x': '1',
      act: 'learn',
      data: 'corner',
      examples: '4000',
      compare: '0',
      rate: '1e+2',
      kernel: 'custom',
      cells: '1,2,3,4,5,6,7,8,9',
      stride: '',
    });
    expect(notes).toEqual([]);
    expect(state).toEqual({
      ...defaultsOf(convolutionParameters),
      act: 'learn',
      data: 'corner',
      examples: 4000,
      compare: false,
      rate: 100,
      kernel: 'custom',
      cells: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    });
  });

  it('takes a whole link as state; attributes come before it', () => {
    const link = encodeHash(convolutionParameters, 'convolution', {
      ...defaultsOf(convolutionParameters),
      cells: [-1, 0.5, 0, 1, 2, 3, 4, 5, 6],
      seed: 9,
    });
    const attributes = { state: `https://tied.example/site/${link}`, seed: '3' };
    expect(benched(attributes).state).toMatchObject({ seed: 3, cells: [-1, 0.5, 0, 1, 2, 3, 4, 5, 6] });
    expect(hashPairs(element({ state: 'rate=1e+2&kernel=blur' }))).toMatchObject({
      rate: '1e+2',
      kernel: 'blur',
    });
    expect(benched({ state: 'rate=1e+2' }).state.rate).toBe(100);
  });

  it('survives any text', () => {
    const pairs = hashPairs(element({ state: '__proto__=x&toString=1&%E0%A4%A=2&=3&&a', act: '&lab=evil#' }));
    const hash = hashOf(pairs);
    expect(labOfHash(hash)).toBe('convolution');
    expect(decodeHash(convolutionParameters, hash).state).toEqual(defaultsOf(convolutionParameters));
    expect(Object.prototype).not.toHaveProperty('x');
  });
});

it('a text becomes the kind of value that the lab has there', () => {
  const state = defaultsOf(convolutionParameters);
  expect(nativeValue('0', state.compare)).toBe(false);
  expect(nativeValue('1', state.compare)).toBe(true);
  expect(nativeValue('1e-3', state.rate)).toBe(0.001);
  expect(nativeValue('learn', state.act)).toBe('learn');
  expect(nativeValue('1,2.5', state.cells)).toEqual([1, 2.5]);
  expect(nativeValue('7', undefined)).toBe('7');
});
