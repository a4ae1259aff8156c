/** How many examples are counted when: 500 of each set while training, at most 2,000 of each at rest. */
import { expect, test, vi } from 'vitest';
import { createEvaluation } from '../../src/worker/host/evaluation';
import { createMeasuring } from '../../src/worker/host/measuring';
import type { RunEvent } from '../../src/worker/host/ports';
import { fakeSession } from './fake-session';
import { smallSpec } from './specs';

function countOf(examples: number, kinds: readonly ('quick' | 'full')[]) {
  const sent: RunEvent[] = [];
  const session = fakeSession({ ...smallSpec, data: { kind: 'digits', variant: 'roaming', examples } });
  const evaluation = createEvaluation(session, (event) => sent.push(event));
  for (const kind of kinds) evaluation.request('shared', kind);
  while (evaluation.pending()) evaluation.slice();
  const counted = (set: string) =>
    session.calls
      .filter((call) => call.startsWith(`evaluate shared ${set} `))
      .reduce((sum, call) => sum + Number(call.split(' ')[4]), 0);
  return {
    totals: sent.map((event) => (event.type === 'evaluated' ? [event.test.total, event.train.total] : [])),
    counted: [counted('test'), counted('train')],
  };
}

test('of 8,000 training examples a quick count takes 500, a full one 2,000, and none is counted twice', () => {
  expect(countOf(8000, ['quick'])).toEqual({ totals: [[500, 500]], counted: [500, 500] });
  expect(countOf(8000, ['full'])).toEqual({ totals: [[2000, 2000]], counted: [2000, 2000] });
  expect(countOf(8000, ['quick', 'full'])).toEqual({
    totals: [
      [500, 500],
      [2000, 2000],
    ],
    counted: [2000, 2000],
  });
});

test('where there are fewer examples all of them are counted', () => {
  expect(countOf(100, ['full'])).toEqual({ totals: [[2000, 100]], counted: [2000, 100] });
  expect(countOf(600, ['quick'])).toEqual({ totals: [[500, 500]], counted: [500, 500] });
});

/** Of two tasks, of which all of the first and half of the second are right. */
const twoTasks = (slice?: number) => ({
  ...fakeSession(smallSpec),
  tasks: 2,
  ...(slice === undefined ? {} : { slice }),
  evaluateSlice: vi.fn((_: string, __: string, ___: number, count: number) => [count, count / 2]),
});
const figures = {
  test: { correct: 2000, total: 2000 },
  train: { correct: 100, total: 100 },
  others: [{ test: { correct: 1000, total: 2000 }, train: { correct: 50, total: 100 } }],
};

test('several tasks are counted together, each example once', () => {
  const sent: RunEvent[] = [];
  const session = twoTasks();
  const evaluation = createEvaluation(session, (event) => sent.push(event));
  evaluation.request('shared', 'full');
  while (evaluation.pending()) evaluation.slice();
  expect(sent).toMatchObject([{ type: 'evaluated', full: true, ...figures }]);
  expect(session.evaluateSlice).toHaveBeenCalledTimes(21);
});

test('a network that is measured in the background is counted alike', () => {
  const sent: RunEvent[] = [];
  const measuring = createMeasuring(
    twoTasks(),
    (event) => sent.push(event),
    () => 0,
  );
  measuring.start({ network: 'shared', steps: 5 });
  while (measuring.slice());
  expect(sent).toMatchObject([{ type: 'measured', ...figures }]);
});

test('slices are as long as the session says, and add up to the same', () => {
  const sent: RunEvent[] = [];
  const session = twoTasks(30);
  const evaluation = createEvaluation(session, (event) => sent.push(event));
  evaluation.request('shared', 'full');
  while (evaluation.pending()) evaluation.slice();
  expect(sent).toMatchObject([{ type: 'evaluated', full: true, ...figures }]);
  const counts = session.evaluateSlice.mock.calls.map(([, , , count]) => count);
  expect(Math.max(...counts)).toBe(30);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2100);
});
