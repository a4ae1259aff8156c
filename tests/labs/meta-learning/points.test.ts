// @vitest-environment node
/** The points of the stage, the points of a `predict` message, and what the run answers to the question. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSpec } from '../../../src/labs/meta-learning/build-spec';
import { leastBefore } from '../../../src/labs/meta-learning/evidence/least-before';
import { pointsOfStep } from '../../../src/labs/meta-learning/evidence/start-costs';
import { answerOf, lessWrong } from '../../../src/labs/meta-learning/evidence/start-question';
import { surveyedErrors } from '../../../src/labs/meta-learning/evidence/surveyed-errors';
import { metaLearningParameters } from '../../../src/labs/meta-learning/parameters';
import {
  added,
  countOf,
  leftToRight,
  movedTo,
  pointAt,
  removed,
  widestGap,
} from '../../../src/labs/meta-learning/points/edit-points';
import { shownPoints } from '../../../src/labs/meta-learning/points/shown-points';
import { readPrediction } from '../../../src/labs/meta-learning/read-prediction';
import { firstStart } from '../../../src/labs/meta-learning/stage/adaptations';
import { gridXs, TEST_TASKS, testTask, waveAt } from '../../../src/math/sine-tasks';
import { gridYs, SURVEYED_STEPS } from '../../../src/math/start-adaptation';
import { meanSquaredError, startOutputs } from '../../../src/math/start-network';
import { defaultsOf } from '../../../src/spec/parameters';

const state = defaultsOf(metaLearningParameters);
const anyPoints = fc
  .array(
    fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -10, max: 10, noNaN: true })),
    {
      minLength: 1,
      maxLength: 50,
    },
  )
  .map((points) => points.flat());

describe('the points on the stage', () => {
  it('are those of a wave, the same object while nothing changes, until the learner has some', () => {
    const shown = shownPoints(state);
    expect(shownPoints({ ...state })).toBe(shown);
    expect(countOf(shown.list)).toBe(10);
    for (let index = 0; index < 10; index++) {
      const { x, y } = pointAt(shown.list, index);
      expect(y).toBeCloseTo(waveAt(shown.wave ?? { amplitude: 0, phase: 0 }, x), 5);
    }
    expect(shownPoints({ ...state, wave: state.wave + 1 }).list).not.toEqual(shown.list);
    const own = shownPoints({ ...state, points: [1, 2] });
    expect(own).toMatchObject({ list: [1, 2], wave: null });
  });

  it('stay inside the plane and between 1 and 50, whatever is done to them', () => {
    fc.assert(
      fc.property(anyPoints, fc.integer(), fc.double(), fc.double(), (points, index, x, y) => {
        for (const next of [movedTo(points, index, x, y), added(points, x, y), removed(points, index)]) {
          expect(countOf(next)).toBeGreaterThanOrEqual(1);
          expect(countOf(next)).toBeLessThanOrEqual(50);
          for (let at = 0; at < countOf(next); at++) {
            const point = pointAt(next, at);
            if (Number.isNaN(x) || Number.isNaN(y)) continue;
            expect(Math.abs(point.x)).toBeLessThanOrEqual(5);
            expect(Math.abs(point.y)).toBeLessThanOrEqual(10);
          }
        }
      }),
    );
    expect(removed([1, 2], 0)).toEqual([1, 2]);
    expect(countOf(added(new Array(100).fill(0), 1, 1))).toBe(50);
  });

  it('are gone through from left to right, and a new one goes where there is most room', () => {
    expect(leftToRight([3, 0, -1, 0, 2, 0])).toEqual([1, 2, 0]);
    expect(widestGap([-4, 0, 3, 1])).toBe(-0.5);
  });
});

describe('the points of a predict message', () => {
  it('are x and y of each in turn', () => {
    expect(
      readPrediction({
        points: [
          [1, 2],
          [-5, 10],
        ],
      }),
    ).toEqual({ input: Float32Array.of(1, 2, -5, 10) });
  });

  it.each([
    [{}, 'points must be a list of 1 to 50 points.'],
    [{ points: [] }, 'points must be a list of 1 to 50 points.'],
    [
      {
        points: [
          [0, 0],
          [6, 0],
        ],
      },
      'points[1] must be [x, y], x from -5 to 5, y from -10 to 10.',
    ],
    [{ points: [[0, Number.NaN]] }, 'points[0] must be [x, y], x from -5 to 5, y from -10 to 10.'],
    [{ points: [[0, 0, 0]] }, 'points[0] must be [x, y], x from -5 to 5, y from -10 to 10.'],
    [{ points: ['ab'] }, 'points[0] must be [x, y], x from -5 to 5, y from -10 to 10.'],
  ])('are refused in words: %j', (payload, problem) => {
    expect(readPrediction(payload)).toEqual({ problem });
  });
});

describe('the question', () => {
  it('is answered by who is less wrong by at least 15 in 100', () => {
    expect(lessWrong(3, 3.2)).toBe('none');
    expect(lessWrong(2, 0.3)).toBe('reptile');
    expect(lessWrong(0.3, 2)).toBe('pretrained');
    expect(answerOf([3.1, 3.2], [1.8, 0.3])).toBe('none-reptile');
    expect(answerOf([3, 2], [1, 1])).toBe('other');
  });

  it('waits until every wave has been measured with one start', () => {
    const width = SURVEYED_STEPS.length;
    const values = Float32Array.from({ length: 2 * width }, (_, at) => (at < width ? 1 : 3));
    expect(surveyedErrors({ since: 4, step: 4, values, done: true })).toEqual({
      step: 4,
      errors: new Array(width).fill(2),
    });
    expect(surveyedErrors({ since: 2, step: 4, values, done: true })).toBeNull();
    expect(surveyedErrors({ since: 4, step: 4, values, done: false })).toBeNull();
  });
});

it('no curve of one start can err less before adapting than the mean of the test waves', () => {
  const waves = Array.from({ length: TEST_TASKS }, (_, index) => gridYs(testTask(state.seed, index, 10)));
  const errorOf = (curve: Float32Array) =>
    waves.reduce((sum, wave) => sum + meanSquaredError(curve, wave), 0) / waves.length;
  // Phases lie in 0 to pi: of all waves there are the mean is 2.55 * 2 / pi * cos(x).
  const ofAll = gridXs.map((x) => ((2.55 * 2) / Math.PI) * Math.cos(x));
  const least = leastBefore(state.seed);
  expect(least).toBeLessThan(errorOf(ofAll));
  expect(errorOf(ofAll) / least).toBeLessThan(1.05);
  expect(least).toBeLessThan(errorOf(new Float32Array(100)) * 0.9);
  expect(least).toBeLessThan(errorOf(startOutputs(firstStart(state.seed), gridXs)));
  expect(leastBefore(state.seed + 1)).not.toBe(least);
});

it('an outer step of Reptile sees ten times the points of a step of pretraining', () => {
  const spec = buildSpec(state);
  expect(spec.networks.map((network) => pointsOfStep(network, spec))).toEqual([0, 64, 640]);
});
