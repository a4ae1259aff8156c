/** The keys of the Recurrent lab and the experiment they mean. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/labs/recurrent/alphabet';
import { buildSpec, trainedLength } from '../../../src/labs/recurrent/build-spec';
import { exampleChoices, ofTask, recurrentParameters } from '../../../src/labs/recurrent/parameters';
import { presets } from '../../../src/labs/recurrent/presets';
import { networkCost } from '../../../src/math/cost';
import { defaultsOf } from '../../../src/spec/parameters';
import { parseNative } from '../../../src/spec/parse-value';
import { type SequenceTask, sequenceTasks } from '../../../src/spec/sequence-tasks';

const defaults = defaultsOf(recurrentParameters);
const tasks = Object.keys(sequenceTasks) as SequenceTask[];

describe('the keys', () => {
  it('begin with the language of a word, 1,500 steps, a rate that drops in the last fifth', () => {
    expect(defaults).toMatchObject({ data: 'language', examples: 15_608, rate: 0.003, steps: 1500 });
    expect(defaults).toMatchObject({ decay: 'last-fifth', longest: 0, word: '', act: 'read' });
    expect(ofTask('language')).toEqual(
      Object.fromEntries(Object.keys(ofTask('language')).map((key) => [key, Reflect.get(defaults, key)])),
    );
  });

  it('take the calibrated values of every task as they stand', () => {
    for (const task of tasks) {
      expect(exampleChoices[task]).toContain(ofTask(task).examples);
      for (const [key, value] of Object.entries(ofTask(task))) {
        const parameter = recurrentParameters[key as keyof typeof recurrentParameters];
        expect(parseNative(parameter, value)).toEqual({ outcome: 'good', value });
      }
    }
  });

  it('of a preset put a sequence on the stage that its task can read', () => {
    for (const { state } of presets) {
      const { data, word } = { ...defaults, ...state };
      if (word !== '') expect(readText(data, word)).toMatchObject({ text: word });
    }
  });
});

describe('the experiment', () => {
  it('is of two networks of one shape, one sharing its cell and one not', () => {
    for (const task of tasks) {
      const { networks, data } = buildSpec({ ...defaults, ...ofTask(task) });
      expect(networks.map(({ id }) => id)).toEqual(['shared', 'independent']);
      expect(data).toMatchObject(task === 'language' ? { kind: 'words' } : { kind: 'symbols', task });
    }
    const counts = buildSpec(defaults).networks.map((network) => networkCost(network).parameters);
    expect(counts).toEqual([3894, 21_894]);
  });

  it('trains on sequences up to the limit, which the task holds within its own lengths', () => {
    const limit = (data: SequenceTask, longest: number) => trainedLength({ data, longest });
    expect([0, 1, 3, 4, 6, 12].map((longest) => limit('language', longest))).toEqual([6, 3, 3, 4, 6, 6]);
    expect([0, 1, 12].map((longest) => limit('third', longest))).toEqual([12, 12, 12]);
    expect([0, 2, 9, 12].map((longest) => limit('parity', longest))).toEqual([8, 2, 8, 8]);
  });

  it('does not change with the word on the stage', () => {
    expect(buildSpec({ ...defaults, word: 'tied' })).toEqual(buildSpec(defaults));
  });
});
