/** Laws of a start for tasks to come, on whichever backend runs them: its gradient, its outer step, what never moves. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { createSession, type Session, type WatchedLayer } from '../../src/engine/session';
import { initialWeights } from '../../src/math/initial-weights';
import { gridXs, TEST_TASKS } from '../../src/math/sine-tasks';
import { innerTasks, meanAdaptedErrors, SURVEYED_STEPS } from '../../src/math/start-adaptation';
import { addStartGradient, meanSquaredError, startOutputs } from '../../src/math/start-network';
import { meanOfRows, movedStart, outerRateAt } from '../../src/math/start-steps';
import type { NetworkId } from '../../src/spec/experiment-spec';
import { OUTER_STEP, type OuterStep, startExperiment, startNetwork } from '../../src/spec/start-network';
import { normals } from '../math/arbitraries';
import { clock, countOf, lawRuns, openBackend, watchedOf } from './support';

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend();
});

const WATCH = { filter: 0, filters: 1, ledger: true };

function open(seed: number, outer: OuterStep = OUTER_STEP, rate = 0.02, steps = 100): Session {
  const spec = startExperiment({ seed, steps, batch: 64, rate, points: 10 }, outer);
  return createSession({ spec, data: { kind: 'sines' }, backend, clock });
}

const firstOf = (seed: number) => initialWeights(startNetwork('random'), seed)[0] ?? new Float32Array(0);

const largest = (values: ArrayLike<number>) =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
const farthest = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  largest(Array.from(one, (value, at) => value - (other[at] ?? Number.NaN)));

const small = fc.record({
  seed: fc.integer({ min: 0, max: 1000 }),
  tasks: fc.integer({ min: 1, max: 5 }),
  innerSteps: fc.integer({ min: 1, max: 5 }),
  outerRate: fc.double({ min: 0.1, max: 1, noNaN: true }),
});

describe('the gradient of a start', () => {
  it('is how the mean squared error changes with each number, by finite differences', () => {
    const hidden = 5;
    const size = hidden * hidden + 4 * hidden + 1;
    const weights = normals(size, 3, 'weights').map((value) => 0.6 * value);
    const points = { xs: normals(7, 3, 'xs'), ys: normals(7, 3, 'ys') };
    const gradient = new Float64Array(size);
    const error = addStartGradient(weights, points, 1, gradient);
    expect(error).toBeCloseTo(meanSquaredError(startOutputs(weights, points.xs), points.ys), 6);
    const step = 2 ** -8;
    for (let at = 0; at < size; at++) {
      const errorAt = (delta: number) =>
        meanSquaredError(startOutputs(weights.with(at, (weights[at] ?? 0) + delta), points.xs), points.ys);
      const slope = (errorAt(step) - errorAt(-step)) / (2 * step);
      expect(Math.abs(slope - (gradient[at] ?? 0)), String(at)).toBeLessThan(2e-3);
    }
  });
});

describe('an outer step of Reptile', () => {
  it('moves the start by the outer rate times the mean of the displacements, which two paths agree on', () => {
    fc.assert(
      fc.property(small, ({ seed, ...outer }) => {
        const session = open(seed, outer);
        session.train('reptile', 2);
        const { kernels, previousKernels, ledger, gradient } = watchedOf(session, 'reptile', WATCH);
        session.dispose();
        if (!ledger || !gradient) throw new Error('There is no ledger.');
        expect(ledger).toHaveLength(outer.tasks * 1761);
        const mean = meanOfRows(ledger, outer.tasks);
        // Each row is a difference of float32 numbers of size 1.
        expect(farthest(mean, gradient)).toBeLessThan(1e-6 + 1e-5 * largest(gradient));
        const rate = outerRateAt(outer.outerRate, 1, 100);
        const moved = movedStart(previousKernels, mean, rate);
        expect(farthest(moved, kernels)).toBeLessThan(1e-7);
        expect(
          largest(Array.from(kernels, (value, at) => value - (previousKernels[at] ?? 0))),
        ).toBeGreaterThan(0);
        // One number of one displacement that is not what it was: neither holds.
        const spoiled = meanOfRows(ledger.with(700, (ledger[700] ?? 0) + 0.01), outer.tasks);
        expect(farthest(spoiled, gradient)).toBeGreaterThan(1e-3);
        expect(farthest(movedStart(previousKernels, spoiled, rate), kernels)).toBeGreaterThan(1e-4);
      }),
      lawRuns(12, 4),
    );
  });

  it('is the same after a number has been changed by hand: what the tasks did, their mean, what it moved', () => {
    const session = open(8);
    session.train('reptile', 3);
    const before = watchedOf(session, 'reptile', WATCH);
    session.poke('reptile', 0, 0, 3, 0.5);
    const after = watchedOf(session, 'reptile', WATCH);
    session.dispose();
    expect(after.ledger).toEqual(before.ledger);
    expect(after.gradient).toEqual(before.gradient);
    expect((after.kernels[3] ?? 0) - (before.kernels[3] ?? 0)).toBeCloseTo(0.5, 6);
    const moved = ({ kernels, previousKernels }: WatchedLayer) =>
      Array.from(kernels, (value, at) => value - (previousKernels[at] ?? 0));
    expect(farthest(moved(after), moved(before))).toBeLessThan(1e-7);
  });

  it('with one inner step is one step of gradient descent on the points of all its tasks together', () => {
    fc.assert(
      fc.property(small, ({ seed, tasks, outerRate }) => {
        const outer = { tasks, innerSteps: 1, outerRate };
        const session = open(seed, outer);
        session.train('reptile', 1);
        const { kernels } = watchedOf(session, 'reptile', WATCH);
        session.dispose();
        const drawn = innerTasks({ ...outer, seed, points: 10 }, 0);
        const xs = drawn.flatMap(({ steps }) => steps.flatMap((points) => Array.from(points.xs)));
        const ys = drawn.flatMap(({ steps }) => steps.flatMap((points) => Array.from(points.ys)));
        const joint = firstOf(seed);
        addStartGradient(joint, { xs, ys }, -0.02 * outerRate, joint);
        expect(farthest(kernels, joint)).toBeLessThan(1e-6);
      }),
      lawRuns(12, 4),
    );
  });

  it('comes to rest at the end of the run', () => {
    expect([0, 50, 100, 150].map((step) => outerRateAt(1, step, 100))).toEqual([1, 0.5, 0, 0]);
  });
});

describe('the three starts', () => {
  it('begin with the same numbers, and the random one keeps every bit of them', () => {
    const session = open(9);
    const first = session.snapshot('random').arrays[0];
    for (const network of ['pretrained', 'reptile'] as const)
      expect(session.snapshot(network).arrays[0]).toEqual(first);
    session.train('random', 50);
    session.train('pretrained', 1);
    expect(session.snapshot('random').arrays[0]).toEqual(first);
    expect(session.snapshot('pretrained').arrays[0]).not.toEqual(first);
    expect(watchedOf(session, 'random', WATCH).ledger).toBeNull();
    session.dispose();
  });

  it.each(['pretrained', 'reptile'] as const)(
    '%s goes on from a snapshot bit for bit',
    (network: NetworkId) => {
      const [straight, stopped] = [open(2), open(2)];
      straight.train(network, 12);
      stopped.train(network, 5);
      const kept = stopped.snapshot(network);
      stopped.train(network, 3);
      stopped.restore(network, kept);
      stopped.train(network, 7);
      expect(stopped.snapshot(network)).toEqual(straight.snapshot(network));
      straight.dispose();
      stopped.dispose();
    },
  );

  it('diverge where inner steps are too long: the loss is no number', () => {
    const session = open(1, OUTER_STEP, 0.2);
    const { losses } = session.train('reptile', 5);
    session.dispose();
    expect(losses.every(Number.isFinite)).toBe(false);
  });
});

describe('what is measured', () => {
  it('is the mean squared error after five steps on 200 waves, in slices that add up', () => {
    const session = open(5);
    session.train('reptile', 3);
    expect(session.givesErrors).toBe(true);
    expect(session.sizeOf('reptile', 'test')).toBe(TEST_TASKS);
    expect(session.sizeOf('reptile', 'train')).toBe(0);
    // A hundred waves at a time would take as long as eight slices of training.
    expect(session.slice).toBeLessThanOrEqual(20);
    const whole = countOf(session, 'reptile', 'test', 0, 200);
    const parts = [0, 100].map((from) => countOf(session, 'reptile', 'test', from, 100));
    expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBeCloseTo(whole, 6);
    const start = session.snapshot('reptile').arrays[0] ?? new Float32Array(0);
    const [error = Number.NaN] = meanAdaptedErrors(start, { seed: 5, points: 10, rate: 0.02 }, 0, 200, [5]);
    expect(whole / 200).toBeCloseTo(error, 6);
    const [cell = 0] = session.survey.order;
    expect(session.measure('reptile', cell)).toHaveLength(SURVEYED_STEPS.length);
    session.dispose();
  });

  it('is surveyed a few waves at a time, each of all 200 once', () => {
    const session = open(5, OUTER_STEP, 0.02, 100);
    const { order, width } = session.survey;
    const sums = new Array<number>(width).fill(0);
    for (const cell of order)
      Array.from(session.measure('random', cell)).forEach((error, at) => {
        sums[at] = (sums[at] ?? 0) + error / order.length;
      });
    const tests = { seed: 5, points: 10, rate: 0.02 };
    meanAdaptedErrors(firstOf(5), tests, 0, TEST_TASKS, SURVEYED_STEPS).forEach((error, at) => {
      expect(sums[at]).toBeCloseTo(error, 6);
    });
    expect(TEST_TASKS / order.length).toBeLessThanOrEqual(4);
    session.dispose();
  });

  it('follows a start that is changed: nothing old is remembered of it', () => {
    const session = open(6);
    const before = countOf(session, 'random', 'test', 0, 20);
    session.poke('random', 0, 0, 1760, 0.5);
    expect(countOf(session, 'random', 'test', 0, 20)).not.toBe(before);
    session.dispose();
  });

  it('answers points with the curves it goes through, and refuses what are no points', () => {
    const session = open(7);
    const answer = session.predict('random', Float32Array.of(1, 2, -3, 0.5));
    if (answer.kind !== 'curves') throw new Error(answer.kind);
    const start = firstOf(7);
    expect(answer.curves.subarray(0, 100)).toEqual(startOutputs(start, gridXs));
    expect(answer.curves.subarray(500, 600)).toEqual(answer.answer);
    expect(answer.onPoints[32]).toBeLessThan(answer.onPoints[0] ?? 0);
    for (const bad of [[], [1], [Number.NaN, 1], new Array(102).fill(0)])
      expect(() => session.predict('random', Float32Array.from(bad))).toThrow('points');
    session.dispose();
  });
});
