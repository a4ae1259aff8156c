/** The old task of Transfer: its steps are made once, by whichever network comes first, for all that are the same. */
import { memory, profile } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { PARAMETER_UPDATE } from '../../src/engine/kernels/names';
import { createSession, type Session } from '../../src/engine/session';
import { sumOfTiles } from '../../src/math/sum-of-tiles';
import type { ExperimentSpec } from '../../src/spec/experiment-spec';
import { TRANSFER_NETWORKS, transferNetwork } from '../../src/spec/transfer-network';
import { sharedTying } from '../../src/spec/tying';
import { clock, openBackend, watchedOf } from './support';
import { freshData, NEW, OLD, sumOf, transferSpec } from './transfer-experiment';

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend();
});

const open = (changes: Partial<ExperimentSpec> = {}, data = freshData()): Session =>
  createSession({ spec: transferSpec(changes), data, backend, clock });

/** Training steps that are really made meanwhile: each updates the parameters once. */
async function stepsMadeBy(work: () => void): Promise<number> {
  const { kernels } = await profile(work);
  return kernels.filter(({ name }) => name === PARAMETER_UPDATE).length;
}

test('a later session on the same digits makes no step of the old task again', async () => {
  const data = freshData();
  const [first, second] = [open({}, data), open({ data: { kind: 'new-digits', examples: 3 } }, data)];
  expect(first.knownAhead('scratch')).toBe(0);
  expect(await stepsMadeBy(() => void first.train('scratch', OLD))).toBe(OLD);
  for (const id of TRANSFER_NETWORKS) {
    expect(second.knownAhead(id)).toBe(OLD);
    const times: (number | null)[] = [];
    expect(await stepsMadeBy(() => void times.push(second.train(id, OLD).ms))).toBe(0);
    expect(times).toEqual([null]);
    expect(second.knownAhead(id)).toBe(0);
    expect(await stepsMadeBy(() => void second.train(id, NEW))).toBe(NEW);
  }
  for (const session of [first, second]) session.dispose();
});

test('what is known is told as far as the next weights that are remembered', () => {
  const data = freshData();
  const changes = { lending: { steps: 50, examples: 60, rate: 0.003 } };
  const [first, second] = [open(changes, data), open(changes, data)];
  for (const count of [20, 20, 10]) first.train('scratch', count);
  const told = [];
  for (let ahead = second.knownAhead('frozen'); ahead > 0; ahead = second.knownAhead('frozen')) {
    told.push(ahead);
    second.train('frozen', ahead);
  }
  expect(told).toEqual([20, 20, 10]);
  expect(sumOf(second, 'frozen')).toBe(sumOf(first, 'scratch'));
  for (const session of [first, second]) session.dispose();
});

test('networks that are put back to the same weights by another worker are one network again', async () => {
  const before = open();
  before.train('scratch', 3);
  const kept = before.snapshot('scratch');
  before.train('scratch', 2);
  // What the seed leads to is not known here, nor that this is it.
  const session = open();
  for (const id of TRANSFER_NETWORKS) session.restore(id, kept);
  expect(await stepsMadeBy(() => void session.train('scratch', 2))).toBe(2);
  for (const id of ['random', 'frozen', 'fine-tuned'] as const)
    expect(await stepsMadeBy(() => void session.train(id, 2))).toBe(0);
  expect(sumOf(session, 'fine-tuned')).toBe(sumOf(before, 'scratch'));
  // Weights that are others by one bit are another network.
  session.restore('frozen', {
    ...kept,
    arrays: kept.arrays.map((array, at) => (at > 0 ? array : array.with(0, 1))),
  });
  expect(await stepsMadeBy(() => void session.train('frozen', 2))).toBe(2);
  for (const each of [before, session]) each.dispose();
});

test('while the old task lasts all are the one old network, and it is what each would be alone', () => {
  const session = open();
  for (let step = 0; step < OLD; step += 2) {
    const losses = TRANSFER_NETWORKS.map((id) => session.train(id, 2).losses);
    for (const other of losses) expect(other).toEqual(losses[0]);
    expect(new Set(TRANSFER_NETWORKS.map((id) => sumOf(session, id))).size).toBe(1);
  }
  const alone = open({ networks: [transferNetwork('frozen')] });
  for (let step = 0; step < OLD; step++) alone.train('frozen');
  expect(sumOf(alone, 'frozen')).toBe(sumOf(session, 'random'));
  alone.dispose();
  session.dispose();
});

