/**
 * The language network unrolled to 12 steps, a bench configuration (the lab trains with 6): words of exactly 12
 * letters, judged after the last one, so that other libraries need no mask.
 */
import { type Examples, makeBatch } from '../../src/engine/data/examples';
import { decodeWords, type Words } from '../../src/engine/data/word-file';
import { sequenceNetwork, sequenceTasks } from '../../src/spec/sequence-tasks';
import { BATCH, type Experiment, fetchUnpacked } from './experiment';

export const { symbols: SYMBOLS, hidden: HIDDEN, classes: LANGUAGES, reads: STEPS } = sequenceTasks.language;
const SEED = 1;
const A = 'a'.charCodeAt(0);

/** Inputs [words, 12] of letter numbers, labels [words, 12], -1 but at the last letter. */
function wholeWords(words: Words): Examples {
  const all = words.flatMap(({ long }, language) =>
    long.filter(({ length }) => length === STEPS).map((word) => ({ word, language })),
  );
  const labels = new Float32Array(all.length * STEPS).fill(-1);
  for (const [index, { language }] of all.entries()) labels[(index + 1) * STEPS - 1] = language;
  return {
    count: all.length,
    size: STEPS,
    labelSize: STEPS,
    labels,
    write(index, into) {
      into.set(Array.from(all[index]?.word ?? '', (letter) => letter.charCodeAt(0) - A));
    },
  };
}

export const language: Experiment = {
  id: 'language',
  seed: SEED,
  rate: 0.003,
  data: { kind: 'words', examples: 1000 },
  network: (tying) => sequenceNetwork(tying, 'language', STEPS),
  async load() {
    const words = decodeWords(await fetchUnpacked('words.bin'));
    const examples = wholeWords(words);
    let step = 0;
    return { content: { kind: 'words', words }, nextBatch: () => makeBatch(examples, SEED, step++, BATCH) };
  },
};
