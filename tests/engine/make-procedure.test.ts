/** Which procedure goes with which data, contents and networks. */
import { describe, expect, test } from 'vitest';
import { decodeData } from '../../src/engine/data/data-file';
import { makeProcedure } from '../../src/engine/procedures/make-procedure';
import type { ExperimentSpec } from '../../src/spec/experiment-spec';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import { howMuchNetwork } from '../../src/spec/how-much-network';
import { sequenceNetwork } from '../../src/spec/sequence-tasks';
import { siameseNetwork } from '../../src/spec/siamese-network';
import { startExperiment } from '../../src/spec/start-network';
import { mapPatterns } from '../../src/spec/tie-map';
import { madeUpFaces, madeUpWords } from './small-data';
import { dataOf, flagshipExperiment, noiseDigits } from './support';

const badMessage = expect.objectContaining({ code: 'bad-message' });

describe('which procedure', () => {
  const spec = (changes: Partial<ExperimentSpec>) => flagshipExperiment(changes);
  const parity = { kind: 'symbols', task: 'parity', examples: 20 } as const;
  const words = { kind: 'words', examples: 20 } as const;
  const steps = (...trained: readonly number[]) =>
    trained.map((count, at) => sequenceNetwork(at === 0 ? 'shared' : 'independent', 'parity', count));
  const sizes = (made: ReturnType<typeof makeProcedure>) => [
    made.batches.size,
    made.train.size,
    made.survey.width,
  ];

  test('goes by the kind of the data', () => {
    const digits = dataOf(noiseDigits(30, 10));
    expect(sizes(makeProcedure(spec({}), digits))).toEqual([784, 784, 1]);
    expect(sizes(makeProcedure(spec({ data: parity, networks: steps(8, 8) }), { kind: 'symbols' }))).toEqual([
      8, 12, 1,
    ]);
    const language = [sequenceNetwork('shared', 'language', 5)];
    const file = { kind: 'words', words: madeUpWords() } as const;
    expect(sizes(makeProcedure(spec({ data: words, networks: language }), file))).toEqual([5, 12, 1]);
    const canvas = { kind: 'canvas', task: 'two-rules', examples: 20 } as const;
    const onCanvas = {
      data: canvas,
      networks: [howMuchNetwork('shared', { map: mapPatterns.one, shrink: null })],
    };
    expect(sizes(makeProcedure(spec(onCanvas), digits))).toEqual([1024, 1024, 1]);
    const pairs = { kind: 'pairs', variant: 'turned', examples: 20 } as const;
    const towers = { data: pairs, networks: [siameseNetwork('shared')] };
    expect(sizes(makeProcedure(spec(towers), { kind: 'pairs', faces: madeUpFaces() }))).toEqual([
      128, 128, 200,
    ]);
  });

  test('of waves is made from the seed, of starts and nothing else', () => {
    const waves = startExperiment({ seed: 1, steps: 10, batch: 64, rate: 0.02, points: 10 });
    expect(sizes(makeProcedure(waves, { kind: 'sines' }))).toEqual([0, 0, 8]);
    expect(() => makeProcedure(waves, { kind: 'symbols' })).toThrow(badMessage);
    const others = { ...waves, networks: [flagshipNetwork('shared')] };
    expect(() => makeProcedure(others, { kind: 'sines' })).toThrow(badMessage);
  });

  test('is none where the networks are of another kind', () => {
    const file = { kind: 'pairs', faces: madeUpFaces() } as const;
    const pairs = { kind: 'pairs', variant: 'faces', examples: 20 } as const;
    const other = { ...sequenceNetwork('shared', 'parity', 8), hidden: 17 };
    for (const [data, networks, content] of [
      [pairs, [flagshipNetwork('shared')], file],
      [spec({}).data, [siameseNetwork('shared')], dataOf(noiseDigits(30, 10))],
      [{ kind: 'canvas', task: 'centred', examples: 20 }, steps(8), dataOf(noiseDigits(30, 10))],
      [
        { kind: 'canvas', task: 'centred', examples: 20 },
        [flagshipNetwork('shared')],
        dataOf(noiseDigits(30, 10)),
      ],
      [spec({}).data, steps(8), dataOf(noiseDigits(30, 10))],
      [parity, [other], { kind: 'symbols' }],
      [parity, [flagshipNetwork('shared')], { kind: 'symbols' }],
    ] as const)
      expect(() => makeProcedure(spec({ data, networks: [...networks] }), content)).toThrow(
        expect.objectContaining({ code: 'bad-message' }),
      );
  });

  test('is none where contents are of another kind', () => {
    const contents = [
      dataOf(noiseDigits(30, 10)),
      { kind: 'words', words: madeUpWords() },
      { kind: 'pairs', faces: madeUpFaces() },
      { kind: 'symbols' },
    ] as const;
    const wanted = [
      { kind: 'digits', variant: 'roaming', examples: 20 },
      words,
      { kind: 'pairs', variant: 'faces', examples: 20 },
      parity,
    ] as const;
    for (const [at, data] of wanted.entries())
      for (const [other, content] of contents.entries())
        if (at !== other)
          expect(() => makeProcedure(spec({ data, networks: steps(6) }), content), `${at} ${other}`).toThrow(
            badMessage,
          );
  });

  test('is none where networks train on sequences of different lengths, or read none', () => {
    const symbols = { kind: 'symbols' } as const;
    expect(() => makeProcedure(spec({ data: parity, networks: steps(8, 7) }), symbols)).toThrow(badMessage);
    expect(() =>
      makeProcedure(spec({ data: parity, networks: [flagshipNetwork('shared')] }), symbols),
    ).toThrow(badMessage);
    const both = [...steps(8), flagshipNetwork('independent')];
    expect(() => makeProcedure(spec({ data: parity, networks: both }), symbols)).toThrow(badMessage);
  });
});

test('only symbols need no file', () => {
  expect(decodeData('symbols', null)).toEqual({ kind: 'symbols' });
  expect(decodeData('symbols', new Uint8Array(4))).toEqual({ kind: 'symbols' });
  const missing = expect.objectContaining({ code: 'data-failed' });
  for (const kind of ['digits', 'canvas', 'words', 'pairs'] as const) {
    expect(() => decodeData(kind, null)).toThrow(missing);
    expect(() => decodeData(kind, new Uint8Array(40))).toThrow(missing);
  }
});
