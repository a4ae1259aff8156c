/** Waves and their points: in their ranges, and functions of the seed and of their place alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridXs, REACH, shownTask, testTask, waveAt } from '../../src/math/sine-tasks';
import { adapt, gridYs, innerTasks, jointPoints } from '../../src/math/start-adaptation';
import { startSize } from '../../src/math/weight-shapes';
import { normals } from './arbitraries';

describe('waves', () => {
  it('have heights of 0.1 to 5 and phases of 0 to pi, and their points lie on them, x from -5 to 5', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(500), (seed, index) => {
        for (const task of [testTask(seed, index, 10), shownTask(seed, index, 10)]) {
          const { amplitude, phase } = task.wave;
          expect(amplitude).toBeGreaterThanOrEqual(0.1);
          expect(amplitude).toBeLessThan(5);
          expect(phase).toBeGreaterThanOrEqual(0);
          expect(phase).toBeLessThan(Math.PI);
          Array.from(task.xs).forEach((x, at) => {
            expect(Math.abs(x)).toBeLessThanOrEqual(REACH);
            expect(task.ys[at]).toBeCloseTo(waveAt(task.wave, x), 5);
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are the same whenever they are drawn, and others for another seed, step or task', () => {
    const outer = { seed: 1, tasks: 3, innerSteps: 2, points: 4 };
    expect(innerTasks(outer, 5)).toEqual(innerTasks({ ...outer }, 5));
    // More tasks or inner steps leave those that were there as they are.
    expect(innerTasks({ ...outer, tasks: 5 }, 5).slice(0, 3)).toEqual(innerTasks(outer, 5));
    const waves = [
      ...innerTasks(outer, 5),
      ...innerTasks(outer, 6),
      ...innerTasks({ ...outer, seed: 2 }, 5),
    ].map(({ wave }) => wave.amplitude);
    expect(new Set(waves).size).toBe(9);
    const [inner] = innerTasks(outer, 5);
    expect(inner?.steps[0]?.xs).not.toEqual(inner?.steps[1]?.xs);
    expect(jointPoints(1, 3, 64)).toEqual(jointPoints(1, 3, 64));
    expect(jointPoints(1, 3, 64).xs).not.toEqual(jointPoints(1, 4, 64).xs);
  });

  it('are measured evenly from -5 to 5, both ends included', () => {
    expect([gridXs.length, gridXs[0], gridXs[99]]).toEqual([100, -5, 5]);
    expect(gridYs({ wave: { amplitude: 2, phase: 0 } })[99]).toBeCloseTo(2 * Math.sin(5), 5);
  });
});

it('adapting leaves the start as it is, and visits every step', () => {
  const start = normals(startSize(4), 1, 'start').map((value) => 0.5 * value);
  const before = start.slice();
  const steps: number[] = [];
  adapt(start, { xs: [1, 2], ys: [0, 1] }, 0.01, 3, (step, weights) => {
    steps.push(step);
    expect(weights).not.toBe(start);
  });
  expect(steps).toEqual([0, 1, 2, 3]);
  expect(start).toEqual(before);
});
