// @vitest-environment node
/** The pair of a `predict` message, and for whom a swap changes verdicts. */
import { describe, expect, it } from 'vitest';
import { whoFlips } from '../../../src/labs/siamese/evidence/swap-question';
import { readPrediction } from '../../../src/labs/siamese/read-prediction';

const flat = (value: number) => new Array<number>(1024).fill(value);

describe('the pair of a predict message', () => {
  it('is one input, picture a above picture b', () => {
    const read = readPrediction({ a: flat(0.25), b: new Float64Array(1024).fill(1) });
    if (!('input' in read)) throw new Error(read.problem);
    expect(read.input).toHaveLength(2048);
    expect([read.input[0], read.input[1023], read.input[1024]]).toEqual([0.25, 0.25, 1]);
  });

  it('says which picture is wrong, and where', () => {
    expect(readPrediction({ a: flat(0) })).toEqual({
      problem: 'b must be a list of 1024 numbers, a picture of 32 by 32.',
    });
    const spoiled = flat(0);
    spoiled[7] = 1.5;
    expect(readPrediction({ a: spoiled, b: flat(0) })).toEqual({ problem: 'a[7] is no number from 0 to 1.' });
  });
});

describe('a swap', () => {
  it('counts for a network from one pair in a hundred on', () => {
    expect(whoFlips(0, 0.13)).toBe('independent');
    expect(whoFlips(0.01, 0.009)).toBe('shared');
    expect(whoFlips(0.2, 0.2)).toBe('both');
    expect(whoFlips(0, 0)).toBe('neither');
  });
});
