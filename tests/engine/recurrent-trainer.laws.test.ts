/** A recurrent network in training, on the backend of the project: what a step does, what is seen of it. */
import {
  engine,
  getKernel,
  type KernelConfig,
  tensor as makeTensor,
  memory,
  registerKernel,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Batch } from '../../src/engine/data/examples';
import { RECURRENT_LEDGER } from '../../src/engine/kernels/names';
import { blocksOf, updateStep } from '../../src/engine/optimizers';
import { packParameters, unpackParameters } from '../../src/engine/parameter-layout';
import { readTogether } from '../../src/engine/readings';
import { withoutLeaks } from '../../src/engine/tfjs-kernels';
import { recurrentTrainer } from '../../src/engine/trainers/recurrent-trainer';
import type { Trainer } from '../../src/engine/trainers/trainer';
import { initialWeights } from '../../src/math/initial-weights';
import { ledgerOnSequence, recurrentOnSequence } from '../../src/math/recurrent-on-sequence';
import { recurrentShape } from '../../src/math/recurrent-shape';
import { sumOfTiles } from '../../src/math/sum-of-tiles';
import type { OptimizerSpec, RecurrentNetworkSpec } from '../../src/spec/experiment-spec';
import type { TyingPlan } from '../../src/spec/tying';
import { scaledDifference } from '../math/arbitraries';
import { largest, recurrentCase } from '../math/recurrent-arbitraries';
import { backendName, openBackend } from './support';

const [SYMBOLS, HIDDEN, CLASSES, TRAINED, READS, BATCH] = [3, 7, 2, 4, 6, 9];
const CELLS = SYMBOLS + HIDDEN + 1;
const ADAM = { kind: 'adam', rate: 0.01, decay: 'none' } as const;
const plans: readonly TyingPlan[] = [
  { kind: 'shared' },
  { kind: 'independent' },
  { kind: 'grouped', groupOf: [0, 1, 0, 1, 2, 0] },
];

/** The kernel that makes the ledger, and it as it should be. */
let right: KernelConfig;
beforeAll(async () => {
  await openBackend();
  right = { ...getKernel(RECURRENT_LEDGER, backendName) };
});
function use(config: KernelConfig): void {
  unregisterKernel(RECURRENT_LEDGER, backendName);
  registerKernel(config);
}
afterEach(() => use(right));

const networkOf = (tying: TyingPlan): RecurrentNetworkSpec => ({
  ...{
    kind: 'recurrent',
    id: tying.kind === 'soft' ? 'grouped' : tying.kind,
    symbols: SYMBOLS,
    hidden: HIDDEN,
    classes: CLASSES,
  },
  ...{ trained: TRAINED, reads: READS, tying },
});

function open(tying: TyingPlan, optimizer: OptimizerSpec = ADAM) {
  const network = networkOf(tying);
  const trainer = recurrentTrainer(network, blocksOf(optimizer.kind), { batch: BATCH, optimizer });
  trainer.setParameters(packParameters(trainer.layout, initialWeights(network, 1)));
  const train = (steps: number, first = 0) => {
    for (let step = first; step < first + steps; step++)
      trainer.step(batchOf(step), updateStep(optimizer, step, 100));
  };
  return { network, trainer, train };
}

/** A class after each symbol that only the symbols before can tell: was the first one 0? */
function batchOf(step: number): Batch {
  const pass = { symbols: SYMBOLS, hidden: 1, classes: CLASSES, batch: BATCH, steps: TRAINED };
  const { symbols, labels } = recurrentCase(
    { ...pass, tying: { sites: TRAINED, groups: 1, groupOf: [0, 0, 0, 0] } },
    true,
    step,
  );
  const first = (at: number) => symbols[at - (at % TRAINED)] as number;
  return {
    step,
    inputs: symbols,
    labels: labels.map((label, at) => (label < 0 ? -1 : Number(first(at) === 0))),
  };
}

const weightsOf = ({ layout, parameters }: Trainer) =>
  unpackParameters({ ...layout, blocks: 1 }, parameters(1));

/** What is watched, read like a frame: kernels, kernels before, ledger and gradient (empty when there are none). */
function watched(trainer: Trainer, filter: number, filters: number, withLedger = true) {
  return withoutLeaks(() => {
    const { kernels, previousKernels, ledger, gradient } = trainer.firstLayer(
      { filter, filters },
      withLedger,
    );
    const all = [kernels, previousKernels, ...(ledger && gradient ? [ledger, gradient] : [])];
    const [now, before, tiles, direct] = readTogether(all);
    if (!now || !before) throw new Error('no kernels');
    return { now, before, tiles: tiles ?? new Float32Array(0), direct: direct ?? new Float32Array(0) };
  });
}

