/** The question before the run: its truth is the survey's, at the end of a run and of the same step. */
import { describe, expect, it } from 'vitest';
import { buildSpec } from '../../../src/labs/recurrent/build-spec';
import { recurrentParameters } from '../../../src/labs/recurrent/parameters';
import { measuredAtEnd, whoReads } from '../../../src/labs/recurrent/recurrent-question';
import { defaultsOf } from '../../../src/spec/parameters';

const spec = buildSpec(defaultsOf(recurrentParameters));
const survey = (step: number, last: number, done = true) => ({
  ...{ since: step, step, done },
  values: Float32Array.from([0.5, last]),
});

describe('the answer of a run', () => {
  it('is there when both networks are measured with the weights of its last step', () => {
    const of = (step: number, shared: ReturnType<typeof survey>, independent?: ReturnType<typeof survey>) =>
      measuredAtEnd({ spec, step, surveys: { shared, ...(independent ? { independent } : {}) } });
    expect(of(1500, survey(1500, 0.75), survey(1500, 0.25))).toEqual([0.75, 0.25]);
    expect(of(1499, survey(1499, 0.75), survey(1499, 0.25))).toBeNull();
    expect(of(1500, survey(1500, 0.75), survey(1500, 0.25, false))).toBeNull();
    expect(of(1500, survey(1500, 0.75), survey(1480, 0.25))).toBeNull();
    expect(of(1500, survey(1500, 0.75))).toBeNull();
  });

  it('says who reads: a quarter above a guess, or not', () => {
    expect(whoReads(0.66, 0.17, 1 / 6)).toBe('shared');
    expect(whoReads(0.34, 1, 1 / 8)).toBe('independent');
    expect(whoReads(0.99, 0.99, 1 / 2)).toBe('both');
    expect(whoReads(0.3, 0.3, 1 / 4)).toBe('neither');
  });
});
