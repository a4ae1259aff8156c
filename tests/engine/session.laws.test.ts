/** What a session promises the worker, on the backend of the project, with noise for digits. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { createSession, type Session } from '../../src/engine/session';
import { checksum } from '../../src/math/checksum';
import { networkCost } from '../../src/math/cost';
import { tiedLayers } from '../../src/math/network-layers';
import { sumOfTiles } from '../../src/math/sum-of-tiles';
import type { ExperimentSpec, LayeredNetworkSpec } from '../../src/spec/experiment-spec';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import type { TiedNetworkId } from '../../src/spec/network-id';
import { groupedTying, independentTying, sharedTying, type Tying } from '../../src/spec/tying';
import { relativeDifference } from '../math/arbitraries';
import {
  backendName,
  clock,
  countOf,
  dataOf,
  flagshipExperiment,
  lossOfStep,
  noiseDigits,
  openBackend,
  watchedOf,
} from './support';

const data = dataOf(noiseDigits(120, 110));
/** 2x2 blocks of 14x14 and of 7x7 sites. */
const blocks = (side: number) =>
  Array.from({ length: side * side }, (_, site) => {
    const [row, column] = [Math.floor(site / side), site % side];
    return (row >> 1) * side + (column >> 1);
  });
const tyings: Record<TiedNetworkId, Tying> = {
  shared: sharedTying(196),
  independent: independentTying(196),
  grouped: groupedTying(blocks(14)),
};
const networks = [
  flagshipNetwork('shared'),
  flagshipNetwork('independent', 'copies'),
  flagshipNetwork('grouped', 'own', [
    { kind: 'grouped', groupOf: blocks(14) },
    { kind: 'grouped', groupOf: blocks(7) },
  ]),
];
const ids: readonly TiedNetworkId[] = ['shared', 'independent', 'grouped'];

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend();
});

function open(changes: Partial<ExperimentSpec> = {}): Session {
  const spec = flagshipExperiment({
    batch: 8,
    data: { kind: 'digits', variant: 'roaming', examples: 100 },
    networks,
  });
  return createSession({ spec: { ...spec, ...changes }, data, backend, clock });
}

/** Step, and checksum of weights and optimiser state: to compare the numbers one by one takes longer than the steps. */
const sumOf = (session: Session, id: TiedNetworkId) => {
  const { step, arrays } = session.snapshot(id);
  return `${step} ${checksum(...arrays)}`;
};

const watch = { filter: 2, filters: 1, ledger: true };

test('the tiles that are drawn sum to the gradient of the second path, for every tying', () => {
  const session = open({ batch: 64 });
  for (const id of ids) {
    session.train(id);
    session.train(id);
    for (const filter of [0, 3, 7]) {
      const { ledger, gradient } = watchedOf(session, id, { filter, filters: 1, ledger: true });
      if (!ledger || !gradient) throw new Error('nothing watched');
      expect(sumOfTiles(ledger, tyings[id], gradient).difference).toBeLessThan(1e-5);
      const largest = ledger.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      ledger[700] = (ledger[700] as number) + 0.1 * largest + 1e-6;
      expect(sumOfTiles(ledger, tyings[id], gradient).difference).toBeGreaterThan(1e-4);
    }
  }
  session.dispose();
});

test('another filter can be looked at without a step, and before the first step there is no ledger', () => {
  const session = open();
  const fresh = watchedOf(session, 'shared', watch);
  expect(fresh.ledger).toBeNull();
  expect(fresh.gradient).toBeNull();
  expect(fresh.previousKernels).toEqual(fresh.kernels);
  session.train('shared');
  const two = watchedOf(session, 'shared', watch);
  const five = watchedOf(session, 'shared', { filter: 5, filters: 1, ledger: true });
  expect(five.ledger).not.toEqual(two.ledger);
  expect(watchedOf(session, 'shared', watch)).toEqual(two);
  expect(two.previousKernels).toEqual(fresh.kernels);
  expect(two.kernels).not.toEqual(fresh.kernels);
  expect(watchedOf(session, 'shared', { filter: 2, filters: 1, ledger: false }).ledger).toBeNull();
  session.dispose();
});

test('copies start as the shared network: the same loss, and their gradients are its ledger', () => {
  const session = open();
  const [one, many] = [lossOfStep(session, 'shared'), lossOfStep(session, 'independent')];
  expect(many).toBeCloseTo(one, 5);
  const shared = watchedOf(session, 'shared', watch).ledger;
  const own = watchedOf(session, 'independent', watch).gradient;
  if (!shared || !own) throw new Error('nothing watched');
  expect(sumOfTiles(shared, independentTying(196), own).difference).toBeLessThan(1e-5);
  session.dispose();
});

