/** How many examples are counted when: 500 of each set while training, at most 2,000 of each at rest. */
import { expect, test } from 'vitest';
import { createEvaluation } from '../../src/worker/host/evaluation';
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
