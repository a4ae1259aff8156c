/** What lending a trunk promises, on the backend of the project, with noise for digits. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { lentWeights, phaseAt } from '../../src/engine/lending';
import { createSession, type Session } from '../../src/engine/session';
import { checksum } from '../../src/math/checksum';
import { initialWeights } from '../../src/math/initial-weights';
import { sumOfTiles } from '../../src/math/sum-of-tiles';
import type { ExperimentSpec, OptimizerSpec } from '../../src/spec/experiment-spec';
import {
  FINE_TUNED_RATE,
  TRANSFER_NETWORKS,
  TRUNK_LAYERS,
  type TransferNetworkId,
  transferNetwork,
} from '../../src/spec/transfer-network';
import { sharedTying } from '../../src/spec/tying';
import { relativeDifference } from '../math/arbitraries';
import { clock, countOf, dataOf, noiseDigits, openBackend, watchedOf } from './support';

const OLD = 6;
const NEW = 4;
const LAYERS = 4;

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend();
});

function specOf(changes: Partial<ExperimentSpec> = {}): ExperimentSpec {
  return {
    seed: 3,
    data: { kind: 'new-digits', examples: 2 },
    steps: OLD + NEW,
    batch: 8,
    optimizer: { kind: 'adam', rate: 0.01, decay: 'none' },
    lending: { steps: OLD, examples: 60, rate: 0.003 },
    networks: TRANSFER_NETWORKS.map(transferNetwork),
    ...changes,
  };
}

/** Other digits each time: nothing is remembered from session to session unless `data` is handed on. */
const freshData = () => dataOf(noiseDigits(260, 120));

const open = (changes: Partial<ExperimentSpec> = {}, data = freshData()): Session =>
  createSession({ spec: specOf(changes), data, backend, clock });

const sumOf = (session: Session, id: TransferNetworkId) => checksum(...session.snapshot(id).arrays);
const trunkOf = (session: Session, id: TransferNetworkId) =>
  session.snapshot(id).arrays.slice(0, TRUNK_LAYERS);

test('frozen weights, and what the optimiser remembers of them, do not change by one bit', () => {
  for (const kind of ['sgd', 'momentum', 'adam'] as const) {
    const optimizer: OptimizerSpec = { kind, rate: 0.01, decay: 'none' };
    const session = open({ optimizer });
    for (const id of TRANSFER_NETWORKS) session.train(id, OLD);
    const lent = trunkOf(session, 'frozen');
    for (const id of ['frozen', 'random'] as const) {
      session.train(id, 1);
      const { arrays } = session.snapshot(id);
      const [trunk, head] = [arrays.slice(0, TRUNK_LAYERS), arrays[TRUNK_LAYERS]];
      const memories = arrays.slice(LAYERS, LAYERS + TRUNK_LAYERS);
      if (id === 'frozen') expect(trunk).toEqual(lent);
      else expect(trunk).not.toEqual(lent);
      expect(memories.every((array) => array.every((value) => value === 0))).toBe(true);
      session.train(id, NEW - 1);
      const after = session.snapshot(id).arrays;
      expect(after.slice(0, TRUNK_LAYERS)).toEqual(trunk);
      expect(after.slice(LAYERS, LAYERS + TRUNK_LAYERS)).toEqual(memories);
      expect(after[TRUNK_LAYERS]).not.toEqual(head);
    }
    for (const id of ['fine-tuned', 'scratch'] as const) {
      session.train(id, 1);
      const before = trunkOf(session, id);
      session.train(id, 1);
      trunkOf(session, id).forEach((array, layer) => {
        expect(array).not.toEqual(before[layer]);
      });
    }
    session.dispose();
  }
});

test('a fine-tuned trunk moves by its part of the learning rate, its head by all of it', () => {
  const session = open({ optimizer: { kind: 'sgd', rate: 0.05, decay: 'none' } });
  session.train('scratch', OLD + 1);
  const from = session.snapshot('scratch');
  session.restore('fine-tuned', from);
  session.train('scratch', 1);
  session.train('fine-tuned', 1);
  const [whole, part] = [session.snapshot('scratch').arrays, session.snapshot('fine-tuned').arrays];
  for (let layer = 0; layer < LAYERS; layer++) {
    const moved = (arrays: readonly Float32Array[]) =>
      Float64Array.from(arrays[layer] ?? [], (value, at) => value - (from.arrays[layer]?.[at] ?? 0));
    const rate = layer < TRUNK_LAYERS ? FINE_TUNED_RATE : 1;
    const expected = moved(whole).map((value) => rate * value);
    expect(Math.max(...expected.map(Math.abs))).toBeGreaterThan(1e-5);
    // The differences are of rounded weights.
    moved(part).forEach((value, at) => {
      expect(Math.abs(value - (expected[at] ?? 0))).toBeLessThan(2e-7);
    });
  }
  session.dispose();
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

test('a frozen first layer has kernels that stand still and no ledger', () => {
  const session = open();
  session.train('frozen', OLD + 2);
  const seen = watchedOf(session, 'frozen', { filter: 0, filters: 8, ledger: true });
  expect(seen.ledger).toBeNull();
  expect(seen.gradient).toBeNull();
  expect(seen.previousKernels).toEqual(seen.kernels);
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

test('at the last step of the old task a network is asked about the old digits, one step later about the new', () => {
  const session = open();
  session.train('frozen', OLD);
  session.train('scratch', OLD - 1);
  expect(session.newTaskAfter).toBe(OLD);
  expect(session.sizeOf('frozen', 'train')).toBe(60);
  const old = session.sizeOf('frozen', 'test');
  const right = countOf(session, 'frozen', 'test', 0, old);
  session.train('scratch', 1);
  expect(countOf(session, 'scratch', 'test', 0, old)).toBe(right);
  session.train('frozen', 1);
  expect(session.sizeOf('frozen', 'train')).toBe(10);
  expect(session.sizeOf('frozen', 'test') + old).toBe(120);
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

test('what is shared between the tasks goes on, all else is drawn anew, alike for every network', () => {
  const old = initialWeights(transferNetwork('frozen'), 3).map((array) => array.map((value) => value + 1));
  const lent = Object.fromEntries(
    TRANSFER_NETWORKS.map((id) => [id, lentWeights(transferNetwork(id), 3, old)] as const),
  );
  expect(lent.frozen?.slice(0, TRUNK_LAYERS)).toEqual(old.slice(0, TRUNK_LAYERS));
  expect(lent['fine-tuned']).toEqual(lent.frozen);
  expect(lent.scratch).toEqual(lent.random);
  expect(lent.frozen?.[TRUNK_LAYERS]).toEqual(lent.scratch?.[TRUNK_LAYERS]);
  lent.scratch?.forEach((array, layer) => {
    expect(relativeDifference(array, old[layer] ?? new Float32Array(0))).toBeGreaterThan(0.1);
    expect(array).not.toEqual(initialWeights(transferNetwork('scratch'), 3)[layer]);
  });
});

test('each task has its own learning rate and its own decay', () => {
  const spec = specOf({ steps: 650, lending: { steps: 500, examples: 60, rate: 0.003 } });
  const at = (step: number) => phaseAt(transferNetwork('frozen'), spec, step);
  expect(at(499)).toMatchObject({ optimizer: { rate: 0.003 }, from: 0, steps: 500, rates: null });
  expect(at(500)).toMatchObject({ optimizer: { rate: 0.01 }, from: 500, steps: 150, rates: [0, 0, 0, 1] });
  expect(phaseAt(transferNetwork('scratch'), spec, 500).rates).toBeNull();
});