test('a network that joins later sees the same batches', () => {
  const together = open();
  const later = open();
  const losses = (session: Session, id: TiedNetworkId, steps: number) =>
    Array.from({ length: steps }, () => lossOfStep(session, id));
  const interleaved = Array.from({ length: 4 }, () => {
    together.train('shared');
    return lossOfStep(together, 'independent');
  });
  losses(later, 'shared', 4);
  expect(losses(later, 'independent', 4)).toEqual(interleaved);
  together.dispose();
  later.dispose();
});

test('steps asked for together are the steps made one by one, whatever the others do in between', () => {
  const one = open();
  const many = open();
  for (const id of ids) {
    const losses = Array.from({ length: 5 }, () => lossOfStep(one, id));
    one.watched(ids, watch);
    const { step, losses: together } = many.train(id, 5);
    expect(step).toBe(5);
    expect(together).toEqual(Float32Array.from(losses));
  }
  for (const id of ids) expect(sumOf(many, id)).toBe(sumOf(one, id));
  one.dispose();
  many.dispose();
});

test('losses come in order beyond the 1,024 places where a GPU keeps them', () => {
  const small: LayeredNetworkSpec = {
    ...flagshipNetwork('shared'),
    layers: [
      { kind: 'convolution', size: 5, filters: 2, stride: 14, padding: 'same', tying: { kind: 'shared' } },
      { kind: 'convolution', size: 1, filters: 2, stride: 1, padding: 'same', tying: { kind: 'shared' } },
      { kind: 'global-max-pool' },
      { kind: 'dense', units: 10 },
    ],
  };
  const session = open({ batch: 1, networks: [small] });
  for (let taken = 0; taken < 1020; taken += 255) session.train('shared', 255);
  const snapshot = session.snapshot('shared');
  const { losses } = session.train('shared', 10);
  session.restore('shared', snapshot);
  expect(session.train('shared', 10).losses).toEqual(losses);
  session.dispose();
});

test('what is watched of several networks together is what is watched of each alone', () => {
  const session = open();
  for (const id of ids) session.train(id, 2);
  const together = session.watched(ids, watch);
  for (const id of ids) expect(together[id]).toEqual(watchedOf(session, id, watch));
  session.dispose();
});

test('warming up changes no number and tells how far it has come', () => {
  const cold = open();
  const warm = open();
  warm.train('shared', 2);
  cold.train('shared', 2);
  const fractions = [...warm.warmUp()];
  for (const [at, fraction] of fractions.entries()) expect(fraction).toBeGreaterThan(fractions[at - 1] ?? 0);
  if (backendName === 'webgl') expect(fractions.at(-1)).toBe(1);
  for (const id of ids) {
    expect(warm.train(id, 2).losses).toEqual(cold.train(id, 2).losses);
    expect(sumOf(warm, id)).toBe(sumOf(cold, id));
  }
  cold.dispose();
  warm.dispose();
});

test('a snapshot brings a network back: the same steps follow', () => {
  for (const kind of ['sgd', 'momentum', 'adam'] as const) {
    const session = open({ optimizer: { kind, rate: 0.003, decay: 'none' } });
    session.train('shared');
    const snapshot = session.snapshot('shared');
    const losses = [lossOfStep(session, 'shared'), lossOfStep(session, 'shared')];
    session.restore('shared', snapshot);
    expect(session.stepOf('shared')).toBe(1);
    expect(watchedOf(session, 'shared', watch).ledger).toBeNull();
    expect([lossOfStep(session, 'shared'), lossOfStep(session, 'shared')]).toEqual(losses);
    session.dispose();
  }
});

test('the weights of a snapshot are as many as the cost says', () => {
  const session = open();
  for (const network of networks) {
    const arrays = session.snapshot(network.id).arrays.slice(0, 3);
    expect(arrays.reduce((sum, array) => sum + array.length, 0)).toBe(networkCost(network).parameters);
  }
  session.dispose();
});

test('a poke changes the one weight that the site uses, for all sites of its group', () => {
  const session = open();
  for (const id of ids) {
    const before = watchedOf(session, id, watch).kernels;
    session.poke(id, 17, 2, 4, 0.5);
    const after = watchedOf(session, id, watch).kernels;
    const at = (tyings[id].groupOf[17] as number) * 26 + 4;
    expect(after[at]).toBeCloseTo((before[at] as number) + 0.5, 6);
    expect(after.filter((value, index) => value !== before[index])).toHaveLength(1);
  }
  expect(() => session.poke('shared', 500, 0, 0, 1)).toThrow('There is no weight');
  session.dispose();
});

