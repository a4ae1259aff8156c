/** The points of accuracy against examples: which runs they are, what is kept of them, and what they are said to show. */
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en';
import { benchOf, buildSpec } from '../../../src/labs/transfer/build-spec';
import { answerOf } from '../../../src/labs/transfer/evidence/transfer-questions';
import { type TransferState, transferParameters } from '../../../src/labs/transfer/parameters';
import {
  accuraciesAtEnd,
  bestOf,
  crossingOf,
  type Points,
  pointsOf,
} from '../../../src/labs/transfer/points/points-figures';
import { keyOf, type PointsPlan, pointsSweep, ROWS } from '../../../src/labs/transfer/points/points-plan';
import { pointSentences, pointsCsv } from '../../../src/labs/transfer/points/points-words';
import { samplePicture } from '../../../src/labs/transfer/sample-picture';
import { defaultsOf } from '../../../src/spec/parameters';
import { TRANSFER_NETWORKS } from '../../../src/spec/transfer-network';
import { emptyRecord } from '../../../src/store/network-record';

const state: TransferState = defaultsOf(transferParameters);
const { seed, steps, batch, rate, optimizer, decay } = state;
const settings = { seed, steps, batch, rate, optimizer, decay, backend: 'cpu', digits: null } as const;
const plan: PointsPlan = { settings, rows: ROWS };

describe('a point', () => {
  it('is the run of the page with that network and that number of examples', () => {
    for (const cell of pointsSweep.cellsOf(plan)) {
      const { spec, network } = pointsSweep.runOf(settings, cell);
      const whole = buildSpec({ ...state, examples: cell.examples });
      expect(network).toBe(cell.network);
      expect(spec).toEqual({ ...whole, networks: whole.networks.filter(({ id }) => id === network) });
    }
    expect(pointsSweep.cellsOf(plan)).toHaveLength(24);
  });

  it('has a key of its own, and another one under other settings', () => {
    const cells = pointsSweep.cellsOf(plan);
    expect(new Set(cells.map((cell) => keyOf(settings, cell))).size).toBe(24);
    const [cell] = cells;
    if (!cell) throw new Error('no cell');
    for (const other of [{ seed: 2 }, { steps: 651 }, { rate: 0.02 }, { backend: 'webgl' }, { digits: 9 }])
      expect(keyOf({ ...settings, ...(other as object) }, cell)).not.toBe(keyOf(settings, cell));
  });

  it('costs the steps of the new task, in batches of all its examples at most, and once a worker the old task', () => {
    const cost = (examples: number, first: boolean) =>
      pointsSweep.examplesOf({ ...settings, steps: 650, batch: 64 }, { examples, network: 'frozen' }, first);
    expect([1, 10, 50].map((examples) => cost(examples, false))).toEqual([150 * 5, 150 * 50, 150 * 64]);
    expect(cost(10, true) - cost(10, false)).toBe(500 * 64);
  });

  it('comes of a plan that was checked when it was found on the device', () => {
    expect(pointsSweep.isPlan(JSON.parse(JSON.stringify(plan)))).toBe(true);
    const bad = [null, 3, {}, { settings, rows: [] }, { settings, rows: [3] }, { settings, rows: [5, 5] }];
    const settingsOf = (change: object) => ({ settings: { ...settings, ...change }, rows: ROWS });
    const worse = [{ steps: 500 }, { rate: Number.NaN }, { seed: -1 }, { optimizer: 'x' }, { backend: null }];
    for (const value of [...bad, ...worse.map(settingsOf)]) expect(pointsSweep.isPlan(value)).toBe(false);
  });
});

const points: Points = {
  scratch: [0.3, 0.3, 0.32, 0.4, 0.52, 0.7],
  random: [0.2, 0.2, 0.22, 0.24, 0.25, 0.26],
  frozen: [0.34, 0.4, 0.48, 0.53, 0.56, 0.58],
  'fine-tuned': [0.33, 0.38, 0.47, 0.55, 0.63, 0.72],
};

