/** Two towers in training, on the backend of the project: they are two sites of one kernel, tied or not. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { inputsOf, makeBatch } from '../../src/engine/data/examples';
import { pairSets } from '../../src/engine/data/pairs';
import { createSession, type Session } from '../../src/engine/session';
import { contrastiveLoss } from '../../src/math/contrastive-loss';
import { sumOfTiles } from '../../src/math/sum-of-tiles';
import type { ExperimentSpec, LayeredNetworkSpec } from '../../src/spec/experiment-spec';
import { independentTying, sharedTying } from '../../src/spec/tying';
import { scaledDifference } from '../math/arbitraries';
import { madeUpFaces } from './small-data';
import { clock, countOf, lossOfStep, openBackend, watchedOf } from './support';

const SIDE = 8;
const FILTERS = 6;
const BATCH = 16;
const ids = ['shared', 'independent'] as const;
const tyings = { shared: sharedTying(2), independent: independentTying(2) };

function towers(id: 'shared' | 'independent'): LayeredNetworkSpec {
  const tower = { kind: 'convolution', padding: 'valid', tying: { kind: id } } as const;
  return {
    kind: 'layered',
    id,
    input: [2 * SIDE, SIDE, 1],
    layers: [
      { ...tower, size: SIDE, filters: FILTERS, stride: SIDE },
      { ...tower, size: 1, filters: 2, stride: 1 },
    ],
    init: 'own',
    loss: 'contrastive',
  };
}

const spec: ExperimentSpec = {
  seed: 1,
  data: { kind: 'pairs', variant: 'faces', examples: 60 },
  steps: 200,
  batch: BATCH,
  optimizer: { kind: 'adam', rate: 0.01, decay: 'none' },
  networks: [towers('shared'), towers('independent')],
};
const faces = madeUpFaces();
const sets = pairSets(faces, 'faces', 60, 1);

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend();
});
const open = (): Session => createSession({ spec, data: { kind: 'pairs', faces }, backend, clock });

/** What it says of pairs. */
function said(session: Session, id: 'shared' | 'independent', pairs: Float32Array) {
  const answer = session.predict(id, pairs);
  if (answer.kind !== 'pairs') throw new Error(answer.kind);
  return answer;
}

test('the loss of a step is that of the points before it, and training brings it down', () => {
  const session = open();
  for (const id of ids) {
    const { inputs, labels } = makeBatch(sets.train, spec.seed, 0, BATCH);
    const { points } = said(session, id, inputs);
    expect(lossOfStep(session, id)).toBeCloseTo(contrastiveLoss(points, labels, 2), 5);
    const { losses } = session.train(id, 199);
    const mean = (some: Float32Array) => some.reduce((sum, loss) => sum + loss, 0) / some.length;
    expect(mean(losses.subarray(-20))).toBeLessThan(0.5 * mean(losses.subarray(0, 20)));
    // Counted by the threshold that is told with every answer.
    const { answer, threshold } = said(session, id, inputsOf(sets.train, 0, 60));
    const right = [...answer].filter((distance, at) => distance <= threshold === (at % 2 === 0));
    expect(countOf(session, id, 'train', 0, 60)).toBe(right.length);
    const [same, others] = [0, 1].map((odd) => mean(answer.filter((_, at) => at % 2 === odd)));
    expect(others).toBeGreaterThan(2 * (same as number));
  }
  session.dispose();
});

test('the tiles of both towers sum to the gradient of the second path, shared and not', () => {
  const session = open();
  for (const id of ids) {
    session.train(id, 2);
    for (let filter = 0; filter < FILTERS; filter++) {
      const { ledger, gradient } = watchedOf(session, id, { filter, filters: 1, ledger: true });
      if (!ledger || !gradient) throw new Error('nothing watched');
      expect(ledger).toHaveLength(2 * (SIDE * SIDE + 1));
      expect(sumOfTiles(ledger, tyings[id], gradient).difference).toBeLessThan(1e-5);
    }
  }
  session.dispose();
});

test('a range of filters is each of its filters, side by side', () => {
  const session = open();
  const cells = SIDE * SIDE + 1;
  for (const id of ids) {
    session.train(id, 2);
    const range = watchedOf(session, id, { filter: 1, filters: 4, ledger: true });
    expect(range).toMatchObject({ filter: 1, filters: 4 });
    for (let at = 0; at < 4; at++) {
      const one = watchedOf(session, id, { filter: 1 + at, filters: 1, ledger: true });
      for (const name of ['kernels', 'previousKernels', 'ledger', 'gradient'] as const) {
        const [all, alone] = [range[name], one[name]];
        if (!all || !alone) throw new Error('nothing watched');
        expect(all).toHaveLength(4 * alone.length);
        const rows = Array.from({ length: alone.length / cells }, (_, row) =>
          Array.from(all.subarray((row * 4 + at) * cells, (row * 4 + at + 1) * cells)),
        );
        expect(rows.flat(), `${id} ${name}`).toEqual([...alone]);
      }
    }
  }
  session.dispose();
});

test('shared towers find a pair as far apart whichever picture comes first, others do not', () => {
  const session = open();
  for (const id of ids) session.train(id, 30);
  const distances = (id: 'shared' | 'independent') => {
    const [pairs, swapped] = [inputsOf(sets.test, 0, 40), inputsOf(sets.swapped, 0, 40)];
    return [said(session, id, pairs).answer, said(session, id, swapped).answer] as const;
  };
  const [one, other] = distances('shared');
  expect(other).toEqual(one);
  const [first, second] = distances('independent');
  expect(scaledDifference(first, second, 0)).toBeGreaterThan(0.05);
  // A picture and itself: one point, or two.
  const itself = (id: 'shared' | 'independent') =>
    Array.from(session.measure(id, 0)).filter((_, at) => at % 4 === 2);
  expect(itself('shared')).toEqual(new Array(50).fill(0));
  expect(Math.min(...itself('independent'))).toBeGreaterThan(0);
  session.dispose();
});

test('a session of pairs leaves no tensor behind', () => {
  const empty = memory().numTensors;
  const session = open();
  const everything = () => {
    for (const id of ids) {
      session.train(id, 2);
      watchedOf(session, id, { filter: 0, filters: FILTERS, ledger: true });
      countOf(session, id, 'test', 0, 30);
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
