/** Steps that others have made already are taken over in one call: where all networks can, and never too many. */
import { expect, test } from 'vitest';
import type { NetworkId } from '../../src/spec/experiment-spec';
import { withSession } from './with-session';

type Known = (network: NetworkId) => number;

async function slicesOf(
  knownUntil: Known,
  until: number,
  pace: number | null = null,
  bench: readonly NetworkId[] = ['shared', 'independent'],
) {
  const driven = withSession(undefined, { knownUntil, ms: () => 50 });
  driven.open({ bench });
  driven.send({ type: 'train', order: 1, until, pace });
  await driven.quiet();
  const countsOf = (id: NetworkId) =>
    driven.session().slices.flatMap(({ network, count }) => (network === id ? [count] : []));
  return { ...driven, countsOf };
}

test('the steps that both networks can take over are taken in one slice; the others are as long as time allows', async () => {
  const { countsOf, of } = await slicesOf(() => 60, 63);
  expect(countsOf('shared')).toEqual([20, 20, 20, 2, 1]);
  expect(countsOf('independent')).toEqual(countsOf('shared'));
  // What was taken over tells nothing of how long a step takes.
  expect(of('frame').at(-1)?.frame.networks.shared?.msPerStep).toBe(50);
  const taken = await slicesOf(() => 60, 60);
  expect(taken.of('frame').at(-1)?.frame.networks.shared?.msPerStep).toBeNull();
});

test('where one of them has its steps to make, all go step by step', async () => {
  const { countsOf } = await slicesOf((network) => (network === 'shared' ? 60 : 0), 40);
  expect(countsOf('shared')).toEqual(new Array(40).fill(1));
  const { countsOf: other } = await slicesOf((network) => (network === 'shared' ? 0 : 60), 40);
  expect(other('shared')).toEqual(new Array(40).fill(1));
});

test('never beyond the step that training goes to', async () => {
  const { countsOf, session } = await slicesOf(() => 60, 30);
  expect(countsOf('shared').slice(0, 2)).toEqual([20, 2]);
  expect(session().stepOf('shared')).toBe(30);
});

test('nor faster than the pace that was asked for', async () => {
  const { countsOf } = await slicesOf(() => 60, 20, 10);
  expect(countsOf('shared').length).toBeGreaterThan(10);
});

test('a network that catches up takes them over too, and stays with the common step', async () => {
  const { send, quiet, countsOf, session } = await slicesOf(() => 60, 50, null, ['shared']);
  send({ type: 'bench', networks: ['shared', 'independent'] });
  await quiet();
  expect(countsOf('independent').slice(0, 3)).toEqual([20, 20, 2]);
  expect(session().stepOf('independent')).toBe(50);
});

test('so does one that is measured', async () => {
  const driven = withSession(undefined, { knownUntil: () => 60, ms: () => 50 });
  driven.open();
  driven.send({ type: 'measure', network: 'shared', steps: 50 });
  await driven.quiet();
  expect(driven.session().slices.map(({ count }) => count)).toEqual([20, 20, ...new Array(10).fill(1)]);
  expect(driven.of('measured')).toMatchObject([{ step: 50 }]);
});