/** Rows [rows, HIDDEN, CELLS] -> those of some filters. */
const rowsOf = (all: Float32Array, rows: number, filter: number, filters: number) =>
  Float32Array.from({ length: rows * filters * CELLS }, (_, at) => {
    const row = Math.floor(at / (filters * CELLS));
    return all[row * HIDDEN * CELLS + filter * CELLS + (at % (filters * CELLS))] as number;
  });

test('outputs are the logits and the states of every step, as in plain arrays', () => {
  for (const plan of plans) {
    const { network, trainer, train } = open(plan);
    train(2);
    const sequences = [
      [0, 1, 2, 2, 1, 0],
      [2, 0, 0, 1, 1, 2],
    ];
    const outputs = trainer.outputs(Float32Array.from(sequences.flat()), 2);
    const expected = sequences.flatMap((symbols) => {
      const { states, logits } = recurrentOnSequence(recurrentShape(network), weightsOf(trainer), symbols);
      return symbols.flatMap((_, step) => [
        ...logits.subarray(step * CLASSES, (step + 1) * CLASSES),
        ...states.subarray(step * HIDDEN, (step + 1) * HIDDEN),
      ]);
    });
    expect(scaledDifference(outputs, expected, 1)).toBeLessThan(1e-5);
    trainer.dispose();
  }
});

test('a step moves every weight it reaches by its gradient, and leaves the cells of later steps alone', () => {
  const sgd = { kind: 'sgd', rate: 0.5, decay: 'none' } as const;
  for (const plan of plans) {
    const { trainer, train } = open(plan, sgd);
    const [before = new Float32Array(0), headBefore] = weightsOf(trainer);
    train(1);
    const [after = new Float32Array(0), headAfter] = weightsOf(trainer);
    const { direct } = watched(trainer, 0, HIDDEN);
    const moved = after.map((value, at) => ((before[at] as number) - value) / 0.5);
    expect(scaledDifference(moved.subarray(0, direct.length), direct, 0.1)).toBeLessThan(1e-5);
    expect(largest(direct)).toBeGreaterThan(1e-3);
    expect(after.subarray(direct.length)).toEqual(before.subarray(direct.length));
    const reached = plan.kind === 'independent' ? TRAINED : plan.kind === 'grouped' ? 2 : 1;
    expect(direct.length).toBe(reached * HIDDEN * CELLS);
    expect(headAfter).not.toEqual(headBefore);
    trainer.dispose();
  }
});

test('what is watched is the step: kernels before and after it, tiles that add up to the gradient', () => {
  for (const plan of plans) {
    const { network, trainer, train } = open(plan);
    expect(watched(trainer, 1, 2).tiles).toHaveLength(0);
    train(3);
    const [before = new Float32Array(0)] = weightsOf(trainer);
    train(1, 3);
    const [after = new Float32Array(0)] = weightsOf(trainer);
    const whole = watched(trainer, 0, HIDDEN);
    const groups = whole.direct.length / (HIDDEN * CELLS);
    const tying = { ...recurrentShape(network).tying, sites: TRAINED, groups };
    for (const [filter, filters] of [
      [0, 1],
      [2, 3],
      [HIDDEN - 1, 1],
    ] as const) {
      const seen = watched(trainer, filter, filters);
      expect(seen.now).toEqual(rowsOf(after, groups, filter, filters));
      expect(seen.before).toEqual(rowsOf(before, groups, filter, filters));
      expect(seen.tiles).toEqual(rowsOf(whole.tiles, TRAINED, filter, filters));
      expect(seen.direct).toEqual(rowsOf(whole.direct, groups, filter, filters));
      const { groupOf } = tying;
      const trained = { ...tying, groupOf: groupOf.slice(0, TRAINED) };
      expect(sumOfTiles(seen.tiles, trained, seen.direct).difference).toBeLessThan(1e-5);
    }
    const without = watched(trainer, 2, 3, false);
    expect(without.now).toEqual(rowsOf(after, groups, 2, 3));
    expect(without.tiles).toHaveLength(0);
    trainer.dispose();
  }
});

test('a batch of one sequence leaves the ledger that plain arrays find', () => {
  const { network, trainer } = open({ kind: 'shared' });
  const weights = weightsOf(trainer);
  const [inputs, labels] = [Float32Array.of(2, 0, 1, -1), Float32Array.of(-1, 1, 0, -1)];
  trainer.step({ step: 0, inputs, labels }, updateStep(ADAM, 0, 10));
  const { tiles } = watched(trainer, 0, HIDDEN);
  const expected = ledgerOnSequence(
    recurrentShape(network),
    weights,
    inputs.subarray(0, 3),
    labels.subarray(0, 3),
  );
  expect(scaledDifference(tiles.subarray(0, expected.length), expected, largest(expected))).toBeLessThan(
    1e-5,
  );
  expect(largest(tiles.subarray(expected.length))).toBe(0);
  trainer.dispose();
});