test('the ledger of a step that another network has made is the same, and sums to the gradient', () => {
  const session = open();
  const watch = { filter: 1, filters: 2, ledger: true };
  session.train('scratch', 3);
  session.train('frozen', 3);
  const [one, other] = [watchedOf(session, 'scratch', watch), watchedOf(session, 'frozen', watch)];
  expect(other).toEqual(one);
  session.train('fine-tuned', OLD + 2);
  const { ledger, gradient } = watchedOf(session, 'fine-tuned', { filter: 0, filters: 1, ledger: true });
  if (!ledger || !gradient) throw new Error('nothing watched');
  expect(sumOfTiles(ledger, sharedTying(196), gradient).difference).toBeLessThan(1e-5);
  session.dispose();
});

test('another number of new examples takes over the old task of an earlier session, bit for bit', () => {
  const data = freshData();
  const first = open({}, data);
  for (const count of [4, 2, 3]) first.train('scratch', count);
  const second = open({ data: { kind: 'new-digits', examples: 3 } }, data);
  const losses = [4, 2].flatMap((count) => [...second.train('frozen', count).losses]);
  expect(second.snapshot('frozen').step).toBe(OLD);
  const again = open({ data: { kind: 'new-digits', examples: 3 } });
  const own = [...again.train('frozen', OLD).losses];
  expect(losses).toEqual(own);
  expect(sumOf(second, 'frozen')).toBe(sumOf(again, 'frozen'));
  second.train('frozen', NEW);
  again.train('frozen', NEW);
  expect(sumOf(second, 'frozen')).toBe(sumOf(again, 'frozen'));
  for (const session of [first, second, again]) session.dispose();
});

test('a run goes on from any of its snapshots as if nothing had been, across the end of the old task too', () => {
  const session = open();
  session.train('fine-tuned', OLD - 2);
  const early = session.snapshot('fine-tuned');
  session.train('fine-tuned', 2);
  const atEnd = session.snapshot('fine-tuned');
  const { losses } = session.train('fine-tuned', 3);
  const late = session.snapshot('fine-tuned');
  session.train('fine-tuned', 2);
  const end = sumOf(session, 'fine-tuned');
  for (const from of [late, atEnd, early]) {
    const other = open();
    other.restore('fine-tuned', from);
    const made = other.train('fine-tuned', OLD + 5 - from.step).losses;
    expect(sumOf(other, 'fine-tuned')).toBe(end);
    if (from === atEnd) expect(made.slice(0, 3)).toEqual(losses);
    other.dispose();
  }
  session.dispose();
});

test('a network that was changed by hand goes its own way, and nobody takes over from it', () => {
  const session = open();
  for (const id of TRANSFER_NETWORKS) session.train(id, 2);
  session.poke('scratch', 0, 0, 0, 0.5);
  for (const id of TRANSFER_NETWORKS) session.train(id, 2);
  expect(sumOf(session, 'scratch')).not.toBe(sumOf(session, 'frozen'));
  const untouched = open();
  untouched.train('frozen', 4);
  expect(sumOf(session, 'frozen')).toBe(sumOf(untouched, 'frozen'));
  session.restore('scratch', untouched.snapshot('frozen'));
  session.train('scratch', 2);
  untouched.train('frozen', 2);
  expect(sumOf(session, 'scratch')).toBe(sumOf(untouched, 'frozen'));
  untouched.dispose();
  session.dispose();
});

test('nothing of a session that took over another one stays behind', () => {
  const data = freshData();
  const whole = () => {
    const session = open({}, data);
    for (const count of [3, 2, 1, 2]) for (const id of TRANSFER_NETWORKS) session.train(id, count);
    for (const id of TRANSFER_NETWORKS) watchedOf(session, id, { filter: 0, filters: 8, ledger: true });
    session.dispose();
  };
  whole();
  const before = memory().numTensors;
  whole();
  expect(memory().numTensors).toBe(before);
});
