// @vitest-environment node
/** One outer step as the stage shows it, made of the very numbers that were watched; and starts before training. */
import { describe, expect, it } from 'vitest';
import { buildSpec } from '../../../src/labs/meta-learning/build-spec';
import { metaLearningParameters } from '../../../src/labs/meta-learning/parameters';
import { shownPoints } from '../../../src/labs/meta-learning/points/shown-points';
import {
  curveAt,
  errorAfter,
  firstStart,
  hasRunAway,
  isAbout,
} from '../../../src/labs/meta-learning/stage/adaptations';
import { innerPath, outerPicture, SAME_WITHIN } from '../../../src/labs/meta-learning/stage/outer-picture';
import { gridXs } from '../../../src/math/sine-tasks';
import { curvesOf, innerTasks } from '../../../src/math/start-adaptation';
import { startOutputs } from '../../../src/math/start-network';
import {
  displacementsOf,
  meanOfInnerSteps,
  meanOfRows,
  movedStart,
  outerRateAt,
} from '../../../src/math/start-steps';
import { defaultsOf } from '../../../src/spec/parameters';
import { OUTER_STEP } from '../../../src/spec/start-network';

const state = defaultsOf(metaLearningParameters);
const spec = buildSpec(state);
const STEP = 3;
const start = firstStart(state.seed);
const tasks = innerTasks({ ...OUTER_STEP, seed: state.seed, points: state.examples }, STEP - 1);
const { displacements } = displacementsOf(start, tasks, state.rate);
const rate = outerRateAt(1, STEP - 1, state.steps);

/** What the worker would send of this step. */
const watched = (ledger: Float32Array | null) => ({
  ...{ step: STEP, loss: 1, filter: 0, filters: 1, residuals: null, products: null },
  kernels: movedStart(start, meanOfRows(displacements, tasks.length), rate),
  previousKernels: start,
  ledger,
  gradient: ledger && meanOfInnerSteps(start, tasks, state.rate),
});

describe('an outer step', () => {
  it('is told as the mean of the rows that are drawn, the same object for the same numbers', () => {
    const layer = watched(displacements);
    const picture = outerPicture(layer, 'reptile', spec);
    expect(outerPicture(layer, 'reptile', spec)).toBe(picture);
    expect(picture.ledger?.tasks).toHaveLength(8);
    expect(picture.ledger?.outerRate).toBe(rate);
    expect(picture.ledger?.difference).toBeLessThan(SAME_WITHIN / 3);
    const length = Math.hypot(...(picture.ledger?.mean ?? []));
    expect(picture.movedLength).toBeCloseTo(rate * length, 4);
  });

  it('says so when one number of one row is not what the inner steps made', () => {
    const spoiled = displacements.slice();
    spoiled[5 * 1761 + 300] = (spoiled[5 * 1761 + 300] ?? 0) + 0.01;
    const picture = outerPicture(watched(spoiled), 'reptile', spec);
    expect(picture.ledger?.difference).toBeGreaterThan(SAME_WITHIN);
  });

  it('ends each task where its inner steps end, one by one', () => {
    const picture = outerPicture(watched(displacements), 'reptile', spec);
    for (const task of picture.ledger?.tasks ?? []) {
      const path = innerPath(task, start, state.rate);
      expect(path).toHaveLength(9);
      expect(path[0]).toEqual(startOutputs(start, gridXs));
      task.end.forEach((value, at) => {
        expect(value).toBeCloseTo(path[8]?.[at] ?? Number.NaN, 4);
      });
    }
  });

  it('has no ledger where none was kept, and none of pretraining', () => {
    expect(outerPicture(watched(null), 'reptile', spec).ledger).toBeNull();
    expect(outerPicture(watched(displacements), 'pretrained', spec).ledger).toBeNull();
  });
});

describe('what is said of a curve', () => {
  const shown = shownPoints(state);
  const adaptation = { step: 0, input: shown.input, ...curvesOf(start, shown.input, state.rate) };

  it('is its error along the wave, or on the learner’s own points', () => {
    const before = errorAfter(adaptation, shown, 0);
    expect(before.on).toBe('wave');
    expect(errorAfter(adaptation, shown, 32).error).toBeLessThan(before.error);
    const own = errorAfter(adaptation, { ...shown, wave: null }, 7);
    expect(own).toEqual({ error: adaptation.onPoints[7], on: 'points' });
    expect(curveAt(adaptation, 0)).toEqual(startOutputs(start, gridXs));
  });

  it('is of the very points that were asked about, in whichever array', () => {
    expect(isAbout({ ...adaptation, input: shown.input.slice() }, shown)).toBe(true);
    expect(isAbout(adaptation, { ...shown, input: shown.input.with(3, 0) })).toBe(false);
    expect(isAbout(adaptation, { ...shown, input: shown.input.slice(2) })).toBe(false);
  });

  it('is that the steps have run away where they have', () => {
    for (const error of [Number.NaN, Number.POSITIVE_INFINITY, 1000])
      expect(hasRunAway({ error, on: 'wave' })).toBe(true);
    expect(hasRunAway({ error: 40, on: 'points' })).toBe(false);
    const far = { step: 0, input: shown.input, ...curvesOf(start, shown.input, 0.3) };
    expect(hasRunAway(errorAfter(far, shown, 32))).toBe(true);
  });
});