test('a ledger kernel that is wrong in one tile moves that tile, not the gradient it is compared with', () => {
  /** Cell 5 of unit 2 at step 1. */
  const wrong = (HIDDEN + 2) * CELLS + 5;
  const after = (by: number) => {
    use({
      ...right,
      kernelFunc(request) {
        const [info] = [right.kernelFunc(request)].flat();
        if (!info || by === 0) return info as NonNullable<typeof info>;
        const values = engine().makeTensorFromTensorInfo(info).dataSync<'float32'>().slice();
        values[wrong] = (values[wrong] as number) + by;
        return makeTensor(values, info.shape);
      },
    });
    const { network, trainer, train } = open({ kind: 'shared' });
    train(1);
    const seen = watched(trainer, 2, 1);
    trainer.dispose();
    const tying = { ...recurrentShape(network).tying, sites: TRAINED, groupOf: [0, 0, 0, 0] };
    return { ...seen, difference: sumOfTiles(seen.tiles, tying, seen.direct).difference };
  };
  const sound = after(0);
  expect(sound.difference).toBeLessThan(1e-5);
  const off = after(0.1 * largest(sound.direct));
  expect(off.direct).toEqual(sound.direct);
  expect(off.tiles.filter((value, at) => value !== sound.tiles[at])).toHaveLength(1);
  expect(off.difference).toBeGreaterThan(1e-3);
});

test('the loss is that of the batch before the step; losses wait until they are taken, and training lowers them', () => {
  const { trainer, train } = open({ kind: 'shared' });
  expect(trainer.takeLosses()).toHaveLength(0);
  train(1);
  const [first] = trainer.takeLosses();
  trainer.setParameters(packParameters(trainer.layout, initialWeights(networkOf({ kind: 'shared' }), 1)));
  const steps = backendName === 'webgl' ? 120 : 300;
  train(steps);
  const losses = trainer.takeLosses();
  expect(losses).toHaveLength(steps);
  expect(losses[0]).toBe(first);
  expect(trainer.takeLosses()).toHaveLength(0);
  const mean = (part: Float32Array) => part.reduce((sum, loss) => sum + loss, 0) / part.length;
  expect(mean(losses.subarray(-20))).toBeLessThan(0.5 * mean(losses.subarray(0, 20)));
  trainer.dispose();
});

test('the same steps from the same weights give the same parameters, whatever was watched or compiled', () => {
  const run = (look: boolean) => {
    const { trainer, train } = open({ kind: 'grouped', groupOf: [0, 1, 0, 1, 2, 0] });
    if (look) for (const _ of trainer.warmUp());
    train(2);
    if (look) {
      watched(trainer, 0, HIDDEN);
      trainer.outputs(new Float32Array(2 * READS), 2);
      trainer.takeLosses();
    }
    train(2, 2);
    const parameters = trainer.parameters(3);
    trainer.dispose();
    return parameters;
  };
  expect(run(true)).toEqual(run(false));
});

test('a poke moves one weight, now and before the last step alike', () => {
  const { trainer, train } = open({ kind: 'independent' });
  train(2);
  const before = watched(trainer, 3, 1);
  trainer.poke(3 * CELLS + 4, 0.25);
  const after = watched(trainer, 3, 1);
  const poked = (values: Float32Array) => values.map((value, at) => (at === 4 ? value + 0.25 : value));
  expect(after.now).toEqual(poked(before.now));
  expect(after.before).toEqual(poked(before.before));
  expect(after.tiles).toEqual(before.tiles);
  train(1, 2);
  trainer.dispose();
});

test('no tensor is left behind by steps, frames, answers and pokes, and none of a trainer that is gone', () => {
  const none = memory().numTensors;
  const { trainer, train } = open({ kind: 'independent' });
  const all = (first: number) => {
    for (const _ of trainer.warmUp());
    train(2, first);
    watched(trainer, 0, 2);
    trainer.outputs(new Float32Array(3 * READS), 3);
    trainer.takeLosses();
    trainer.poke(0, 0.1);
  };
  all(0);
  const { numTensors } = memory();
  all(2);
  expect(memory().numTensors).toBe(numTensors);
  trainer.dispose();
  expect(memory().numTensors).toBe(none);
});
