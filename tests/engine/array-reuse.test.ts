/**
 * Arrays of cpu tensors are used again. No number may tell: training gives the same bits as without reuse, and
 * what has left the engine does not change when its array is written anew.
 */
import { clone, slice, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type EngineBackend, engineMemory } from '../../src/engine/backend';
import { makeVariant } from '../../src/engine/data/digit-variants';
import { inputsOf, makeBatch } from '../../src/engine/data/examples';
import { PARAMETER_UPDATE } from '../../src/engine/kernels/names';
import { blocksOf, updateStep } from '../../src/engine/optimizers';
import { packParameters } from '../../src/engine/parameter-layout';
import { readTogether } from '../../src/engine/readings';
import { createSession } from '../../src/engine/session';
import { runKernelForOne } from '../../src/engine/tfjs-kernels';
import { autodiffTrainer } from '../../src/engine/trainers/autodiff-trainer';
import type { Trainer } from '../../src/engine/trainers/trainer';
import { checksum } from '../../src/math/checksum';
import { initialWeights } from '../../src/math/initial-weights';
import type { NetworkId, OptimizerSpec } from '../../src/spec/experiment-spec';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import { clock, dataOf, flagshipExperiment, noiseDigits, openBackend } from './support';

const STEPS = 8;
const BATCH = 8;
/** Enough for logits that are a large array. */
const ANSWERED = 256;
const digits = noiseDigits(120, ANSWERED);
const data = dataOf(digits);
const sets = makeVariant(digits, 'roaming', 100, 1);
const answered = inputsOf(sets.test, 0, ANSWERED);
const ids = ['shared', 'independent'] as const;

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('cpu');
});
beforeEach(() => backend.freshen());

const pooledBytes = () => engineMemory().pooledBytes;

function startTrainer(id: NetworkId, kind: OptimizerSpec['kind']): Trainer {
  const network = flagshipNetwork(id);
  const trainer = autodiffTrainer(network, blocksOf(kind));
  trainer.setParameters(packParameters(trainer.layout, initialWeights(network, 1)));
  return trainer;
}

function makeStep(trainer: Trainer, optimizer: OptimizerSpec, step: number): void {
  trainer.step(makeBatch(sets.train, 1, step, BATCH), updateStep(optimizer, step, STEPS));
}

/** Everything that can be read of a trainer, as it hands it out. */
function readAll(trainer: Trainer, step: number): Float32Array[] {
  const { kernels, previousKernels, ledger, gradient } = trainer.firstLayer(
    { filter: step % 8, filters: 1 },
    true,
  );
  if (!ledger || !gradient) throw new Error('nothing watched');
  return [
    trainer.takeLosses(),
    trainer.parameters(trainer.layout.blocks),
    trainer.outputs(answered, ANSWERED),
    ...readTogether([kernels, previousKernels, ledger, gradient]),
  ];
}

/** Bit for bit, of each array of each step. */
const checksums = (steps: readonly (readonly Float32Array[])[]) =>
  steps.map((arrays) => arrays.map((array) => checksum(array)));

/** What each step of one network gives where no array is ever used again. */
function withoutReuse(id: NetworkId, optimizer: OptimizerSpec): string[][] {
  const trainer = startTrainer(id, optimizer.kind);
  const read = Array.from({ length: STEPS }, (_, step) => {
    makeStep(trainer, optimizer, step);
    backend.freshen();
    expect(pooledBytes()).toBe(0);
    return readAll(trainer, step);
  });
  trainer.dispose();
  backend.freshen();
  return checksums(read);
}

for (const kind of ['sgd', 'momentum', 'adam'] as const)
  test(`with ${kind}, networks that share their arrays train bit for bit as each alone with new ones`, () => {
    const optimizer: OptimizerSpec = { kind, rate: 0.01, decay: 'none' };
    const expected = ids.map((id) => withoutReuse(id, optimizer));
    const trainers = ids.map((id) => startTrainer(id, kind));
    const passing = startTrainer('independent', kind);
    const read: Float32Array[][][] = trainers.map(() => []);
    for (let step = 0; step < STEPS; step++) {
      trainers.forEach((trainer, at) => {
        makeStep(trainer, optimizer, step);
        read[at]?.push(readAll(trainer, step));
      });
      if (step < STEPS / 2) makeStep(passing, optimizer, step);
      if (step === STEPS / 2) passing.dispose();
    }
    // Looked at only now: what was read at the first step has outlived all the others.
    expect(read.map(checksums)).toEqual(expected);
    for (const trainer of trainers) trainer.dispose();
  });

test('what a session has handed out is the same after it and another have gone on', () => {
  const open = () =>
    createSession({
      spec: flagshipExperiment({ batch: BATCH, data: { kind: 'digits', variant: 'roaming', examples: 100 } }),
      data,
      backend,
      clock,
    });
  const session = open();
  for (const id of ids) session.train(id, 3);
  const watched = session.watched(ids, { filter: 2, filters: 1, ledger: true });
  const out = ids.map((id) => [
    ...session.snapshot(id).arrays,
    ...Object.values(watched[id] ?? {}).filter((value) => value instanceof Float32Array),
    session.predict(id, answered.subarray(0, 784)).answer,
  ]);
  const then = checksums(out);
  expect(then.map(({ length }) => length)).toEqual([11, 11]);
  session.train('shared', 2);
  session.poke('independent', 3, 1, 2, 0.5);
  session.train('independent', 2);
  session.dispose();
  const another = open();
  for (const id of ids) another.train(id, 5);
  another.dispose();
  expect(checksums(out)).toEqual(then);
});

test('steps take the arrays of the steps before, and freshen gives them back', () => {
  const session = createSession({ spec: flagshipExperiment({ batch: BATCH }), data, backend, clock });
  const after = (steps: number) => {
    for (const id of ids) session.train(id, steps);
    return pooledBytes();
  };
  after(3);
  const kept = after(1);
  expect(kept).toBeGreaterThan(500_000);
  expect(after(10)).toBe(kept);
  session.dispose();
  expect(pooledBytes()).toBeGreaterThan(kept);
  backend.freshen();
  expect(pooledBytes()).toBe(0);
});

/** A tensor [1, size] in an array of the pool. */
function updated(values: Float32Array): Tensor {
  const size = values.length;
  return tidy(() =>
    runKernelForOne(
      PARAMETER_UPDATE,
      { parameters: tensor(values, [1, size]), gradient0: tensor(new Float32Array(size), [1, 1, size]) },
      { step: { kind: 'sgd', rate: 0 }, layers: 1 },
    ),
  );
}

test('what was read, a view and a clone are good when the tensor that they are of is gone', () => {
  const size = 3000;
  const values = Float32Array.from({ length: size }, (_, at) => at);
  const whole = updated(values);
  const [view, copy] = [slice(whole, [0, 10], [1, 5]), clone(whole)];
  const read = whole.dataSync<'float32'>();
  whole.dispose();
  const others = [updated(new Float32Array(size).fill(7))];
  expect([...view.dataSync()]).toEqual([10, 11, 12, 13, 14]);
  copy.dispose();
  others.push(updated(new Float32Array(size).fill(7)));
  expect([...view.dataSync()]).toEqual([10, 11, 12, 13, 14]);
  expect(pooledBytes()).toBe(0);
  view.dispose();
  expect(pooledBytes()).toBe(4 * size);
  others.push(updated(new Float32Array(size).fill(7)));
  expect(pooledBytes()).toBe(0);
  expect(read).toEqual(values);
  for (const other of others) other.dispose();
});
