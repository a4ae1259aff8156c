/** The multi-task lab: its experiments, what it draws of a run, and what the run answers. */
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en';
import { multiTaskLab } from '../../../src/i18n/en/multi-task-lab';
import { otherTaskPoints } from '../../../src/lab-page/evidence/curve-data';
import { sampleDigit } from '../../../src/lab-page/sample-digits';
import { benchOf, buildSpec, shownUnit } from '../../../src/labs/multi-task/build-spec';
import { clearOwnDigit, setOwnDigit, shownDigit } from '../../../src/labs/multi-task/digit/own-digit';
import { angleCurve } from '../../../src/labs/multi-task/evidence/angle-curve';
import { angleCurves } from '../../../src/labs/multi-task/evidence/angle-curves';
import {
  measuredAtEnd,
  outcomeOf,
  whatComesOfSharing,
} from '../../../src/labs/multi-task/evidence/sharing-outcome';
import { type MultiTaskState, multiTaskParameters } from '../../../src/labs/multi-task/parameters';
import { readPrediction } from '../../../src/labs/multi-task/read-prediction';
import { firstAnswer, firstTrunk } from '../../../src/labs/multi-task/stage/first-trunks';
import { networkCost } from '../../../src/math/cost';
import { multiTaskIds } from '../../../src/spec/multi-task-network';
import { defaultsOf } from '../../../src/spec/parameters';
import { noExperiment } from '../../../src/store/experiment-state';
import { type Evaluation, emptyRecord } from '../../../src/store/network-record';
import { createLearningCurves } from '../../../src/views/learning-curves';
import { lightPalette } from '../../../src/views/palette';
import { trunkSumOf } from '../../../src/views/trunk-picture';

const defaults: MultiTaskState = defaultsOf(multiTaskParameters);

describe('the experiment of a state', () => {
  it('has all three networks, of the calibrated sizes, on 5,000 digits and 50 answers', () => {
    const spec = buildSpec(defaults);
    expect(spec.data).toEqual({ kind: 'tasks', second: 'odd-even', examples: 5000, labels: 50 });
    expect(spec.networks.map((network) => [network.id, networkCost(network).parameters])).toEqual([
      ['separate', 102_764],
      ['soft', 154_044],
      ['hard', 51_484],
    ]);
    expect(benchOf(defaults)).toEqual(multiTaskIds);
    expect(benchOf({ ...defaults, compare: false, sharing: 'soft' })).toEqual(['soft']);
  });

  it('never knows more answers to the second question than digits', () => {
    expect(buildSpec({ ...defaults, examples: 500, labels: 2000 }).data).toMatchObject({ labels: 500 });
  });

  it('shows a unit that the first layer has', () => {
    expect(shownUnit({ ...defaults, unit: 64 })).toBe(63);
    expect(shownUnit({ ...defaults, unit: 64, depth: 1, units: 3 })).toBe(2);
  });
});

describe('the stage before training', () => {
  it('draws gradients that sum to what a second path computes, for every network and depth', () => {
    for (const depth of [1, 2] as const)
      for (const id of multiTaskIds) {
        const units = depth === 1 ? [1, 2, 3, 4] : [3, 7, 20, 41];
        const pictures = units.map((unit) => firstTrunk(id, { ...defaults, units: 4, depth, unit }));
        for (const picture of pictures) expect(trunkSumOf(picture).same).toBe(true);
        expect(pictures.some(({ tiles }) => tiles.some((value) => value !== 0))).toBe(true);
        for (const { products } of pictures) expect(products).toHaveLength(3);
      }
  });

  it('knows the same of one digit as long as it is the same', () => {
    const { pixels } = sampleDigit(defaults.digit);
    expect(firstAnswer('hard', defaults, pixels)).toBe(firstAnswer('hard', defaults, pixels));
    expect(firstTrunk('soft', defaults)).toBe(firstTrunk('soft', defaults));
    expect(firstTrunk('soft', { ...defaults, seed: 2 })).not.toBe(firstTrunk('soft', defaults));
  });
});

describe('the digit that is asked about', () => {
  it('is judged where its answer is known: a drawing by its slant, and by nothing else', () => {
    clearOwnDigit();
    const { label } = sampleDigit(defaults.digit);
    expect(shownDigit(defaults)).toMatchObject({ digit: label, second: label % 2 });
    const drawn = new Float32Array(784).fill(1, 400, 420);
    setOwnDigit(drawn);
    expect(shownDigit(defaults)).toEqual({ pixels: drawn, digit: null, second: null });
    expect(shownDigit({ ...defaults, data: 'slant' })).toEqual({ pixels: drawn, digit: null, second: 0 });
    clearOwnDigit();
  });

  it('comes from a page around a frame as 784 numbers', () => {
    expect(readPrediction({ pixels: new Array(784).fill(0.5) })).toMatchObject({
      input: new Float32Array(784).fill(0.5),
    });
    expect(readPrediction({ pixels: new Array(783).fill(0) })).toMatchObject({
      problem: expect.stringContaining('784'),
    });
  });
});

