/** The survey of a session, cell by cell: where the numbers lie, what is known of them, when it is done. */
import { expect, test } from 'vitest';
import type { NetworkId } from '../../src/spec/experiment-spec';
import type { RunEvent } from '../../src/worker/host/ports';
import { createSurveySweep } from '../../src/worker/host/survey-sweep';
import { fakeSession } from './fake-session';
import { smallSpec } from './specs';

type Surveyed = Extract<RunEvent, { readonly type: 'surveyed' }>;

/** Four cells of three numbers: the cell, the step they were measured at, and the length of the network's name. */
function setUp({ every = 1000 } = {}) {
  const sent: Surveyed[] = [];
  const session = fakeSession(smallSpec, undefined, {
    survey: { order: [2, 0, 3, 1], width: 3 },
    measure: (network, cell, step) => [cell, step, network.length],
  });
  let time = 0;
  const sweep = createSurveySweep(
    session,
    (event) => {
      if (event.type === 'surveyed') sent.push(event);
    },
    () => (time += every),
  );
  return {
    session,
    sweep,
    sent,
    slices(count: number, bench: readonly NetworkId[] = ['shared', 'independent']) {
      for (let made = 0; made < count; made++) sweep.slice(bench);
    },
    last: (network: NetworkId) => sent.findLast((event) => event.network === network),
  };
}

const unknown = [Number.NaN, Number.NaN, Number.NaN];

test('cells of several numbers lie in their place, one after the other; what is not measured is no number', () => {
  const { sweep, slices, last, sent } = setUp();
  sweep.setActive(true);
  slices(1);
  // Of the other network nothing is known yet.
  expect(sent).toHaveLength(1);
  expect([...(last('shared')?.values ?? [])]).toEqual([...unknown, ...unknown, 2, 0, 6, ...unknown]);
  slices(3);
  expect([...(last('shared')?.values ?? [])]).toEqual([0, 0, 6, ...unknown, 2, 0, 6, ...unknown]);
  expect([...(last('independent')?.values ?? [])]).toEqual([0, 0, 11, ...unknown, 2, 0, 11, ...unknown]);
  expect(last('independent')?.done).toBe(false);
  slices(4);
  for (const network of ['shared', 'independent'] as const) {
    const { length } = network;
    expect(last(network)).toEqual({
      type: 'surveyed',
      network,
      since: 0,
      step: 0,
      values: Float32Array.of(0, 0, length, 1, 0, length, 2, 0, length, 3, 0, length),
      done: true,
    });
  }
  expect(sweep.pending()).toBe(false);
});

test('what has been sent does not change when more is measured', () => {
  const { sweep, slices, sent } = setUp();
  sweep.setActive(true);
  slices(1, ['shared']);
  const [first] = sent;
  slices(3, ['shared']);
  expect([...(first?.values ?? [])].filter(Number.isFinite)).toEqual([2, 0, 6]);
});

test('a sweep over weights that moved is not done, names the steps it spans, and goes over its own numbers again', () => {
  const { session, sweep, slices, last } = setUp();
  sweep.setActive(true);
  slices(2, ['shared']);
  session.train('shared', 5);
  sweep.moved();
  slices(2, ['shared']);
  expect(last('shared')).toMatchObject({ since: 0, step: 5, done: false });
  expect([...(last('shared')?.values ?? [])]).toEqual([0, 0, 6, 1, 5, 6, 2, 0, 6, 3, 5, 6]);
  expect(sweep.pending()).toBe(true);
  slices(1, ['shared']);
  // Nothing goes blank: the first cell is of the new weights, the others are as they were.
  expect([...(last('shared')?.values ?? [])]).toEqual([0, 0, 6, 1, 5, 6, 2, 5, 6, 3, 5, 6]);
  slices(3, ['shared']);
  expect(last('shared')).toMatchObject({ since: 5, step: 5, done: true });
  expect(sweep.pending()).toBe(false);
});

test('weights that are taken back take what was measured of them along', () => {
  const { sweep, slices, last } = setUp();
  sweep.setActive(true);
  slices(3, ['shared']);
  sweep.clear();
  slices(1, ['shared']);
  expect([...(last('shared')?.values ?? [])]).toEqual([...unknown, ...unknown, 2, 0, 6, ...unknown]);
});

test('is told of every 150 ms, at once when it is asked for, and at its end', () => {
  const { sweep, slices, sent } = setUp({ every: 40 });
  sweep.setActive(true);
  slices(1, ['shared']);
  expect(sent).toHaveLength(1);
  slices(2, ['shared']);
  expect(sent).toHaveLength(1);
  slices(1, ['shared']);
  expect(sent.map(({ done }) => done)).toEqual([false, true]);
});

test('nothing is to be done while nobody looks, nor when all is measured', () => {
  const { sweep, slices } = setUp();
  expect(sweep.pending()).toBe(false);
  sweep.setActive(true);
  expect(sweep.pending()).toBe(true);
  sweep.setActive(false);
  expect(sweep.pending()).toBe(false);
  sweep.setActive(true);
  slices(4, ['shared']);
  expect(sweep.pending()).toBe(false);
  sweep.moved();
  expect(sweep.pending()).toBe(true);
});
