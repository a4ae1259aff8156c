import { describe, expect, it } from 'vitest';
import {
  accuracyPoints,
  lossPoints,
  newestEvaluation,
  stepToReach,
} from '../../src/lab-page/evidence/curve-data';

const evaluation = (step: number, correct: number, total: number) => ({
  step,
  test: { correct, total },
  train: { correct: total, total },
});

describe('the curves of a record', () => {
  const evaluations = [
    evaluation(0, 50, 500),
    evaluation(20, 250, 500),
    evaluation(40, 400, 500),
    evaluation(40, 1500, 2000),
  ];

  it('take the larger of two evaluations at one step', () => {
    expect(accuracyPoints(evaluations, 'test')).toEqual([
      { step: 0, value: 0.1 },
      { step: 20, value: 0.5 },
      { step: 40, value: 0.75 },
    ]);
    expect(newestEvaluation(evaluations)?.test.total).toBe(2000);
  });

  it('say the first evaluated step that reached an accuracy, or that none did', () => {
    expect(stepToReach(evaluations, 0.5)).toBe(20);
    expect(stepToReach(evaluations, 0.9)).toBeNull();
  });

  it('keep the mean of the losses when they are binned', () => {
    const losses = Array.from({ length: 1000 }, (_, step) => 2 - step / 1000);
    const points = lossPoints(losses, 100);
    expect(points).toHaveLength(100);
    const mean = points.reduce((sum, point) => sum + point.value, 0) / points.length;
    expect(mean).toBeCloseTo(losses.reduce((sum, loss) => sum + loss, 0) / 1000, 10);
    expect(points.at(-1)?.step).toBe(1000);
  });
});
