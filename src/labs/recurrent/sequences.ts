/**
 * The sequence on the stage and what is known of it: the typed one or the task's own example; other examples, made
 * from the seed or held out of training; and the training sequence of which the stage shows gradients at step 0.
 */
import { randomStream } from '../../math/random';
import { languages, type SequenceTask, sequenceTasks } from '../../spec/sequence-tasks';
import { readText, sequenceText } from './alphabet';
import { trainedLength } from './build-spec';
import type { RecurrentState } from './parameters';
import sampleWords from './sample-words.json';

export type Sequence = {
  /** As it is written. */
  readonly text: string;
  readonly symbols: readonly number[];
  /** The right class after each symbol, null where nobody asks or knows. */
  readonly classes: readonly (number | null)[];
};

type Chosen = Pick<RecurrentState, 'data' | 'longest' | 'seed' | 'word'>;

/** Held-out words by text. */
const languageOf = new Map(sampleWords.map(({ word, language }) => [word, language]));
const OWN_WORD = 'kirjoittaa';
/** Training words of three to six letters, which begin the stage; the numbers are those of `languages`. */
export const SHORT_WORDS: Readonly<Record<number, readonly [word: string, language: number]>> = {
  3: ['paz', 1],
  4: ['risa', 1],
  5: ['plate', 0],
  6: ['hoitaa', 3],
};
/** Far enough apart that neighbours differ in language and length; 36 words are all visited. */
const STRIDE = 7;

/** The right class after each symbol of a sequence. Of a word it is known only where it is one of the samples. */
export function classesOf(task: SequenceTask, symbols: readonly number[]): readonly (number | null)[] {
  const last = symbols.length - 1;
  let ones = 0;
  return symbols.map((symbol, at) => {
    ones += symbol;
    if (task === 'parity') return ones % 2;
    if (at < last) return null;
    if (task === 'language') return labelOfWord(sequenceText(task, symbols));
    return symbols[task === 'first' ? 0 : 2] ?? null;
  });
}

function labelOfWord(word: string): number | null {
  const place = (languages as readonly string[]).indexOf(languageOf.get(word) ?? '');
  return place < 0 ? null : place;
}

function sequenceOf(task: SequenceTask, symbols: readonly number[]): Sequence {
  return { text: sequenceText(task, symbols), symbols, classes: classesOf(task, symbols) };
}

/** A string of this length made from the seed. `name` tells examples apart. */
function madeString(task: SequenceTask, seed: number, length: number, name: number): readonly number[] {
  const stream = randomStream(seed, 'stage', task, name);
  return Array.from({ length }, () => stream.integer(sequenceTasks[task].symbols));
}

/** Symbols of the example that a task begins with: longer than any training sequence, where there are such. */
const ownLength = (task: SequenceTask) => Math.min(sequenceTasks[task].reads, task === 'first' ? 16 : 12);

let known: { readonly key: string; readonly sequence: Sequence } | null = null;

/** What is on the stage; the same object as long as it is the same. */
export function stageSequence({ data: task, seed, word }: Chosen): Sequence {
  const key = `${task} ${seed} ${word}`;
  if (known?.key === key) return known.sequence;
  const typed = readText(task, word);
  const own = () =>
    task === 'language'
      ? readText(task, OWN_WORD)
      : { symbols: madeString(task, seed, ownLength(task), 0), text: '' };
  const read = 'symbols' in typed ? typed : own();
  const sequence = sequenceOf(task, 'symbols' in read ? read.symbols : []);
  known = { key, sequence };
  return sequence;
}

/** The example after the one on the stage; short and long ones take turns. */
export function nextExample(state: Chosen, presses: number): string {
  const { data: task, seed } = state;
  if (task === 'language') {
    const at = sampleWords.findIndex(({ word }) => word === stageSequence(state).text);
    return sampleWords[(at + STRIDE) % sampleWords.length]?.word ?? OWN_WORD;
  }
  const { shortest, reads } = sequenceTasks[task];
  const trained = trainedLength(state);
  const stream = randomStream(seed, 'length', task, presses);
  const between = (least: number, most: number) => least + stream.integer(most - least + 1);
  const length =
    presses % 2 === 1 || trained === reads ? between(shortest, trained) : between(trained + 1, reads);
  return sequenceText(task, madeString(task, seed, length, presses));
}

/** A training sequence of full length with its classes: of it the stage shows gradients before any training. */
export function firstSequence(state: Pick<RecurrentState, 'data' | 'longest' | 'seed'>): Sequence {
  const { data: task, seed } = state;
  const trained = trainedLength(state);
  if (task !== 'language') return sequenceOf(task, madeString(task, seed, trained, -1));
  const [word, language] = SHORT_WORDS[trained] ?? [OWN_WORD, 3];
  const read = readText(task, word);
  const symbols = 'symbols' in read ? read.symbols : [];
  return { text: word, symbols, classes: symbols.map((_, at) => (at < trained - 1 ? null : language)) };
}
