/** Two tasks in training, on the backend of the project: they are two sites of the trunk's kernels, tied or not. */
import { memory, scalar, type Tensor, tensor, tidy, valueAndGrad } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { taskSets } from '../../src/engine/data/digit-tasks';
import { makeBatch } from '../../src/engine/data/examples';
import { taskCrossEntropy as layer } from '../../src/engine/layers/task-cross-entropy';
import { readTogether } from '../../src/engine/readings';
import { createSession, type Session } from '../../src/engine/session';
import { withoutLeaks } from '../../src/engine/tfjs-kernels';
import { startNetwork } from '../../src/engine/trained-network';
import { networkLayers } from '../../src/math/network-layers';
import { forwardPass, outputOf } from '../../src/math/network-on-image';
import { sumOfTiles } from '../../src/math/sum-of-tiles';
import { taskCrossEntropy, taskCrossEntropyGradient } from '../../src/math/task-cross-entropy';
import type { ExperimentSpec, OptimizerSpec } from '../../src/spec/experiment-spec';
import {
  type MultiTaskId,
  multiTaskIds,
  multiTaskNetwork,
  TASK_CLASSES,
} from '../../src/spec/multi-task-network';
import { independentTying, sharedTying } from '../../src/spec/tying';
import { normals, scaledDifference } from '../math/arbitraries';
import { clock, countOf, dataOf, lawRuns, lossOfStep, noiseDigits, openBackend, watchedOf } from './support';

const BATCH = 8;
const RATE = 0.05;
const digits = noiseDigits(60, 20);
const shape = { units: 4, shrink: 0.25 } as const;
const tyings = { hard: sharedTying(2), soft: sharedTying(2), separate: independentTying(2) };

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend();
});

function open(kind: OptimizerSpec['kind'] = 'sgd', depth: 1 | 2 = 2): Session {
  return createSession({
    spec: {
      ...{ seed: 4, steps: 40, batch: BATCH },
      data: { kind: 'tasks', second: 'odd-even', examples: 50, labels: 20 },
      optimizer: { kind, rate: kind === 'adam' ? 0.003 : RATE, decay: 'none' },
      networks: multiTaskIds.map((id) => multiTaskNetwork(id, { ...shape, depth })),
    },
    data: dataOf(digits),
    backend,
    clock,
  });
}

const read = (values: Tensor) => values.dataSync<'float32'>().slice();

test('the loss of several tasks and its gradient agree with plain arrays', () => {
  const tasks = fc.record({
    classes: fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 3 }),
    spare: fc.integer({ min: 0, max: 2 }),
    batch: fc.integer({ min: 1, max: 5 }),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(tasks, fc.constantFrom(1, -0.5), ({ classes, spare, batch, seed }, factor) => {
      const outputs = Math.max(...classes) + spare;
      const logits = normals(batch * classes.length * outputs, seed, 'logits').map((value) => 3 * value);
      const labels = normals(batch * classes.length, seed, 'labels').map(
        (value, at) => Math.floor(Math.abs(7 * value)) % (classes[at % classes.length] ?? 1),
      );
      tidy(() => {
        const right = tensor(labels, [batch, classes.length]);
        const { value, grad } = valueAndGrad((x: Tensor) => layer(x, right, classes))(
          tensor(logits, [batch, classes.length, 1, outputs]),
          scalar(factor),
        );
        expect(grad.shape).toEqual([batch, classes.length, 1, outputs]);
        expect(scaledDifference(read(value), [taskCrossEntropy(logits, labels, classes)], 1)).toBeLessThan(
          1e-5,
        );
        const expected = taskCrossEntropyGradient(logits, labels, classes).map((each) => factor * each);
        expect(scaledDifference(read(grad), expected, 1 / batch)).toBeLessThan(2e-6);
      });
    }),
    lawRuns(60, 6),
  );
});

test('the loss of a step is that of its batch: digits of each task drawn on their own', () => {
  const { batches } = taskSets(digits, 'odd-even', { examples: 50, labels: 20 });
  const { inputs, labels } = makeBatch(batches, 4, 0, BATCH);
  const session = open();
  for (const id of multiTaskIds) {
    const { arrays } = session.snapshot(id);
    const layers = networkLayers(multiTaskNetwork(id, { ...shape, depth: 2 }));
    const outputs = outputOf(forwardPass(layers, arrays, inputs, BATCH).at(-1), inputs);
    expect(lossOfStep(session, id)).toBeCloseTo(taskCrossEntropy(outputs, labels, TASK_CLASSES), 4);
  }
  session.dispose();
});

test('the tiles of both tasks sum to the gradient of the second path, however the trunk is shared', () => {
  const session = open();
  for (const id of multiTaskIds) {
    session.train(id, 2);
    const { ledger, gradient } = watchedOf(session, id, { filter: 0, filters: 64, ledger: true });
    if (!ledger || !gradient) throw new Error('nothing watched');
    expect(ledger).toHaveLength(2 * 64 * 785);
    expect(ledger.some((value) => value !== 0)).toBe(true);
    expect(sumOfTiles(ledger, tyings[id], gradient).difference).toBeLessThan(1e-5);
  }
  session.dispose();
});

/** Weights of the trunk's two layers. */
const trunkOf = (session: Session, id: MultiTaskId) => session.snapshot(id).arrays.slice(0, 2);
const squares = (values: Iterable<number>) =>
  Array.from(values).reduce((sum, value) => sum + value * value, 0);