test('counting in slices counts every example once', () => {
  const session = open();
  session.train('shared');
  expect([session.sizeOf('shared', 'train'), session.sizeOf('shared', 'test')]).toEqual([100, 110]);
  const whole = countOf(session, 'shared', 'test', 0, 2000);
  const slices = [0, 40, 80].map((from) => countOf(session, 'shared', 'test', from, 40));
  expect(slices.reduce((sum, correct) => sum + correct, 0)).toBe(whole);
  const [accuracy, ...more] = Array.from(session.measure('shared', 14));
  expect(more).toEqual([]);
  expect(accuracy).toBeGreaterThanOrEqual(0);
  expect(accuracy).toBeLessThanOrEqual(1);
  session.dispose();
});

test('a prediction is a distribution; the shared layer is equivariant, an independent one is not', () => {
  const session = open({ networks: [flagshipNetwork('shared'), flagshipNetwork('independent')] });
  const pixels = Float32Array.from({ length: 784 }, (_, at) => ((at * 37) % 11) / 10);
  const [shared, independent] = (['shared', 'independent'] as const).map((id) => session.predict(id, pixels));
  if (shared?.kind !== 'image' || independent?.kind !== 'image') throw new Error('an answer of another kind');
  expect(shared.answer.reduce((sum, p) => sum + p)).toBeCloseTo(1, 5);
  expect(shared.equivarianceError).toBe(0);
  expect(independent.equivarianceError).toBeGreaterThan(0.1);
  session.dispose();
});

test('a rate that diverges yields a loss that is no number, not an exception', () => {
  const session = open({ optimizer: { kind: 'sgd', rate: 1e30, decay: 'none' } });
  const losses = Array.from({ length: 5 }, () => lossOfStep(session, 'shared'));
  expect(losses.some((loss) => !Number.isFinite(loss))).toBe(true);
  session.dispose();
});

test('a weight that is no number is seen in the loss of the next step, wherever it is', () => {
  const session = open();
  for (const network of networks) {
    const { step, arrays } = session.snapshot(network.id);
    tiedLayers(network).forEach(({ tying, filters, geometry }, layer) => {
      const broken = arrays.map((array) => array.slice());
      const weights = broken[layer] ?? new Float32Array();
      // The bias of a filter in the middle: every other weight of a site may lie in the padding.
      const kernel = (tying.groups >> 1) * filters + (filters >> 1);
      weights[kernel * (geometry.taps + 1) + geometry.taps] = Number.NaN;
      session.restore(network.id, { step, arrays: broken });
      expect(lossOfStep(session, network.id), `${network.id}, layer ${layer}`).toBeNaN();
    });
  }
  session.dispose();
});

test('the decay is that of the training: from the last fifth on, a fifth of the step', () => {
  const kernels = (decay: 'none' | 'last-fifth', steps: number) => {
    const session = open({ steps: 5, optimizer: { kind: 'sgd', rate: 0.1, decay } });
    for (let step = 0; step < steps; step++) session.train('shared');
    const { kernels, previousKernels } = watchedOf(session, 'shared', {
      filter: 0,
      filters: 1,
      ledger: false,
    });
    session.dispose();
    return { kernels, change: kernels.map((value, at) => value - (previousKernels[at] as number)) };
  };
  expect(kernels('last-fifth', 4)).toEqual(kernels('none', 4));
  const [whole, decayed] = [kernels('none', 5).change, kernels('last-fifth', 5).change];
  const fifth = whole.map((value) => 0.2 * value);
  expect(relativeDifference(decayed, fifth)).toBeLessThan(1e-3);
});

test('the milliseconds of a step are those of the clock', () => {
  let time = 0;
  const spec = flagshipExperiment({ batch: 2, data: { kind: 'digits', variant: 'roaming', examples: 10 } });
  const session = createSession({ spec, data, backend, clock: () => (time += 7) });
  expect(session.train('shared').ms).toBe(7);
  session.dispose();
});

test('a session leaves no tensor behind, and steps do not pile any up', () => {
  const empty = memory().numTensors;
  const session = open();
  const everything = (id: TiedNetworkId) => {
    session.train(id);
    watchedOf(session, id, watch);
    countOf(session, id, 'test', 0, 20);
    session.predict(id, new Float32Array(784));
    session.poke(id, 0, 0, 0, 0.1);
  };
  for (const id of ids) everything(id);
  const after = memory().numTensors;
  for (const id of ids) {
    everything(id);
    session.restore(id, session.snapshot(id));
    everything(id);
  }
  expect(memory().numTensors).toBe(after);
  session.dispose();
  expect(memory().numTensors).toBe(empty);
});
