// @vitest-environment node
/** What people type and what the networks read: folded as the training words are, refused in a sentence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../scripts/data/words.mjs';
import { alphabetOf, foldWord, readText, sequenceText } from '../../../src/labs/recurrent/alphabet';
import { recurrentParameters } from '../../../src/labs/recurrent/parameters';
import { readPrediction } from '../../../src/labs/recurrent/read-prediction';
import { defaultsOf } from '../../../src/spec/parameters';
import { type SequenceTask, sequenceTasks } from '../../../src/spec/sequence-tasks';

const tasks = Object.keys(sequenceTasks) as SequenceTask[];

describe('a typed word', () => {
  it('is folded as the training words were', () => {
    for (const word of [
      'Größe',
      'İSTANBUL',
      'ılık',
      'Æon',
      'niño',
      'città',
      'Łódź',
      'đ',
      'Œuvre',
      'kävelylle',
    ])
      expect(foldWord(word)).toBe(fold(word));
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (word) => foldWord(word) === fold(word)));
  });

  it('is read letter by letter, case, accents and spaces around it aside', () => {
    expect(readText('language', ' Kävelylle ')).toEqual({
      text: 'kavelylle',
      symbols: [10, 0, 21, 4, 11, 24, 11, 11, 4],
    });
    expect(readText('first', 'abD')).toEqual({ text: 'ABD', symbols: [0, 1, 3] });
    expect(readText('parity', '0110')).toEqual({ text: '0110', symbols: [0, 1, 1, 0] });
  });

  it('that cannot be read is refused with what is wrong', () => {
    expect(readText('language', '')).toEqual({ problem: 'empty' });
    expect(readText('language', 'a'.repeat(13))).toEqual({ problem: 'long' });
    expect(readText('language', 'r2d2')).toEqual({ problem: 'symbol', symbol: '2' });
    expect(readText('first', 'ABE')).toEqual({ problem: 'symbol', symbol: 'E' });
    expect(readText('parity', '012')).toEqual({ problem: 'symbol', symbol: '2' });
    expect(readText('language', 'ab😀')).toEqual({ problem: 'symbol', symbol: '😀' });
  });

  it('comes back as it is written, for every task', () => {
    for (const task of tasks) {
      const { symbols: kinds, reads } = sequenceTasks[task];
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 0, max: kinds - 1 }), { minLength: 1, maxLength: reads }),
          (symbols) => {
            const text = sequenceText(task, symbols);
            expect(readText(task, text)).toEqual({ text, symbols });
          },
        ),
      );
    }
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tasks), fc.string({ unit: 'binary', maxLength: 30 }), (task, typed) => {
        const read = readText(task, typed);
        if ('symbols' in read) {
          expect(read.symbols.length).toBeLessThanOrEqual(sequenceTasks[task].reads);
          for (const symbol of read.symbols) expect(symbol).toBeLessThan(sequenceTasks[task].symbols);
        }
      }),
    );
  });
});

describe('the input of a prediction', () => {
  const state = (data: SequenceTask) => ({ ...defaultsOf(recurrentParameters), data });

  it('is a text of the task in force', () => {
    expect(readPrediction({ text: 'Tied' }, state('language'))).toEqual({
      input: Float32Array.from([19, 8, 4, 3]),
    });
    expect(readPrediction({ text: '101' }, state('parity'))).toEqual({ input: Float32Array.from([1, 0, 1]) });
  });

  it('is refused in a sentence that says which symbols there are', () => {
    for (const task of tasks)
      for (const text of [undefined, 7, '', '?', 'a'.repeat(40), ['a']]) {
        const [first, last] = alphabetOf(task);
        const answer = readPrediction({ text }, state(task));
        expect(answer).toMatchObject({ problem: expect.stringMatching(/\.$/) });
        expect('problem' in answer && answer.problem).toContain(`${first} to ${last}`);
      }
  });
});
