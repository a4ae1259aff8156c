/** Laws of soft sharing in training, on the backend of the project: a small network on the canvas, under random maps. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { createSession, type Session } from '../../src/engine/session';
import { networkCost } from '../../src/math/cost';
import { randomStream } from '../../src/math/random';
import { segmentSum } from '../../src/math/segment-sum';
import { sumOfTiles } from '../../src/math/sum-of-tiles';
import type { LayeredNetworkSpec, OptimizerSpec } from '../../src/spec/experiment-spec';
import { groupedTying, independentTying, type TyingPlan } from '../../src/spec/tying';
import { scaledDifference } from '../math/arbitraries';
import {
  backendName,
  clock,
  countOf,
  dataOf,
  lossOfStep,
  noiseDigits,
  openBackend,
  watchedOf,
} from './support';

const SITES = [64, 16] as const;
const FILTERS = 3;
const CELLS = 26;
const RATE = 0.05;
const data = dataOf(noiseDigits(40, 20));
/** Three groups, drawn anew for each run of the tests. */
const stream = randomStream(Math.floor(2 ** 31 * Math.random()), 'maps');
const maps = SITES.map((sites) => Array.from({ length: sites }, () => stream.integer(3)));
const tying = groupedTying(maps[0] as number[]);

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend();
});

function network(plan: (groupOf: readonly number[]) => TyingPlan): LayeredNetworkSpec {
  const convolution = { kind: 'convolution', size: 5, padding: 'wrap', filters: FILTERS } as const;
  return {
    kind: 'layered',
    id: 'grouped',
    input: [32, 32, 1],
    layers: [
      { ...convolution, stride: 4, tying: plan(maps[0] as number[]) },
      { ...convolution, stride: 2, tying: plan(maps[1] as number[]) },
      { kind: 'global-max-pool' },
      { kind: 'dense', units: 10 },
    ],
    init: 'own',
    loss: 'cross-entropy',
  };
}

const softly = (shrink: number) => network((groupOf) => ({ kind: 'soft', groupOf, shrink }));
const hard = network((groupOf) => ({ kind: 'grouped', groupOf }));

function open(spec: LayeredNetworkSpec, kind: OptimizerSpec['kind'] = 'sgd'): Session {
  return createSession({
    spec: {
      seed: 2,
      data: { kind: 'canvas', task: 'roaming', examples: 40 },
      steps: 20,
      batch: 8,
      optimizer: { kind, rate: kind === 'adam' ? 0.003 : RATE, decay: 'none' },
      networks: [spec],
    },
    data,
    backend,
    clock,
  });
}

/** Shared parts and residuals of the first layer. */
function firstLayer(session: Session) {
  const [weights = new Float32Array()] = session.snapshot('grouped').arrays;
  const shared = tying.groups * FILTERS * CELLS;
  return { shared: weights.slice(0, shared), residuals: weights.slice(shared) };
}

const watch = { filter: 0, filters: FILTERS, ledger: true };

test('where residuals vanish after each step, every step is that of the grouped network', () => {
  // Adam turns rounding of gradients near zero into steps of the rate: on a GPU it shows nothing.
  for (const kind of backendName === 'cpu'
    ? (['sgd', 'momentum', 'adam'] as const)
    : (['momentum'] as const)) {
    const [soft, tied] = [open(softly(1), kind), open(hard, kind)];
    for (let step = 0; step < 4; step++) {
      const [one, other] = [lossOfStep(soft, 'grouped'), lossOfStep(tied, 'grouped')];
      if (backendName === 'cpu') expect(one).toBe(other);
      else expect(Math.abs(one - other)).toBeLessThan(1e-5);
    }
    const { shared, residuals } = firstLayer(soft);
    const [expected = new Float32Array()] = tied.snapshot('grouped').arrays;
    expect(scaledDifference(shared, expected, 1)).toBeLessThan(backendName === 'cpu' ? 1e-12 : 1e-5);
    expect(residuals.every((residual) => residual === 0)).toBe(true);
    soft.dispose();
    tied.dispose();
  }
});

test('a step moves each shared part by the sum of its sites, each residual by its own, and then shrinks it', () => {
  for (const shrink of [0, 0.25]) {
    const session = open(softly(shrink));
    session.train('grouped', 2);
    const before = firstLayer(session);
    session.train('grouped');
    const after = firstLayer(session);
    const { ledger } = watchedOf(session, 'grouped', watch);
    if (!ledger) throw new Error('nothing watched');
    expect(ledger.some((value) => value !== 0)).toBe(true);
    const sums = segmentSum(ledger, tying, FILTERS * CELLS);
    const moved = before.shared.map((weight, at) => weight - RATE * (sums[at] as number));
    expect(scaledDifference(after.shared, moved, 1)).toBeLessThan(1e-6);
    const own = before.residuals.map((value, at) => (1 - shrink) * (value - RATE * (ledger[at] as number)));
    expect(scaledDifference(after.residuals, own, 1)).toBeLessThan(1e-6);
    session.dispose();
  }
});

