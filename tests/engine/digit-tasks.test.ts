/** Two tasks on the same digits: who knows which answers, what a batch is, and what counts as right. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { taskSets } from '../../src/engine/data/digit-tasks';
import { batchIndices, inputsOf, makeBatch } from '../../src/engine/data/examples';
import { EngineError } from '../../src/engine/engine-error';
import { tasksProcedure } from '../../src/engine/procedures/tasks';
import { createSession, type Session } from '../../src/engine/session';
import type { TrainedNetwork } from '../../src/engine/trained-network';
import type { SecondTask } from '../../src/spec/experiment-spec';
import { multiTaskIds, multiTaskNetwork } from '../../src/spec/multi-task-network';
import { realDigits } from './real-digits';
import { clock, countOf, dataOf, noiseDigits, openBackend } from './support';

const digits = noiseDigits(40, 30);
const PIXELS = 784;

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('cpu');
});

describe('the sets of two tasks', () => {
  it('show one digit to both, with the answer of each, where answers are counted', () => {
    const { test, train } = taskSets(digits, 'odd-even', { examples: 30, labels: 12 });
    expect([test.count, train.count]).toEqual([30, 12]);
    for (let index = 0; index < test.count; index++) {
      const input = inputsOf(test, index, index + 1);
      expect(input.subarray(PIXELS)).toEqual(input.subarray(0, PIXELS));
      const [digit = -1, odd] = [test.labels[2 * index], test.labels[2 * index + 1]];
      expect(digit).toBe(digits.test.labels[index]);
      expect(odd).toBe(digit % 2);
    }
  });

  it('draw the digits of a step for each task on its own: of all for the first, of few for the second', () => {
    const { batches, train } = taskSets(digits, 'odd-even', { examples: 30, labels: 12 });
    for (const step of [0, 7]) {
      const { inputs, labels } = makeBatch(batches, 5, step, 16);
      const first = batchIndices(5, step, 16, 30);
      const second = batchIndices(5, step, 16, 12, 1);
      expect([...second]).not.toEqual([...first]);
      for (let at = 0; at < 16; at++) {
        const [one, other] = [first[at] ?? 0, second[at] ?? 0];
        expect(labels[2 * at]).toBe(digits.train.labels[one]);
        expect(labels[2 * at + 1]).toBe(train.labels[2 * other + 1]);
        const of = (index: number) => inputsOf(batches, index % 12, (index % 12) + 1).subarray(PIXELS);
        expect(inputs.subarray((2 * at + 1) * PIXELS, (2 * at + 2) * PIXELS)).toEqual(of(other));
      }
    }
  });

  it('know no more answers to the second question than to the first', () => {
    const { batches, train } = taskSets(digits, 'slant', { examples: 10, labels: 50 });
    expect(batches.parts?.map(({ count }) => count)).toEqual([10, 10]);
    expect(train.count).toBe(10);
  });

  it('part the training digits in the middle by their slant, and 555 of 2,000 test digits lean more', () => {
    const { batches, test } = taskSets(realDigits(), 'slant', { examples: 8000, labels: 8000 });
    const leaning = (labels: ArrayLike<number>) =>
      Array.from(labels).filter((label, at) => at % 2 === 1 && label === 1).length;
    expect(leaning(batches.labels)).toBe(4000);
    expect(leaning(test.labels)).toBe(555);
  });
});

function open(second: SecondTask, more = {}): Session {
  return createSession({
    spec: {
      ...{ seed: 1, steps: 40, batch: 8 },
      data: { kind: 'tasks', second, examples: 40, labels: 20 },
      optimizer: { kind: 'adam', rate: 0.003, decay: 'none' },
      networks: multiTaskIds.map((id) => ({
        ...multiTaskNetwork(id, { units: 4, depth: 2, shrink: 0.1 }),
        ...more,
      })),
    },
    data: dataOf(digits),
    backend,
    clock,
  });
}

describe('what is asked of two tasks', () => {
  it('is counted of the second task first, then of the digit, on the same pictures', () => {
    const session = open('odd-even');
    expect(session.tasks).toBe(2);
    session.train('hard', 20);
    const { test } = taskSets(digits, 'odd-even', { examples: 40, labels: 20 });
    let [second, digit] = [0, 0];
    for (let index = 0; index < test.count; index++) {
      const answer = session.predict('hard', inputsOf(test, index, index + 1).slice(0, PIXELS));
      if (answer.kind !== 'tasks') throw new Error(answer.kind);
      expect(answer.answer).toHaveLength(12);
      const largest = (shares: Float32Array) => shares.indexOf(Math.max(...shares));
      if (largest(answer.answer.subarray(0, 2)) === test.labels[2 * index + 1]) second++;
      if (largest(answer.answer.subarray(2)) === test.labels[2 * index]) digit++;
    }
    expect(countOf(session, 'hard', 'test', 0, 30, 0)).toBe(second);
    expect(countOf(session, 'hard', 'test', 0, 30, 1)).toBe(digit);
    session.dispose();
  });

  it('is counted for both tasks in one pass over the pictures', () => {
    const { test, ...sets } = taskSets(digits, 'odd-even', { examples: 40, labels: 20 });
    const asked: number[] = [];
    const network: Pick<TrainedNetwork, 'outputs' | 'outputSize'> = {
      outputSize: 20,
      outputs(_inputs, count) {
        asked.push(count);
        // Says 0 to either question.
        return Float32Array.from({ length: count * 20 }, (_, at) => (at % 10 === 0 ? 1 : 0));
      },
    };
    const right = tasksProcedure({ ...sets, test }).correct(network as TrainedNetwork, test, 0, 30);
    const zerosOf = (task: number) =>
      Array.from(test.labels).filter((label, at) => at % 2 === task && label === 0).length;
    expect(right).toEqual([zerosOf(1), zerosOf(0)]);
    expect(asked).toEqual([30]);
  });

  it('is surveyed digit by digit: the shares weigh up to the whole', () => {
    const session = open('slant');
    session.train('separate', 5);
    const counts = Array.from(
      { length: 10 },
      (_, digit) => digits.test.labels.filter((label) => label === digit).length,
    );
    const right = session.survey.order.reduce((sum, digit) => {
      const share = session.measure('separate', digit)[0] ?? 0;
      return sum + (Number.isNaN(share) ? 0 : share * (counts[digit] ?? 0));
    }, 0);
    expect(session.survey).toMatchObject({ width: 3 });
    expect(right).toBeCloseTo(countOf(session, 'separate', 'test', 0, 30, 0), 5);
    session.dispose();
  });

  it('is surveyed with the right answers there are: all held-out digits of a kind, and those of class 1', () => {
    const session = open('slant');
    const { test } = taskSets(digits, 'slant', { examples: 40, labels: 40 });
    for (const digit of session.survey.order) {
      const ofIt = Array.from({ length: test.count }, (_, index) => index).filter(
        (index) => test.labels[2 * index] === digit,
      );
      const leaning = ofIt.filter((index) => test.labels[2 * index + 1] === 1);
      const [, all, second] = Array.from(session.measure('separate', digit));
      expect([all, second]).toEqual([ofIt.length, leaning.length]);
    }
    session.dispose();
  });

  it('is refused where the picture has not 784 pixels, or the networks are of another kind', () => {
    const session = open('slant');
    expect(() => session.predict('hard', new Float32Array(783))).toThrow(EngineError);
    session.dispose();
    expect(() => open('slant', { loss: 'cross-entropy' })).toThrow(EngineError);
    expect(() => open('slant', { classes: [10, 3] })).toThrow(EngineError);
  });
});
