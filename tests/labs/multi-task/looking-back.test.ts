/** What the networks say of the digit beside the picture of a step: of that very step, or why not; and the charts in words. */
import { describe, expect, it } from 'vitest';
import { addWords } from '../../../src/i18n/catalogue';
import { en } from '../../../src/i18n/en';
import { multiTaskMore } from '../../../src/i18n/en/multi-task-more';
import type { Bench } from '../../../src/lab-page/bench';
import { sampleDigit } from '../../../src/lab-page/sample-digits';
import { silenceOf } from '../../../src/labs/multi-task/digit/digit-answers';
import { clearOwnDigit } from '../../../src/labs/multi-task/digit/own-digit';
import { taskFigures, taskSentences } from '../../../src/labs/multi-task/evidence/task-figures';
import { type MultiTaskState, multiTaskParameters } from '../../../src/labs/multi-task/parameters';
import { firstAnswer } from '../../../src/labs/multi-task/stage/first-trunks';
import { answerBeside, trunkPicture } from '../../../src/labs/multi-task/stage/trunk-pictures';
import { multiTaskIds } from '../../../src/spec/multi-task-network';
import { defaultsOf } from '../../../src/spec/parameters';
import { type ExperimentState, noExperiment } from '../../../src/store/experiment-state';
import { emptyRecord } from '../../../src/store/network-record';

addWords({ multiTaskMore });

const defaults: MultiTaskState = defaultsOf(multiTaskParameters);
const { pixels } = sampleDigit(defaults.digit);

const watched = (step: number, products: Float32Array) => ({
  ...{ step, loss: 1, filter: 6, filters: 1, residuals: null, ledger: null, gradient: null, products },
  kernels: new Float32Array(785),
  previousKernels: new Float32Array(785),
});
const frames = [0, 1, 2].map((step) => ({
  step,
  networks: step === 0 ? {} : { hard: watched(step, Float32Array.of(1, 1 - step, 1)) },
}));
/** Task B says 1, task A says 3. */
const said = Float32Array.of(
  0.2,
  0.8,
  ...Array.from({ length: 10 }, (_, digit) => (digit === 3 ? 0.91 : 0.01)),
);

const trained: ExperimentState = {
  ...noExperiment,
  ...{ status: 'idle', step: 2, bench: ['hard'], frames },
  networks: { hard: { ...emptyRecord, step: 2, watched: watched(2, Float32Array.of(1, -1, 1)) } },
  prediction: { input: pixels, networks: { hard: { kind: 'tasks', answer: said, step: 2 } } },
};
const benchOf = (experiment: ExperimentState) =>
  ({
    lab: { getState: () => ({ state: defaults }) },
    experiment: { getState: () => experiment },
  }) as unknown as Bench;

describe('the answer beside a picture', () => {
  clearOwnDigit();

  it('is the newest while nobody looks back', () => {
    const [digits, seconds] = answerBeside(benchOf(trained), 'hard')?.probabilities ?? [];
    expect(digits?.[3]).toBeCloseTo(0.91, 6);
    expect(seconds?.[1]).toBeCloseTo(0.8, 6);
  });

  it('is of the step looked back at: the same one, none, or what the random start says', () => {
    frames.forEach((_, scrub) => {
      const bench = benchOf({ ...trained, scrub });
      const answer = answerBeside(bench, 'hard');
      if (answer) expect(answer.step).toBe(trunkPicture(bench, 'hard').step);
    });
    expect(answerBeside(benchOf({ ...trained, scrub: 1 }), 'hard')).toBeNull();
    expect(answerBeside(benchOf({ ...trained, scrub: 2 }), 'hard')?.step).toBe(2);
  });

  it('of a network before its first step is that of its random start', () => {
    const started = { ...trained, step: 0, networks: {}, scrub: 0 };
    const start = { probabilities: firstAnswer('hard', defaults, pixels), step: 0 };
    expect(answerBeside(benchOf(started), 'hard')).toEqual(start);
  });
});

describe('where there is no answer', () => {
  it('it is said why', () => {
    const untrained = { probabilities: [], step: 0 };
    expect(silenceOf(trained, 'soft', untrained)).toBe('notOnBench');
    expect(silenceOf(trained, 'hard', untrained)).toBe('untrained');
    expect(silenceOf({ ...trained, scrub: 0 }, 'hard', untrained)).toBe('atStart');
    expect(silenceOf(trained, 'hard', null)).toBe('asked');
    expect(silenceOf({ ...trained, scrub: 1 }, 'hard', null)).toBe('atStep');
    expect(silenceOf({ ...trained, status: 'failed' }, 'hard', null)).toBe('yet');
  });
});

describe('the charts of both tasks in numbers', () => {
  const tally = (correct: number) => ({ correct, total: 100 });
  const evaluation = {
    ...{ step: 2, test: tally(80), train: tally(90) },
    others: [{ test: tally(31), train: tally(40) }],
  };
  const counted = { ...trained, networks: { hard: { ...emptyRecord, step: 2, evaluations: [evaluation] } } };

  it('are the newest accuracies, and the angles from the first recorded step on', () => {
    const figures = taskFigures(counted);
    expect(figures.map(({ id }) => id)).toEqual(multiTaskIds);
    expect(figures.at(-1)).toMatchObject({ step: 2, first: 0.31, second: 0.8 });
    expect(figures.at(-1)?.angles).toMatchObject({ step: 2, now: 180, most: 180 });
    expect(figures.at(-1)?.angles?.least).toBeCloseTo(90, 9);
    expect(figures[0]).toMatchObject({ first: null, second: null, angles: null });
  });

  it('are told in sentences, or that there are none', () => {
    const text = taskSentences(taskFigures(counted), en);
    expect(text).toContain(`step 2: task A is right on 31\u202f%`);
    expect(text).toContain('the angle is 180 degrees; so far it lay between 90 and 180');
    expect(taskSentences(taskFigures(noExperiment), en)).toBe(multiTaskMore.nothingMeasured);
  });
});
