/**
 * How people write the symbols of a task, and what they read in what somebody has typed: letters as in the words of
 * the data (case and accents do not count), A to H, or bits. Symbol numbers are 0-based.
 */
import { type SequenceTask, sequenceTasks } from '../../spec/sequence-tasks';

/** Letters that accents do not explain; as in scripts/data/words.mjs, which folds the training words. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};

/** Lower case without diacritics. */
export const foldWord = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);

const A = { language: 'a', first: 'A', third: 'A', parity: '0' } as const;

/** The symbol as it is written: a letter of a word, A to H, 0 or 1. */
export const symbolText = (task: SequenceTask, symbol: number): string =>
  String.fromCharCode(A[task].charCodeAt(0) + symbol);

export const sequenceText = (task: SequenceTask, symbols: ArrayLike<number>): string =>
  Array.from(symbols, (symbol) => symbolText(task, symbol)).join('');

/** The first and the last symbol of a task, as they are written. */
export const alphabetOf = (task: SequenceTask): readonly [string, string] => [
  symbolText(task, 0),
  symbolText(task, sequenceTasks[task].symbols - 1),
];

export type ReadText =
  | { readonly symbols: readonly number[]; readonly text: string }
  | { readonly problem: 'empty' | 'long' }
  | { readonly problem: 'symbol'; readonly symbol: string };

/** Reads what somebody typed as a sequence of the task. `text`: as it is written without case and accents. */
export function readText(task: SequenceTask, typed: string): ReadText {
  const { symbols: kinds, reads } = sequenceTasks[task];
  const trimmed = typed.trim();
  const text = task === 'language' ? foldWord(trimmed) : trimmed.toUpperCase();
  const letters = [...text];
  if (letters.length === 0) return { problem: 'empty' };
  const symbols = letters.map((letter) => letter.charCodeAt(0) - A[task].charCodeAt(0));
  const bad = symbols.findIndex((symbol, at) => symbol < 0 || symbol >= kinds || letters[at]?.length !== 1);
  if (bad >= 0) return { problem: 'symbol', symbol: letters[bad] ?? '' };
  if (letters.length > reads) return { problem: 'long' };
  return { symbols, text };
}