test('the products are lengths and angle of what moves the trunk, over all of its layers', () => {
  const session = open();
  const moved = (id: MultiTaskId) => {
    session.train(id, 1);
    const before = trunkOf(session, id);
    session.train(id, 1);
    const after = trunkOf(session, id);
    return after.map((layer, at) =>
      layer.map((weight, index) => (weight - (before[at]?.[index] ?? 0)) / RATE),
    );
  };
  const watch = { filter: 0, filters: 1, ledger: true };
  const hard = moved('hard');
  const [aa = 0, ab = 0, bb = 0] = watchedOf(session, 'hard', watch).products ?? [];
  const sum = hard.reduce((total, layer) => total + squares(layer), 0);
  expect(aa).toBeGreaterThan(0);
  expect(bb).toBeGreaterThan(0);
  expect(ab ** 2).toBeLessThan(aa * bb);
  expect(Math.abs(aa + 2 * ab + bb - sum) / sum).toBeLessThan(1e-3);
  // Two trunks: the first half of each layer's weights is task A's, the other task B's.
  const apart = moved('separate');
  const own = watchedOf(session, 'separate', watch).products ?? [];
  for (const [task, product] of [own[0], own[2]].entries()) {
    const length = apart.reduce((total, layer) => {
      const half = layer.length / 2;
      return total + squares(layer.subarray(task * half, (task + 1) * half));
    }, 0);
    expect(Math.abs((product ?? 0) - length) / length).toBeLessThan(1e-3);
  }
  session.dispose();
});

test('of a trunk of one layer the products are those of its tiles; before a step there are none', () => {
  const session = open('sgd', 1);
  const watch = { filter: 0, filters: 4, ledger: true };
  expect(watchedOf(session, 'hard', watch).products).toBeNull();
  session.train('hard', 2);
  const { products, ledger } = watchedOf(session, 'hard', watch);
  if (!products || !ledger) throw new Error('nothing watched');
  const half = ledger.length / 2;
  const dot = (one: number, other: number) =>
    ledger
      .subarray(one * half, (one + 1) * half)
      .reduce((sum, value, at) => sum + value * (ledger[other * half + at] ?? 0), 0);
  const expected = [dot(0, 0), dot(0, 1), dot(1, 1)];
  expect(scaledDifference(products, expected, expected[0] ?? 1)).toBeLessThan(1e-5);
  expect(watchedOf(session, 'hard', { ...watch, ledger: false }).products).toBeNull();
  session.dispose();
});

test('a network that goes on from where another stands shows the same tiles and products of its step', () => {
  const network = multiTaskNetwork('hard', { ...shape, depth: 2 });
  const spec: ExperimentSpec = {
    ...{ seed: 4, steps: 40, batch: BATCH },
    data: { kind: 'tasks', second: 'odd-even', examples: 50, labels: 20 },
    optimizer: { kind: 'adam', rate: 0.003, decay: 'none' },
    networks: [network],
  };
  const [leader, other] = [
    startNetwork(network, spec, backend.name),
    startNetwork(network, spec, backend.name),
  ];
  const { train } = taskSets(digits, 'odd-even', { examples: 50, labels: 20 });
  for (let step = 0; step < 2; step++) leader.train(makeBatch(train, 4, step, BATCH));
  other.follow(leader);
  const seen = [leader, other].map((each) =>
    withoutLeaks(() => {
      const { kernels, ledger, gradient, products } = each.firstLayer({ filter: 1, filters: 2 }, true);
      if (!ledger || !gradient || !products) throw new Error('nothing watched');
      return readTogether([kernels, ledger, gradient, products]).map((values) => values.slice());
    }),
  );
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[0]?.[3]?.[0]).toBeGreaterThan(0);
  other.dispose();
  leader.dispose();
});

test('outputs that are no class of a task stay as they began, and do not change what is answered', () => {
  const session = open('adam');
  const head = () => session.snapshot('hard').arrays[2] as Float32Array;
  const cells = shape.units + 1;
  const before = head().slice();
  session.train('hard', 5);
  const after = head();
  // The heads are [2 tasks, 10 outputs, cells]; of task B the first two are classes.
  const unused = (TASK_CLASSES[0] + TASK_CLASSES[1]) * cells;
  expect(after.subarray(unused)).toEqual(before.subarray(unused));
  for (let output = 0; output < TASK_CLASSES[0] + TASK_CLASSES[1]; output++) {
    const row = (of: Float32Array) => of.subarray(output * cells, (output + 1) * cells);
    expect(row(after)).not.toEqual(row(before));
  }
  session.dispose();
});

test('soft sharing whose residuals vanish after each step is hard sharing', () => {
  const spec = (id: MultiTaskId) => multiTaskNetwork(id, { units: 4, depth: 2, shrink: 1 });
  const session = createSession({
    spec: {
      ...{ seed: 4, steps: 40, batch: BATCH },
      data: { kind: 'tasks', second: 'odd-even', examples: 50, labels: 20 },
      optimizer: { kind: 'momentum', rate: RATE, decay: 'none' },
      networks: [spec('hard'), spec('soft')],
    },
    data: dataOf(digits),
    backend,
    clock,
  });
  for (let step = 0; step < 4; step++)
    expect(Math.abs(lossOfStep(session, 'soft') - lossOfStep(session, 'hard'))).toBeLessThan(1e-5);
  session.dispose();
});

test('a session of two tasks leaves no tensor behind', () => {
  const empty = memory().numTensors;
  const session = open('adam');
  const everything = () => {
    for (const id of multiTaskIds) {
      session.train(id, 2);
      watchedOf(session, id, { filter: 0, filters: 1, ledger: true });
      for (const task of [0, 1]) countOf(session, id, 'test', 0, 20, task);
      session.measure(id, 3);
      session.poke(id, 1, 2, 3, 0.1);
      session.restore(id, session.snapshot(id));
    }
  };
  everything();
  const after = memory().numTensors;
  everything();
  expect(memory().numTensors).toBe(after);
  session.dispose();
  expect(memory().numTensors).toBe(empty);
});