test('what is watched is what sites read, their residuals, and tiles that sum to the gradient of the shared parts', () => {
  const session = open(softly(0.1));
  const start = watchedOf(session, 'grouped', watch);
  expect(start.residuals?.every((value) => value === 0)).toBe(true);
  session.train('grouped', 2);
  const before = firstLayer(session);
  session.train('grouped');
  const { kernels, previousKernels, residuals, ledger, gradient } = watchedOf(session, 'grouped', watch);
  if (!ledger || !gradient || !residuals) throw new Error('nothing watched');
  const read = (of: typeof before) =>
    of.residuals.map((value, at) => {
      const site = Math.floor(at / (FILTERS * CELLS));
      return (
        value +
        (of.shared[(tying.groupOf[site] as number) * FILTERS * CELLS + (at % (FILTERS * CELLS))] as number)
      );
    });
  const after = firstLayer(session);
  expect(kernels).toEqual(read(after));
  expect(previousKernels).toEqual(read(before));
  expect(residuals).toEqual(after.residuals);
  expect(gradient).toHaveLength(tying.groups * FILTERS * CELLS);
  expect(sumOfTiles(ledger, tying, gradient).difference).toBeLessThan(1e-5);
  const one = watchedOf(session, 'grouped', { filter: 1, filters: 1, ledger: false });
  const ofFilter = (all: Float32Array) => all.filter((_, at) => Math.floor(at / CELLS) % FILTERS === 1);
  expect([one.kernels, one.residuals]).toEqual([ofFilter(kernels), ofFilter(residuals)]);
  session.dispose();
});

test('residuals that never shrink do not make the network independent: all sites still push the shared part', () => {
  const session = open(softly(0));
  const free = open(network(() => ({ kind: 'independent' })));
  // The same kernels at every site of both.
  const { arrays } = session.snapshot('grouped');
  const copied = arrays.map((weights, layer) => {
    const map = groupedTying(maps[layer] ?? [0]);
    if (layer === 2) return weights;
    const cells = weights.length / (map.groups + map.sites);
    const all = new Float32Array(map.sites * cells);
    map.groupOf.forEach((group, site) => {
      all.set(weights.subarray(group * cells, (group + 1) * cells), site * cells);
    });
    return all;
  });
  free.restore('grouped', { step: 0, arrays: copied });
  expect(lossOfStep(session, 'grouped')).toBeCloseTo(lossOfStep(free, 'grouped'), 5);
  // The fused step of a GPU shows one filter at a time.
  const one = { filter: 1, filters: 1, ledger: true };
  const [soft, own] = [watchedOf(session, 'grouped', one), watchedOf(free, 'grouped', one)];
  if (!own.ledger || !own.gradient) throw new Error('nothing watched');
  expect(sumOfTiles(own.ledger, independentTying(SITES[0]), own.gradient).difference).toBeLessThan(1e-5);
  const change = soft.kernels.map((value, at) => value - (own.kernels[at] as number));
  expect(Math.max(...change.map(Math.abs))).toBeGreaterThan(1e-4);
  session.dispose();
  free.dispose();
});

test('a poke changes the residual of its site, and no other number', () => {
  const session = open(softly(0.1));
  session.train('grouped');
  const before = firstLayer(session);
  session.poke('grouped', 17, 2, 4, 0.5);
  const after = firstLayer(session);
  expect(after.shared).toEqual(before.shared);
  const at = (17 * FILTERS + 2) * CELLS + 4;
  expect(after.residuals[at]).toBeCloseTo((before.residuals[at] as number) + 0.5, 6);
  expect(after.residuals.filter((value, index) => value !== before.residuals[index])).toHaveLength(1);
  session.dispose();
});

test('a snapshot of a soft network is as large as its cost says and brings it back: the same steps follow', () => {
  const spec = softly(0.3);
  const session = open(spec, 'adam');
  session.train('grouped', 2);
  const snapshot = session.snapshot('grouped');
  const numbers = snapshot.arrays.slice(0, 3).reduce((sum, { length }) => sum + length, 0);
  expect(numbers).toBe(networkCost(spec).parameters);
  const { losses } = session.train('grouped', 3);
  session.restore('grouped', snapshot);
  expect(session.train('grouped', 3).losses).toEqual(losses);
  session.dispose();
});

test('on edges that wrap, one soft kernel sees a shifted picture as it was until its residuals have grown', () => {
  const plan = (groupOf: readonly number[]): TyingPlan => ({
    kind: 'soft',
    groupOf: groupOf.map(() => 0),
    shrink: 0,
  });
  const session = open(network(plan));
  const picture = Float32Array.from({ length: 1024 }, (_, at) => ((at * 37) % 11) / 10);
  const error = () => {
    const answer = session.predict('grouped', picture);
    return answer.kind === 'image' ? answer.equivarianceError : Number.NaN;
  };
  expect(error()).toBe(0);
  session.train('grouped', 3);
  expect(error()).toBeGreaterThan(0);
  session.dispose();
});

test('a soft network leaves no tensor behind, and steps do not pile any up', () => {
  const empty = memory().numTensors;
  const session = open(softly(0.1));
  const everything = () => {
    session.train('grouped');
    watchedOf(session, 'grouped', watch);
    countOf(session, 'grouped', 'test', 0, 10);
    session.poke('grouped', 0, 0, 0, 0.1);
  };
  everything();
  const after = memory().numTensors;
  everything();
  session.restore('grouped', session.snapshot('grouped'));
  everything();
  expect(memory().numTensors).toBe(after);
  session.dispose();
  expect(memory().numTensors).toBe(empty);
});
