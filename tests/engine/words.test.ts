/** The word file: decoded or refused in words, and what the lists must be for a fair test. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fold, makeSampleWords, makeWordBytes } from '../../scripts/data/words.mjs';
import { decodeWords } from '../../src/engine/data/word-file';
import { SHORT_WORDS } from '../../src/labs/recurrent/sequences';
import { languages } from '../../src/spec/sequence-tasks';

const bytes = makeWordBytes();
const words = decodeWords(bytes);
const refused = expect.objectContaining({ code: 'data-failed' });
const asFile = (text: string) => new TextEncoder().encode(text);

/** A whole file with two or three words a line. */
const smallText = `TIEDWRD1\n${languages
  .map((language) => `language ${language}\ntrain one two\ntest three six\nlong eleventh\n`)
  .join('')}`;

test('a small file is decoded as it is written', () => {
  const small = decodeWords(asFile(smallText));
  expect(small.map(({ language }) => language)).toEqual([...languages]);
  expect(small[5]).toEqual({
    language: 'italian',
    train: ['one', 'two'],
    test: ['three', 'six'],
    long: ['eleventh'],
  });
});

test('a file cut short anywhere is refused with the code data-failed', () => {
  const whole = asFile(smallText);
  for (let length = 0; length < whole.length; length++)
    expect(() => decodeWords(whole.subarray(0, length)), `${length}`).toThrow(refused);
  for (let part = 0; part < 20; part++)
    expect(() => decodeWords(bytes.subarray(0, Math.floor((bytes.length * part) / 20)))).toThrow(refused);
});

test('a file that says something else is refused with the code data-failed', () => {
  const wrong: [string, string][] = [
    ['WRD1', 'WRD2'],
    ['language german', 'language klingon'],
    ['train one', 'trained one'],
    ['one two', 'one  two'],
    ['one two', 'one tw'],
    ['one two', 'one twö'],
    ['one two', 'one Two'],
    ['three six', 'three sixteen'],
    ['eleventh', 'eleven'],
    ['train one two', 'train'],
  ];
  for (const [from, to] of wrong) {
    expect(smallText).toContain(from);
    expect(() => decodeWords(asFile(smallText.replace(from, to))), to).toThrow(refused);
  }
  expect(() => decodeWords(asFile(`${smallText}\n`))).toThrow(refused);
  expect(() => decodeWords(asFile(`${smallText}language klingon\n`))).toThrow(refused);
});

test('the real file has more than two thousand training words a language, and held-out words short and long', () => {
  expect(words.map(({ language }) => language)).toEqual([...languages]);
  for (const { train, test: heldOut, long } of words) {
    expect(train.length).toBeGreaterThan(2000);
    expect(heldOut.length / (train.length + heldOut.length)).toBeGreaterThan(0.11);
    expect(heldOut.length / (train.length + heldOut.length)).toBeLessThan(0.14);
    for (let length = 7; length <= 12; length++) {
      const count = long.filter((word) => word.length === length).length;
      expect(count).toBeGreaterThan(100);
      expect(count).toBeLessThanOrEqual(700);
    }
  }
});

test('no word is there twice: in one language only, and held out or trained on', () => {
  const all = words.flatMap(({ train, test: heldOut, long }) => [...train, ...heldOut, ...long]);
  expect(new Set(all).size).toBe(all.length);
});

test('the first words are a fair sample: in no order of the alphabet, as long as the others', () => {
  const meanLength = (some: readonly string[]) => some.join('').length / some.length;
  for (const { train, language } of words) {
    const first = train.slice(0, 200);
    const rises = first.slice(1).filter((word, at) => word > (first[at] ?? '')).length;
    expect(rises, language).toBeGreaterThan(70);
    expect(rises, language).toBeLessThan(130);
    expect(Math.abs(meanLength(first) - meanLength(train)), language).toBeLessThan(0.25);
  }
});

test('words.bin unpacks to the bytes the script makes', () => {
  const packed = readFileSync('public/data/words.bin');
  expect(packed.length).toBeLessThan(250_000);
  expect(gunzipSync(packed).equals(bytes)).toBe(true);
});

test('diacritics fold to a to z, Turkish i with and without a dot, German sharp s and ligatures too', () => {
  expect(['Straße', 'ığdır', 'İYİ', 'IŞIK', 'çöğüş', 'Äiti', 'señor', 'città', 'œuvre'].map(fold)).toEqual([
    'strasse',
    'igdir',
    'iyi',
    'isik',
    'cogus',
    'aiti',
    'senor',
    'citta',
    'oeuvre',
  ]);
  expect(fold("geht's")).toBe("geht's");
});

test('the sample words are six a language, held out, two short, two of 8 or 9 and two of 10 to 12 letters', () => {
  const text = readFileSync('src/labs/recurrent/sample-words.json', 'utf8');
  expect(text).toBe(makeSampleWords());
  const samples: { word: string; language: string }[] = JSON.parse(text);
  expect(samples).toHaveLength(36);
  for (const { language, test: heldOut, long } of words) {
    const own = samples.filter((sample) => sample.language === language).map(({ word }) => word);
    expect(own.map((word) => [word.length >= 4, word.length >= 8, word.length >= 10])).toEqual([
      ...Array(2).fill([true, false, false]),
      ...Array(2).fill([true, true, false]),
      ...Array(2).fill([true, true, true]),
    ]);
    for (const word of own) expect(word.length <= 6 ? heldOut : long, word).toContain(word);
  }
});

test('the words whose gradients open the stage are training words of their language', () => {
  for (const [length, [word, language]] of Object.entries(SHORT_WORDS)) {
    expect(word).toHaveLength(Number(length));
    expect(words[language]?.train).toContain(word);
  }
});
