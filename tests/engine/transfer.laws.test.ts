/** What lending a trunk promises, on the backend of the project, with noise for digits. */
import { beforeAll, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { lentWeights, phaseAt } from '../../src/engine/lending';
import { createSession, type Session } from '../../src/engine/session';
import { initialWeights } from '../../src/math/initial-weights';
import type { ExperimentSpec, LayeredNetworkSpec, OptimizerSpec } from '../../src/spec/experiment-spec';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import {
  FINE_TUNED_RATE,
  TRANSFER_NETWORKS,
  TRUNK_LAYERS,
  type TransferNetworkId,
  transferNetwork,
} from '../../src/spec/transfer-network';
import { relativeDifference } from '../math/arbitraries';
import { clock, countOf, openBackend, watchedOf } from './support';
import { freshData, NEW, OLD, transferSpec } from './transfer-experiment';

const LAYERS = 4;

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend();
});

const open = (changes: Partial<ExperimentSpec> = {}, data = freshData()): Session =>
  createSession({ spec: transferSpec(changes), data, backend, clock });

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

test('a network that would fit the fused step of a GPU keeps its trunk to the last bit too', () => {
  const whole = flagshipNetwork('frozen');
  const { transfer = [] } = transferNetwork('frozen');
  const network: LayeredNetworkSpec = {
    ...whole,
    layers: whole.layers.with(-1, { kind: 'dense', units: 5 }),
    // Two convolutions and a head.
    transfer: transfer.slice(1),
  };
  const session = open({ networks: [network] });
  session.train('frozen', OLD);
  const lent = session.snapshot('frozen').arrays;
  session.train('frozen', NEW);
  const { arrays } = session.snapshot('frozen');
  expect(arrays.slice(0, 2)).toEqual(lent.slice(0, 2));
  expect(arrays[2]).not.toEqual(lent[2]);
  session.dispose();
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

test('a frozen first layer has kernels that stand still and no ledger', () => {
  const session = open();
  session.train('frozen', OLD + 2);
  const seen = watchedOf(session, 'frozen', { filter: 0, filters: 8, ledger: true });
  expect(seen.ledger).toBeNull();
  expect(seen.gradient).toBeNull();
  expect(seen.previousKernels).toEqual(seen.kernels);
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
  const spec = transferSpec({ steps: 650, lending: { steps: 500, examples: 60, rate: 0.003 } });
  const at = (step: number) => phaseAt(transferNetwork('frozen'), spec, step);
  expect(at(499)).toMatchObject({ optimizer: { rate: 0.003 }, from: 0, steps: 500, rates: null });
  expect(at(500)).toMatchObject({ optimizer: { rate: 0.01 }, from: 500, steps: 150, rates: [0, 0, 0, 1] });
  expect(phaseAt(transferNetwork('scratch'), spec, 500).rates).toBeNull();
});