const evaluation = (step: number, right: number, others: number, full = true): Evaluation => ({
  ...{ step, full },
  test: { correct: right, total: 2000 },
  train: { correct: 50, total: 50 },
  others: [{ test: { correct: others, total: 2000 }, train: { correct: 50, total: 50 } }],
});

const run = (separate: number, hard: number, { full = true, step = 600 } = {}) => ({
  ...{ spec: buildSpec(defaults), step },
  networks: {
    separate: { ...emptyRecord, step, evaluations: [evaluation(step, separate, 1800)] },
    hard: { ...emptyRecord, step, evaluations: [evaluation(step, hard, 1800, full)] },
  },
});

describe('what the run answers', () => {
  const of = (separate: number, hard: number, full = true) => measuredAtEnd(run(separate, hard, { full }));

  it('is what both reach in the second task, once both have been counted on all digits at the end', () => {
    expect(of(1600, 1800)).toEqual([0.8, 0.9]);
    expect(of(1600, 1800, false)).toBeNull();
    expect(measuredAtEnd(noExperiment)).toBeNull();
  });

  it('is a gain or a loss from three points on', () => {
    expect(whatComesOfSharing(0.8, 0.9)).toBe('gains');
    expect(whatComesOfSharing(0.9, 0.7)).toBe('loses');
    expect(whatComesOfSharing(0.9, 0.88)).toBe('level');
    expect(whatComesOfSharing(0.95, 0.96)).toBe('level');
  });
});

describe('the explanation', () => {
  it('tells an outcome once the run has measured one, and that one', () => {
    expect(outcomeOf(run(1600, 1800, { step: 300 }))).toBeNull();
    expect(outcomeOf(run(1600, 1800))).toBe('gains');
    expect(outcomeOf(run(1800, 1400))).toBe('loses');
    expect(outcomeOf(run(1880, 1900))).toBe('level');
  });

  it('says nothing of gain or loss before', () => {
    const { always, before } = multiTaskLab.explanation;
    for (const text of [...always, ...Object.values(before)])
      expect(text).not.toMatch(/gain|los[et]|forget/i);
  });
});

describe('curves', () => {
  const watched = (products: Float32Array | null) => ({
    ...{ step: 1, loss: 1, filter: 0, filters: 1, residuals: null, ledger: null, gradient: null, products },
    kernels: new Float32Array(785),
    previousKernels: new Float32Array(785),
  });
  const frames = [
    { step: 1, networks: { hard: watched(Float32Array.of(1, 0, 4)) } },
    { step: 2, networks: { hard: watched(null) } },
    {
      step: 3,
      networks: { hard: watched(Float32Array.of(1, -1, 1)), soft: watched(Float32Array.of(1, 1, 1)) },
    },
  ];

  it('of the first task are of what was counted of it', () => {
    expect(otherTaskPoints([evaluation(0, 1000, 200), evaluation(20, 1200, 1500)], 1)).toEqual([
      { step: 0, value: 0.1 },
      { step: 20, value: 0.75 },
    ]);
    expect(otherTaskPoints([evaluation(0, 1000, 200)], 2)).toEqual([]);
  });

  it('of the angle are of the recorded steps that know it', () => {
    const [right, against] = angleCurve(frames, 'hard');
    expect(right).toEqual({ step: 1, value: expect.closeTo(90, 5) });
    expect(against).toEqual({ step: 3, value: expect.closeTo(180, 5) });
    expect(angleCurve(frames, 'soft')).toHaveLength(1);
    expect(angleCurve(frames, 'separate')).toEqual([]);
  });

  it('of the angle keep their names inside the chart, on a phone too', async () => {
    const container = document.createElement('div');
    const spec = { ...buildSpec(defaults), steps: 3 };
    createLearningCurves(
      container,
      angleCurves({ frames, scrub: null, spec, step: 3 }, lightPalette, 400, en),
    );
    const names = [...container.querySelectorAll('text.end')];
    expect(names.map((name) => name.textContent)).toEqual(['soft 0°', 'hard 180°']);
    for (const name of names) {
      expect(name.getAttribute('text-anchor')).toBe('start');
      // A character takes 7 px.
      expect(Number(name.getAttribute('x')) + 7 * (name.textContent?.length ?? 0)).toBeLessThan(400);
    }
    await expect(`${container.innerHTML}\n`).toMatchFileSnapshot('../../views/pictures/angle-curves.svg');
  });
});
