/** What stands beside the map: the digit on its torus, the question before the run, the parts of soft sharing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSpec } from '../../../src/labs/how-much/build-spec';
import { measuredAtEnd, whoReadsBest } from '../../../src/labs/how-much/how-much-question';
import { shownMap } from '../../../src/labs/how-much/map/shown-map';
import { howMuchParameters } from '../../../src/labs/how-much/parameters';
import { positionParts } from '../../../src/labs/how-much/position-parts';
import { readPrediction } from '../../../src/labs/how-much/read-prediction';
import { residualCurve, residualShare } from '../../../src/labs/how-much/soft/residual-sizes';
import { stopsWith } from '../../../src/labs/how-much/soft/shrink-stops';
import { halfOf, labelAt, onCanvas, placeByKey, startPlace } from '../../../src/labs/how-much/task/place';
import { taskPicture } from '../../../src/labs/how-much/task/task-picture';
import { networkCost } from '../../../src/math/cost';
import { initialWeights } from '../../../src/math/initial-weights';
import { howMuchNetwork } from '../../../src/spec/how-much-network';
import { defaultsOf } from '../../../src/spec/parameters';
import { mapPatterns } from '../../../src/spec/tie-map';
import { createExperimentStore } from '../../../src/store/experiment-store';
import { createLabStore } from '../../../src/store/lab-store';
import { emptyRecord } from '../../../src/store/network-record';

const state = defaultsOf(howMuchParameters);
const spec = buildSpec(state);
const anyPlace = fc.record({
  row: fc.integer({ min: -99, max: 99 }),
  column: fc.integer({ min: -99, max: 99 }),
});

describe('the digit on the canvas', () => {
  it('keeps all its ink wherever it is put, for the edges wrap around', () => {
    const ink = (picture: Float32Array) => picture.reduce((sum, value) => sum + value, 0);
    const whole = ink(taskPicture(14, { row: 0, column: 0 }));
    fc.assert(
      fc.property(anyPlace, (place) => {
        expect(ink(taskPicture(14, onCanvas(place)))).toBeCloseTo(whole, 3);
      }),
    );
  });

  it('comes back to its place after as many steps as the canvas has pixels', () => {
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
      let place = startPlace('roaming');
      for (let step = 0; step < 32; step++) place = placeByKey(place, key, false) ?? place;
      expect(place).toEqual(startPlace('roaming'));
    }
    expect(placeByKey(startPlace('roaming'), 'a', false)).toBeNull();
    expect(placeByKey({ row: 1, column: 30 }, 'ArrowRight', true)).toEqual({ row: 1, column: 2 });
  });

  it('is what the task says: itself, or five more below the line, or nothing across it', () => {
    expect(labelAt('roaming', 7, { row: 12, column: 0 })).toBe(7);
    expect(labelAt('two-rules', 7, startPlace('two-rules'))).toBe(7);
    expect(labelAt('two-rules', 7, { row: 17, column: 3 })).toBe(2);
    expect(labelAt('two-rules', 7, { row: 8, column: 3 })).toBeNull();
    const halves = Array.from({ length: 32 }, (_, row) => halfOf({ row, column: 0 }));
    expect(halves.filter((half) => half === 'above')).toHaveLength(3);
    expect(halves.filter((half) => half === 'below')).toHaveLength(3);
  });
});

describe('the question before the run', () => {
  const record = (correct: number, step: number, full: boolean) => ({
    ...emptyRecord,
    step,
    evaluations: [{ step, full, test: { correct, total: 100 }, train: { correct: 100, total: 100 } }],
  });
  const networks = { shared: record(70, 600, true), grouped: record(45, 600, true) };

  it('is answered when all three are counted in full at the last step', () => {
    const all = { ...networks, independent: record(20, 600, true) };
    expect(measuredAtEnd({ spec, step: 600, networks: all })).toEqual({
      ...{ shared: 0.7, grouped: 0.45, independent: 0.2 },
    });
    expect(measuredAtEnd({ spec, step: 599, networks: all })).toBeNull();
    expect(measuredAtEnd({ spec, step: 600, networks })).toBeNull();
    for (const late of [record(20, 600, false), record(20, 580, true)])
      expect(measuredAtEnd({ spec, step: 600, networks: { ...networks, independent: late } })).toBeNull();
  });

  it('calls the best, or level when the best two are closer than three points', () => {
    expect(whoReadsBest({ shared: 0.7, grouped: 0.5, independent: 0.2 })).toBe('shared');
    expect(whoReadsBest({ shared: 0.4, grouped: 0.75, independent: 0.52 })).toBe('grouped');
    expect(whoReadsBest({ shared: 0.84, grouped: 0.86, independent: 0.87 })).toBe('level');
  });
});

describe('soft sharing', () => {
  const benchWith = (hash: string) => ({
    lab: createLabStore({ table: howMuchParameters, lab: 'how-much', hash, replaceHash: () => {} }),
    experiment: createExperimentStore({
      createWorker: () => new Promise(() => {}),
      data: () => null,
      backend: 'cpu',
      schedule: () => {},
    }),
  });

  it('begins with residuals of zero: each kernel is the shared part of its group', () => {
    const bench = benchWith('#v=1&lab=how-much&seed=3&soft=1&map=quadrants&filter=2');
    const first = initialWeights(
      howMuchNetwork('grouped', { map: mapPatterns.quadrants, shrink: null }),
      3,
    )[0];
    const parts = positionParts(bench as never, 'grouped', 255);
    // Numbers are the painter's, who may have met this map before.
    expect(parts.number).toBe((shownMap({ sharing: 'grouped', map: 'quadrants' })[255] ?? Number.NaN) + 1);
    expect(parts.residual?.every((weight) => weight === 0)).toBe(true);
    expect([...parts.kernel]).toEqual([...(first?.subarray((3 * 8 + 1) * 26, (3 * 8 + 2) * 26) ?? [])]);
    expect(positionParts(benchWith('#v=1&lab=how-much&seed=3') as never, 'grouped', 0).residual).toBeNull();
  });

  it('shows of a trained network what has been read of it, never the kernels it began with', () => {
    const bench = benchWith('#v=1&lab=how-much&seed=3&map=one&filter=2');
    const at = (watched: unknown) => ({
      ...{ lab: bench.lab },
      experiment: {
        getState: () => ({
          ...bench.experiment.getState(),
          networks: { grouped: { ...emptyRecord, step: 9, watched } },
        }),
      },
    });
    const unread = positionParts(at(null) as never, 'grouped', 0);
    expect(unread.known).toBe(false);
    expect(unread.kernel.every((weight) => weight === 0)).toBe(true);
    const kernels = new Float32Array(26).fill(5);
    const watched = {
      ...{ step: 9, loss: 1, filter: 0, filters: 1, ledger: null, gradient: null, residuals: null },
      ...{ kernels, previousKernels: kernels },
    };
    expect([...positionParts(at(watched) as never, 'grouped', 0).kernel]).toEqual([...kernels]);
  });

  it('counts its parameters honestly: the shared parts and a residual for each position', () => {
    const parameters = (shrink: number | null) =>
      networkCost(howMuchNetwork('grouped', { map: mapPatterns.one, shrink })).parameters;
    const independent = networkCost(howMuchNetwork('independent', { map: mapPatterns.one, shrink: null }));
    const head = 16 * 10 + 10;
    expect(parameters(null)).toBe(3594);
    expect(parameters(0.1)).toBe(3594 + independent.parameters - head);
  });

  it('tells the size of the residuals in parts of the kernels, step by step', () => {
    const watched = (step: number, residual: number) => ({
      ...{ step, loss: 1, filter: 0, filters: 1, ledger: null, gradient: null },
      kernels: new Float32Array(26).fill(2),
      previousKernels: new Float32Array(26),
      residuals: new Float32Array(26).fill(residual),
    });
    expect(residualShare(watched(1, 1))).toBeCloseTo(0.5);
    expect(residualShare(undefined)).toBeNull();
    const frames = [1, 2].map((step) => ({ step, networks: { grouped: watched(step, 1 / step) } }));
    expect(residualCurve({ frames })).toEqual([
      { step: 1, value: 0.5 },
      { step: 2, value: 0.25 },
    ]);
  });

  it('has every value that a link may hold among the stops of its slider', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
        const stops = stopsWith(value);
        expect(stops).toContain(value);
        expect(stops).toEqual(stops.toSorted((one, other) => one - other));
        expect(new Set(stops).size).toBe(stops.length);
      }),
    );
    expect(stopsWith(0.5).filter((stop) => stop > 0.5).length).toBeGreaterThan(0);
  });
});

it('a prediction takes 1,024 pixels and refuses what is none', () => {
  const good = readPrediction({ pixels: new Array(1024).fill(0.5) });
  expect(good).toEqual({ input: new Float32Array(1024).fill(0.5) });
  expect(readPrediction({ pixels: new Array(784).fill(0) })).toMatchObject({ problem: expect.any(String) });
  expect(readPrediction({ pixels: [...new Array(1023).fill(0), 2] })).toMatchObject({
    problem: 'pixels[1023] is no number from 0 to 1.',
  });
});
