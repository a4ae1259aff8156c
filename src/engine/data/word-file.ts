/**
 * Decodes the word file (docs/data.md), already unzipped: a line 'TIEDWRD1', then per language the lines
 * 'language', 'train', 'test' and 'long', each its name and its words, one space between. Letters are a to z.
 * Short words have 3 to 6 letters, long ones 7 to 12. Fetching and unzipping are the host's part.
 */
import { languages } from '../../spec/sequence-tasks';
import { EngineError } from '../engine-error';

const MAGIC = 'TIEDWRD1';
const LINES_EACH = 4;
const SHORT = /^[a-z]{3,6}$/;
const LONG = /^[a-z]{7,12}$/;

/** The words of one language and of no other of the six, mixed: the first so many are a fair sample. */
export type WordSet = {
  readonly language: string;
  /** Short words to train on. */
  readonly train: readonly string[];
  /** Short words held out. */
  readonly test: readonly string[];
  /** Long words, all held out. */
  readonly long: readonly string[];
};

export type Words = readonly WordSet[];

/** Throws EngineError `data-failed` when the bytes are not a whole word file. */
export function decodeWords(bytes: Uint8Array): Words {
  const lines = asciiText(bytes).split('\n');
  if (lines[0] !== MAGIC)
    throw new EngineError('data-failed', 'This is not a word file: it does not begin as one.');
  // The last line is ended like every other, so that nothing follows it.
  const expected = 1 + LINES_EACH * languages.length;
  if (lines.length !== expected + 1 || lines[expected] !== '')
    throw new EngineError(
      'data-failed',
      `The word file is not of ${expected} whole lines: it may be cut short.`,
    );
  return languages.map((language, index) => {
    const first = 1 + index * LINES_EACH;
    if (lines[first] !== `language ${language}`)
      throw new EngineError('data-failed', `The word file has no ${language} where it should be.`);
    const words = (at: number, name: string, form: RegExp) =>
      wordsOf(lines[first + at] as string, name, form, language);
    return {
      language,
      train: words(1, 'train', SHORT),
      test: words(2, 'test', SHORT),
      long: words(3, 'long', LONG),
    };
  });
}

function wordsOf(line: string, name: string, form: RegExp, language: string): readonly string[] {
  const [found, ...words] = line.split(' ');
  if (found !== name || words.length === 0)
    throw new EngineError('data-failed', `The word file has no ${name} words for ${language}.`);
  const odd = words.find((word) => !form.test(word));
  if (odd !== undefined)
    throw new EngineError(
      'data-failed',
      `The word file has "${odd.slice(0, 20)}" among the ${name} words for ${language}.`,
    );
  return words;
}

/** Byte for character, in pieces: a call takes only so many arguments. */
function asciiText(bytes: Uint8Array): string {
  const piece = 8192;
  let text = '';
  for (let from = 0; from < bytes.length; from += piece)
    text += String.fromCharCode(...bytes.subarray(from, from + piece));
  return text;
}
