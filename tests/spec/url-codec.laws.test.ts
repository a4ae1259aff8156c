/** The hash brings back every state it was made of, and no text can break it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convolutionParameters } from '../../src/labs/convolution/parameters';
import {
  defaultsOf,
  type Parameter,
  type ParameterTable,
  type ParameterValue,
} from '../../src/spec/parameters';
import { parseNative } from '../../src/spec/parse-value';
import { decodeHash, encodeHash, labOfHash } from '../../src/spec/url-codec';
import { anyValue, plain } from './any-value';
import { garbage } from './garbage';

/** A key of every kind. */
const table = {
  ...convolutionParameters,
  word: {
    kind: 'text',
    character: '[a-zé]',
    longest: 12,
    default: 'kirjoittaa',
    doc: 'A text.',
    hiddenWith: null,
  },
} as const satisfies ParameterTable;
const entries: readonly (readonly [string, Parameter])[] = Object.entries(table);

function expectValid(state: Readonly<Record<string, ParameterValue>>) {
  expect(Object.keys(state).sort()).toEqual(entries.map(([key]) => key).sort());
  for (const [key, parameter] of entries)
    expect(parseNative(parameter, state[key]), key).toEqual({ outcome: 'good', value: state[key] });
}

describe('the hash of a lab', () => {
  for (const [key, parameter] of entries)
    it(`brings back every value of ${key}`, () => {
      fc.assert(
        fc.property(anyValue(parameter), (value) => {
          const state = { ...defaultsOf(table), [key]: value };
          const { state: back, notes } = decodeHash(table, encodeHash(table, 'convolution', state));
          expect(notes).toEqual([]);
          expect(back).toEqual({ ...state, [key]: plain(value) });
        }),
      );
    });

  it('brings back all keys together', () => {
    const everything = fc.record(Object.fromEntries(entries.map(([key, each]) => [key, anyValue(each)])));
    fc.assert(
      fc.property(everything, (values) => {
        const state = { ...defaultsOf(table), ...values };
        const hash = encodeHash(table, 'convolution', state);
        expect(labOfHash(hash)).toBe('convolution');
        const back = decodeHash(table, hash);
        expect(back.notes).toEqual([]);
        expect(encodeHash(table, 'convolution', back.state)).toBe(hash.replaceAll(/=-0(?=&|$)/g, '=0'));
      }),
      { numRuns: 50 },
    );
  });

  it('writes only version, lab and seed of the default state', () => {
    expect(encodeHash(table, 'convolution', defaultsOf(table))).toBe('#v=1&lab=convolution&seed=1');
  });
});

describe('garbage in the hash', () => {
  it('never throws and always yields a valid state', () => {
    fc.assert(
      fc.property(garbage, (hash) => {
        expectValid(decodeHash(table, hash).state);
        labOfHash(hash);
      }),
    );
  });

  it('gives a key with a bad value its default, and a note', () => {
    const bad = ['NaN', '', 'Infinity', '0x10', 'null', '[object Object]', '%E0%A4%A', '1e', '٣'];
    for (const [key, parameter] of entries)
      for (const text of bad) {
        // An empty list is a list, an empty text a text, and some of these are texts.
        if (text === '' && (parameter.kind === 'list' || parameter.kind === 'text')) continue;
        if (parameter.kind === 'text' && /^[a-zé]*$/.test(text)) continue;
        const { state, notes } = decodeHash(table, `#${key}=${text}`);
        expect(state, `${key}=${text}`).toEqual(defaultsOf(table));
        expect(notes, `${key}=${text}`).toMatchObject([{ problem: 'bad-value', key }]);
      }
  });

  it('clamps numbers beyond their range, with a note', () => {
    const { state, notes } = decodeHash(
      table,
      '#rate=1e309&seed=-5&batch=1e9&steps=2.5&cells=1e309,-1e309,0,0,0,0,0,0,1',
    );
    expect(state).toMatchObject({
      ...{ rate: 1000, seed: 0, batch: 256, steps: 3 },
      cells: [100, -100, 0, 0, 0, 0, 0, 0, 1],
    });
    expect(notes.map(({ problem }) => problem)).toEqual(new Array(5).fill('clamped'));
  });

  it('names a version that is none, and one that is newer', () => {
    for (const text of ['abc', '-3', '0', '', '1.5', '1e0'])
      expect(decodeHash(table, `#v=${text}`).notes, text).toEqual([{ problem: 'bad-value', key: 'v', text }]);
    expect(decodeHash(table, '#v=1').notes).toEqual([]);
    expect(decodeHash(table, '#v=2').notes).toEqual([{ problem: 'newer-version', key: 'v', text: '2' }]);
  });

  it('takes typed cells only as a whole kernel, or none', () => {
    for (const count of [1, 7, 16, 48, 50]) {
      const { state, notes } = decodeHash(table, `#cells=${new Array(count).fill('1').join()}`);
      expect(state.cells, String(count)).toEqual([]);
      expect(notes, String(count)).toMatchObject([{ problem: 'bad-value', key: 'cells' }]);
    }
    for (const count of [9, 25, 49])
      expect(decodeHash(table, `#cells=${new Array(count).fill('1').join()}`)).toMatchObject({
        state: { cells: new Array(count).fill(1) },
        notes: [],
      });
    expect(decodeHash(table, '#cells=')).toMatchObject({ state: { cells: [] }, notes: [] });
  });

  it('cuts a text that is too long, with a note, and takes no other characters', () => {
    expect(decodeHash(table, '#word=abcdefghijklmno')).toMatchObject({
      state: { word: 'abcdefghijkl' },
      notes: [{ problem: 'clamped', key: 'word' }],
    });
    expect(decodeHash(table, '#word=%C3%A9t%C3%A9').state.word).toBe('été');
    for (const text of ['A', 'a b', 'a%0Ab', '%F0%9F%98%80', '<b>'])
      expect(decodeHash(table, `#word=${text}`), text).toMatchObject({
        state: { word: 'kirjoittaa' },
        notes: [{ problem: 'bad-value' }],
      });
    expect(decodeHash(table, '#word=').state.word).toBe('');
  });

  it('reads a plus as a plus', () => {
    expect(decodeHash(table, '#rate=1e+2')).toMatchObject({ state: { rate: 100 }, notes: [] });
    expect(decodeHash(table, '#rate=1e%2B2&seed=+7')).toMatchObject({
      state: { rate: 100, seed: 7 },
      notes: [],
    });
  });

  it('does not reach the prototype', () => {
    const { state, notes } = decodeHash(table, '#__proto__=1&constructor=2&toString=3&hasOwnProperty=4');
    expect(state).toEqual(defaultsOf(table));
    expect(notes.map(({ problem }) => problem)).toEqual(new Array(4).fill('unknown-key'));
    expect(Object.getPrototypeOf(state)).toBe(Object.prototype);
  });

  it('reads no further than 8,000 characters, with a note', () => {
    const { notes } = decodeHash(table, `#cells=${'1,'.repeat(5000)}`);
    expect(notes[0]?.problem).toBe('too-long');
    expect(notes.every(({ text }) => text.length <= 40)).toBe(true);
  });
});
