/** Figures read off a network's record. */
import { describe, expect, it } from 'vitest';
import {
  cutAt,
  emptyRecord,
  gapOf,
  sinceStep,
  stepsToReach,
  withEvaluation,
} from '../../src/store/network-record';

const at = (step: number, test: number, train: number) => ({
  step,
  test: { correct: test, total: 100 },
  train: { correct: train, total: 100 },
});

describe('the record of a network', () => {
  const record = [at(0, 10, 12), at(40, 70, 90), at(20, 60, 75)].reduce(withEvaluation, emptyRecord);

  it('tells the first step that reached an accuracy', () => {
    expect(stepsToReach(record, 0.6)).toBe(20);
    expect(stepsToReach(record, 0.71)).toBeNull();
    expect(stepsToReach(emptyRecord, 0)).toBeNull();
  });

  it('tells the gap between training and held-out accuracy at the last step', () => {
    expect(gapOf(record)).toBeCloseTo(0.2);
    expect(gapOf(emptyRecord)).toBeNull();
  });

  it('is cut at the step that training goes back to', () => {
    expect(cutAt(record, 20).evaluations.map(({ step }) => step)).toEqual([0, 20]);
  });

  it('counts anew from the step after which another task began', () => {
    const whole = { ...record, step: 40, losses: Array.from({ length: 40 }, (_, at) => at) };
    const since = sinceStep(whole, 20);
    expect(since?.step).toBe(20);
    expect(since?.losses[0]).toBe(20);
    // At the last step of the old task it is still the old one that was counted.
    expect(since?.evaluations.map(({ step }) => step)).toEqual([20]);
    expect(since && stepsToReach(since, 0.65)).toBe(20);
    expect(sinceStep(whole, 40)).toBeNull();
  });
});