describe('what the points show', () => {
  it('is who is best, who is level, and between which numbers lines cross', () => {
    const text = pointSentences(points, ROWS, en)
      .join(' ')
      .replaceAll('\u00a0', ' ')
      .replaceAll('\u202f', ' ');
    expect(text).toContain('With 5 examples frozen and fine-tuned are level (best 48.0 %).');
    expect(text).toContain('With 50 examples fine-tuned and from scratch are level (best 72.0 %).');
    expect(text).toContain('Between 20 and 50 examples from scratch overtakes frozen.');
    expect(text).toContain('Between 5 and 10 examples fine-tuned overtakes frozen.');
  });

  it('is nothing as long as there are no points, and no crossing while some are missing', () => {
    const none = pointsOf(plan, new Map());
    expect(pointSentences(none, ROWS, en)).toEqual([]);
    const some = { ...points, random: [Number.NaN, ...points.random.slice(1)] };
    expect(pointSentences(some, ROWS, en).join(' ')).not.toContain('overtakes');
  });

  it('is no crossing where a line falls back again or never comes ahead', () => {
    expect(crossingOf([1, 1, 1], [0, 2, 0], [1, 2, 5])).toBeNull();
    expect(crossingOf([1, 1, 1], [0, 0, 0], [1, 2, 5])).toBeNull();
    expect(crossingOf([1, 1, 1], [2, 2, 2], [1, 2, 5])).toBeNull();
    expect(crossingOf([1, 1, 1], [0, 2, 2], [1, 2, 5])).toEqual({ from: 1, to: 2 });
  });

  it('names one network as the best only where the next is clearly behind', () => {
    const at = (scratch: number, frozen: number) => ({ scratch, random: 0.2, frozen, 'fine-tuned': 0.3 });
    expect(answerOf(at(0.31, 0.48))).toBe('frozen');
    expect(answerOf(at(0.47, 0.48))).toBe('level');
    expect(bestOf(at(0.47, 0.48))).toEqual(['frozen', 'scratch']);
  });

  it('is saved with seed, steps and what is not known yet left empty', () => {
    const cell = { examples: 5, network: 'frozen' } as const;
    const figure = { train: { correct: 25, total: 25 }, test: { correct: 48, total: 100 } };
    const known = new Map([[keyOf(settings, cell), figure]]);
    const lines = pointsCsv(plan, pointsOf(plan, known)).trim().split('\n');
    expect(lines[0]).toBe('seed,steps,examples,scratch,random,frozen,fine-tuned');
    expect(lines[3]).toBe('1,650,5,,,0.4800,');
    expect(lines).toHaveLength(ROWS.length + 1);
  });
});

describe('the run on the page', () => {
  const spec = buildSpec(state);
  const ended = (step: number, full: boolean) =>
    Object.fromEntries(
      TRANSFER_NETWORKS.map((id, at) => {
        const test = { correct: 10 + at, total: 100 };
        return [id, { ...emptyRecord, step, evaluations: [{ step, test, train: test, full }] }];
      }),
    );

  it('answers once it has ended and all digits of all four have been counted', () => {
    const at = (step: number, full = true) => accuraciesAtEnd({ spec, step, networks: ended(step, full) });
    expect(at(650)).toEqual({ scratch: 0.1, random: 0.11, frozen: 0.12, 'fine-tuned': 0.13 });
    expect(at(640)).toBeNull();
    expect(at(650, false)).toBeNull();
    const short = { ...spec, steps: 300 };
    expect(accuraciesAtEnd({ spec: short, step: 300, networks: ended(300, true) })).toBeNull();
    const { frozen, ...rest } = ended(650, true);
    expect(frozen).toBeDefined();
    expect(accuraciesAtEnd({ spec, step: 650, networks: rest })).toBeNull();
  });

  it('has all four networks on the bench, or the chosen one', () => {
    expect(benchOf(state)).toEqual(TRANSFER_NETWORKS);
    expect(benchOf({ ...state, compare: false, sharing: 'random' })).toEqual(['random']);
  });
});

describe('the sample digits', () => {
  it('are ten of each task, of all its classes', () => {
    for (const [task, first] of [
      ['old', 0],
      ['new', 5],
    ] as const) {
      const labels = Array.from({ length: 10 }, (_, at) => samplePicture(task, at + 1).label);
      expect(new Set(labels)).toEqual(new Set([0, 1, 2, 3, 4].map((label) => first + label)));
      expect(samplePicture(task, 3)).toBe(samplePicture(task, 3));
    }
  });
});
