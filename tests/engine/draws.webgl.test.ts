/** What a training step asks of the GPU, counted exactly: draws, calls, uploads, reads. No clock is involved. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countGlCalls, type GlCounter } from '../../bench/count-gl-calls';
import type { EngineBackend } from '../../src/engine/backend';
import { blocksOf, updateStep } from '../../src/engine/optimizers';
import { packParameters } from '../../src/engine/parameter-layout';
import { createSession, type Session } from '../../src/engine/session';
import { autodiffTrainer } from '../../src/engine/trainers/autodiff-trainer';
import { initialWeights } from '../../src/math/initial-weights';
import type { LayeredNetworkSpec } from '../../src/spec/experiment-spec';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import { multiTaskIds, multiTaskNetwork, PICTURE_SIDE } from '../../src/spec/multi-task-network';
import { FACE_SIDE, siameseNetwork } from '../../src/spec/siamese-network';
import { clock, dataOf, flagshipExperiment, noiseDigits, openBackend } from './support';

const data = dataOf(noiseDigits(100, 20));
let backend: EngineBackend;
let counter: GlCounter;
beforeAll(async () => {
  backend = await openBackend('webgl');
  counter = countGlCalls();
});
afterAll(() => counter.stop());

const optimizer = { kind: 'adam', rate: 0.003, decay: 'none' } as const;
const ids = ['shared', 'independent'] as const;

function open(): Session {
  // What is counted does not depend on how many examples are in a batch.
  return createSession({ spec: flagshipExperiment({ batch: 16 }), data, backend, clock });
}

test('a fused step is six draws, one upload, at most 130 calls and no read, whatever is shared', () => {
  const session = open();
  for (const id of ids) {
    session.train(id, 3);
    counter.take();
    session.train(id, 10);
    const ten = counter.take();
    session.train(id, 20);
    const twenty = counter.take();
    // The one read of the losses, and what it takes, is the same for ten steps as for twenty.
    expect((twenty.draws - ten.draws) / 10).toBe(6);
    expect((twenty.uploads - ten.uploads) / 10).toBe(1);
    expect((twenty.calls - ten.calls) / 10).toBeLessThanOrEqual(130);
    expect([ten.reads, twenty.reads]).toEqual([1, 1]);
    expect(ten.draws).toBe(60);
  }
  session.dispose();
});

/** Draws and calls of one step of Adam, batch 64, of `size` numbers and so many labels each. */
function throughAutodiff(network: LayeredNetworkSpec, size: number, labelSize = 1) {
  const trainer = autodiffTrainer(network, blocksOf('adam'));
  trainer.setParameters(packParameters(trainer.layout, initialWeights(network, 1)));
  const labels = Float32Array.from({ length: 64 * labelSize }, (_, at) => at % 2);
  const batch = { step: 0, inputs: new Float32Array(64 * size).fill(0.3), labels };
  for (let step = 0; step < 3; step++) trainer.step(batch, updateStep(optimizer, step, 100));
  counter.take();
  trainer.step(batch, updateStep(optimizer, 3, 100));
  const counts = counter.take();
  trainer.dispose();
  return counts;
}

test('through autodiff a step of Adam takes at most 20 draws, uploads and all', () => {
  for (const id of ids) {
    const { draws, calls } = throughAutodiff(flagshipNetwork(id), 784);
    expect(draws).toBeLessThanOrEqual(20);
    // biome-ignore lint/suspicious/noConsole: the figures belong in the test's report
    console.info(`${id} through autodiff: ${draws} draws, ${calls} calls`);
  }
});

test('a step of two towers takes at most 20 draws, whether they share or not', () => {
  for (const id of ids) {
    const { draws, calls, reads } = throughAutodiff(siameseNetwork(id), 2 * FACE_SIDE * FACE_SIDE);
    expect(draws).toBeLessThanOrEqual(20);
    expect(reads).toBe(0);
    // biome-ignore lint/suspicious/noConsole: the figures belong in the test's report
    console.info(`${id} towers: ${draws} draws, ${calls} calls`);
  }
});

test('a step of two tasks takes at most 20 draws and no read, however the trunk is shared', () => {
  for (const id of multiTaskIds) {
    const network = multiTaskNetwork(id, { units: 16, depth: 2, shrink: 0.01 });
    const { draws, calls, reads } = throughAutodiff(network, 2 * PICTURE_SIDE * PICTURE_SIDE, 2);
    expect(draws).toBeLessThanOrEqual(20);
    expect(reads).toBe(0);
    // biome-ignore lint/suspicious/noConsole: the figures belong in the test's report
    console.info(`${id} tasks: ${draws} draws, ${calls} calls`);
  }
});

test('the ledger costs the step no draw, and a frame of both networks is one read', () => {
  const session = open();
  const watch = { filter: 3, filters: 1, ledger: true };
  session.train('shared', 2);
  session.train('independent', 2);
  session.watched(ids, watch);
  counter.take();
  session.train('shared', 1);
  expect(counter.take().draws).toBe(6);
  session.watched(ids, watch);
  // The second path of each network, and one draw that gathers everything.
  expect(counter.take()).toMatchObject({ draws: 3, reads: 1, uploads: 0 });
  session.watched(ids, { filter: 5, filters: 1, ledger: false });
  expect(counter.take()).toMatchObject({ draws: 1, reads: 1 });
  session.dispose();
});

test('learning rates are uniforms: a step with another rate uploads nothing more and compiles nothing', () => {
  const session = createSession({
    spec: flagshipExperiment({ steps: 10, optimizer: { ...optimizer, decay: 'last-fifth' } }),
    data,
    backend,
    clock,
  });
  session.train('shared', 8);
  counter.take();
  session.train('shared', 1);
  expect(counter.take()).toMatchObject({ draws: 6, uploads: 1 });
  session.dispose();
});
