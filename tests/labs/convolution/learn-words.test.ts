import { describe, expect, it } from 'vitest';
import { large, small } from '../../../src/i18n/format';
import { learnScene } from '../../../src/views/learn-scene';
import { allZero } from '../../../src/views/ledger-extent';
import { sumIsTold } from '../../../src/views/step-phase';

describe('numbers of act Learn', () => {
  it('keep two decimals until they are beyond all measure', () => {
    expect([2.858, 999.994, 3073137].map(large)).toEqual(['2.86', '999.99', '3.1·10⁶']);
    expect([0, 0.0002, 0.034, 0.51, 3073137].map(small)).toEqual(['0', '2·10⁻⁴', '0.034', '0.51', '3.1·10⁶']);
  });

  it('know a map on which nothing is', () => {
    expect(allZero(new Float32Array(52), 26)).toBe(true);
    expect(allZero(Float32Array.of(0, 1e-9), 26)).toBe(false);
  });
});

describe('the narration', () => {
  it('says nothing of the sum before the third phase, nothing of a move before the fourth', () => {
    const phases = ['forward', 'gradients', 'sum', 'update'] as const;
    expect(phases.map(sumIsTold)).toEqual([false, false, true, true]);
    const scenes = phases.map((name) => learnScene({ name, progress: 0.5, still: false }, 196, 'shared'));
    expect(scenes.map(({ moves }) => moves)).toEqual([false, false, false, true]);
    expect(learnScene(null, 196, 'shared').moves).toBe(true);
  });
});
