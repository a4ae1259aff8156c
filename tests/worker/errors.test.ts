/** Where there is no right and wrong: what is told of a network is a mean squared error, and no share of right answers. */
import { expect, test } from 'vitest';
import { startExperiment } from '../../src/spec/start-network';
import { measuredFigures } from '../../src/store/figures';
import { accuracyOf, emptyRecord, errorOf, withEvaluation } from '../../src/store/network-record';
import { createEvaluation } from '../../src/worker/host/evaluation';
import { createMeasuring } from '../../src/worker/host/measuring';
import type { RunEvent } from '../../src/worker/host/ports';
import { fakeSession } from './fake-session';

const spec = startExperiment({ seed: 1, steps: 10, batch: 64, rate: 0.02, points: 10 });

/** A session of 200 examples, each of this squared error. */
const sessionOf = (error: number) => ({
  ...fakeSession(spec),
  givesErrors: true,
  sizeOf: (_: string, set: string) => (set === 'test' ? 200 : 0),
  evaluateSlice: (_: string, __: string, ___: number, count: number) => [error * count],
});

/** What comes of a count. */
function evaluated(error: number) {
  const sent: RunEvent[] = [];
  const session = sessionOf(error);
  const evaluation = createEvaluation(session, (event) => sent.push(event));
  evaluation.request('reptile', 'quick');
  while (evaluation.pending()) evaluation.slice();
  const [event] = sent;
  if (event?.type !== 'evaluated') throw new Error('Nothing was told.');
  return event;
}

test('a count is the mean over all examples there are, and whole at once', () => {
  const { test: tally, train, full } = evaluated(0.25);
  expect(tally).toEqual({ correct: 0, total: 200, error: 0.25 });
  expect(train).toEqual({ correct: 0, total: 0 });
  expect(full).toBe(true);
});

test('so is that of a network that is measured in the background', () => {
  const sent: RunEvent[] = [];
  const measuring = createMeasuring(
    sessionOf(0.25),
    (event) => sent.push(event),
    () => 0,
  );
  measuring.start({ network: 'reptile', steps: 5 });
  while (measuring.slice());
  const [event] = sent;
  if (event?.type !== 'measured') throw new Error('Nothing was told.');
  expect(event.test).toEqual({ correct: 0, total: 200, error: 0.25 });
  expect(event.train).toEqual({ correct: 0, total: 0 });
});

test('its figures are an error and no accuracy; steps that ran away have neither', () => {
  const { step, test: tally, train } = evaluated(1.5);
  const figures = measuredFigures(withEvaluation(emptyRecord, { step, test: tally, train }));
  expect(figures).toMatchObject({ testAccuracy: null, trainAccuracy: null, testError: 1.5 });
  expect(accuracyOf(tally)).toBeNull();
  expect(errorOf({ correct: 0, total: 200, error: Number.POSITIVE_INFINITY })).toBeNull();
  expect(errorOf({ correct: 3, total: 4 })).toBe(0.25);
  expect(errorOf({ correct: 0, total: 0 })).toBeNull();
});
