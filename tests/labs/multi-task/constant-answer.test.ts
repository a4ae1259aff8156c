/** What one answer to all held-out digits is worth, counted from their right answers; its line in the chart of task B. */
import { describe, expect, it } from 'vitest';
import { constantAnswer } from '../../../src/labs/multi-task/evidence/constant-answer';
import { createLearningCurves } from '../../../src/views/learning-curves';
import { lightPalette } from '../../../src/views/palette';

/** Of each digit: what a network gets right, held-out digits, those of class 1. */
const surveyed = (...digits: readonly (readonly [number, number, number])[]) => ({
  surveys: { hard: { since: 1, step: 1, done: true, values: Float32Array.from(digits.flat()) } },
});

describe('one answer to all digits', () => {
  it('is the one that is right most often, however the networks do', () => {
    for (const right of [0, 0.4, 1]) {
      expect(constantAnswer(surveyed([right, 30, 20], [1, 70, 5]))).toEqual({ answer: 0, share: 0.75 });
      expect(constantAnswer(surveyed([right, 30, 20], [1, 70, 60]))).toEqual({ answer: 1, share: 0.8 });
    }
    expect(constantAnswer(surveyed([Number.NaN, 0, 0], [1, 10, 4]))).toEqual({ answer: 0, share: 0.6 });
  });

  it('is not told before every digit has been counted', () => {
    expect(constantAnswer({ surveys: {} })).toBeNull();
    expect(constantAnswer(surveyed([1, 30, 20], [Number.NaN, Number.NaN, Number.NaN]))).toBeNull();
  });
});

describe('its line', () => {
  it.each([300, 420])(
    'stands beside that of the target, and their names do not touch, %i px wide',
    (width) => {
      const container = document.createElement('div');
      const level = (value: number, label: string) => ({ value, label });
      for (const target of [0.85, 0.75, 0.72, 0.7, 0.5]) {
        createLearningCurves(container, {
          ...{ domain: [0, 1], scale: 'linear', ticks: [0, 1], tickText: String, series: [], marker: null },
          ...{ palette: lightPalette, width, height: 190, steps: 600, labelCharacters: 17 },
          threshold: level(target, 'target'),
          guess: level(0.72, 'always upright 72 %'),
        });
        const chart = container.lastElementChild;
        const numbers = (what: string, of: string) =>
          [...(chart?.querySelectorAll(what) ?? [])].map((each) => Number(each.getAttribute(of)));
        const lines = numbers('line.threshold', 'y1');
        expect(lines).toHaveLength(2);
        const [first = 0, other = 0] = numbers('text.threshold', 'y');
        expect(Math.abs(first - other)).toBeGreaterThanOrEqual(14.9);
      }
    },
  );
});
