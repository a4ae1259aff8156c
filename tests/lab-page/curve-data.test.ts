import { describe, expect, it } from 'vitest';
import { accuracyPoints, lossPoints } from '../../src/lab-page/evidence/curve-data';

describe('the curves of a record', () => {
  it('are the share of right answers at each evaluated step', () => {
    const evaluations = [
      { step: 0, test: { correct: 50, total: 500 }, train: { correct: 60, total: 500 } },
      { step: 20, test: { correct: 1500, total: 2000 }, train: { correct: 2000, total: 2000 } },
    ];
    expect(accuracyPoints(evaluations, 'test')).toEqual([
      { step: 0, value: 0.1 },
      { step: 20, value: 0.75 },
    ]);
    expect(accuracyPoints(evaluations, 'train').at(-1)?.value).toBe(1);
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
