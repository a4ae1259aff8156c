/** Networks of every kind by their weights: how many there are, what work they do, how they begin. */
import { describe, expect, test } from 'vitest';
import { networkCost } from '../../src/math/cost';
import { initialWeights } from '../../src/math/initial-weights';
import { trainedGroups, weightCount, weightShapes } from '../../src/math/weight-shapes';
import type { LayeredNetworkSpec, NetworkId, NetworkSpec } from '../../src/spec/experiment-spec';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import { sequenceNetwork, sequenceTasks } from '../../src/spec/sequence-tasks';

/** Both towers of the siamese lab as one network: a layer of whole pictures, then one of their 64 numbers. */
function towers(id: 'shared' | 'independent', init: 'own' | 'copies' = 'own'): LayeredNetworkSpec {
  const tower = { kind: 'convolution', padding: 'valid', tying: { kind: id } } as const;
  return {
    kind: 'layered',
    id,
    input: [64, 32, 1],
    layers: [
      { ...tower, size: 32, filters: 64, stride: 32 },
      { ...tower, size: 1, filters: 2, stride: 1 },
    ],
    init,
    loss: 'contrastive',
  };
}

const language = (id: NetworkId, trained = 6) => sequenceNetwork(id, 'language', trained);

describe('what a network costs', () => {
  test('the language network has 3,894 parameters shared and 21,894 independent', () => {
    expect(networkCost(language('shared'))).toMatchObject({ parameters: 3894, bytes: 4 * 3894 });
    expect(networkCost(language('independent')).parameters).toBe(21_894);
  });

  test('the towers have 65,730 parameters shared and twice as many independent', () => {
    expect(networkCost(towers('shared')).parameters).toBe(65_730);
    expect(networkCost(towers('independent')).parameters).toBe(131_460);
  });

  test('tying changes the work of none of them', () => {
    expect(networkCost(language('independent')).multiplyAdds).toBe(
      networkCost(language('shared')).multiplyAdds,
    );
    expect(networkCost(towers('independent')).multiplyAdds).toBe(networkCost(towers('shared')).multiplyAdds);
    // Six products of state and matrix and one answer; two pictures of 1,024 pixels, then of 64 numbers.
    expect(networkCost(language('shared')).multiplyAdds).toBe(6 * 48 * 48 + 48 * 6);
    expect(networkCost(towers('shared')).multiplyAdds).toBe(2 * (1024 * 64 + 64 * 2));
  });

  test('cells that no training sequence reaches are weights, but no parameters', () => {
    const [cell, head] = weightShapes(language('independent', 4));
    if (!cell || !head) throw new Error('no cell');
    expect(cell.tying.groups).toBe(sequenceTasks.language.reads);
    expect(trainedGroups(cell, 4)).toBe(4);
    expect(networkCost(language('independent', 4)).parameters).toBe(4 * 48 * 75 + 6 * 49);
    expect(networkCost(language('shared', 4)).parameters).toBe(3894);
  });
});

test('weights are as many as their shapes say, cell and head, layer by layer', () => {
  const cells = (network: NetworkSpec) =>
    weightShapes(network).map(({ tying, filters, taps }) => [tying.groups, tying.sites, filters, taps]);
  expect(cells(language('shared'))).toEqual([
    [1, 12, 48, 26 + 48],
    [1, 1, 6, 48],
  ]);
  expect(cells(language('independent'))).toEqual([
    [12, 12, 48, 26 + 48],
    [1, 1, 6, 48],
  ]);
  expect(cells(towers('independent'))).toEqual([
    [2, 2, 64, 1024],
    [2, 2, 2, 64],
  ]);
  for (const network of [language('independent'), towers('shared'), flagshipNetwork('independent')])
    expect(initialWeights(network, 1).map(({ length }) => length)).toEqual(
      weightShapes(network).map(weightCount),
    );
});

test('a tie map of steps is that of its own network, and must fit it', () => {
  const halves = Array.from({ length: 12 }, (_, step) => (step < 6 ? 0 : 1));
  const plan = (groupOf: readonly number[]) =>
    weightShapes(sequenceNetwork('grouped', 'language', 6, { kind: 'grouped', groupOf }));
  expect(plan(halves)[0]?.tying.groups).toBe(2);
  expect(() => plan(halves.slice(1))).toThrow(RangeError);
  const soft = { kind: 'soft', groupOf: halves, shrink: 0.1 } as const;
  expect(() => weightShapes(sequenceNetwork('grouped', 'language', 6, soft))).toThrow('not steps');
});

/** The groups of one layer, [filters, taps + 1] each. */
function groupsOf(network: NetworkSpec, layer: number, seed = 1): Float32Array[] {
  const shape = weightShapes(network)[layer];
  const weights = initialWeights(network, seed)[layer];
  if (!shape || !weights) throw new Error(`no layer ${layer}`);
  const size = weights.length / shape.tying.groups;
  return Array.from({ length: shape.tying.groups }, (_, at) => weights.slice(at * size, (at + 1) * size));
}

describe('initial weights', () => {
  test('the state taps of every cell are an orthogonal matrix', () => {
    for (const task of ['language', 'parity', 'first', 'third'] as const) {
      const { hidden, symbols, longest } = sequenceTasks[task];
      for (const cell of groupsOf(sequenceNetwork('independent', task, longest), 0)) {
        const row = (unit: number) => {
          const from = unit * (symbols + hidden + 1) + symbols;
          return cell.subarray(from, from + hidden);
        };
        for (let one = 0; one < hidden; one++)
          for (let other = 0; other <= one; other++) {
            const product = row(one).reduce((sum, value, at) => sum + value * (row(other)[at] as number), 0);
            expect(Math.abs(product - (one === other ? 1 : 0))).toBeLessThan(1e-6);
          }
      }
    }
  });

  test('biases begin at 0, and every other weight somewhere', () => {
    for (const network of [language('independent'), towers('independent'), flagshipNetwork('shared')])
      weightShapes(network).forEach(({ taps }, layer) => {
        for (const group of groupsOf(network, layer)) {
          expect(group.every((value, at) => (at % (taps + 1) === taps ? value === 0 : value !== 0))).toBe(
            true,
          );
        }
      });
  });

  test('all groups differ, unless they are copies', () => {
    for (const network of [language('independent'), towers('independent')]) {
      const groups = groupsOf(network, 0).map((group) => group.join());
      expect(new Set(groups).size).toBe(groups.length);
    }
    for (const layer of [0, 1]) {
      const copies = groupsOf(towers('independent', 'copies'), layer);
      expect(copies).toHaveLength(2);
      for (const copy of copies) expect(copy).toEqual(groupsOf(towers('shared'), layer)[0]);
    }
  });

  test('the first group and the head are those of the shared network, of the same seed', () => {
    for (const [one, many] of [
      [language('shared'), language('independent')],
      [towers('shared'), towers('independent')],
    ] as const) {
      expect(groupsOf(many, 0)[0]).toEqual(groupsOf(one, 0)[0]);
      expect(groupsOf(many, 0, 2)[0]).not.toEqual(groupsOf(one, 0)[0]);
    }
    expect(groupsOf(language('independent'), 1)).toEqual(groupsOf(language('shared'), 1));
  });

  test('points of pairs begin close together: the last layer of towers is drawn smaller', () => {
    const deviation = (values: Float32Array, taps: number) => {
      const drawn = values.filter((_, at) => at % (taps + 1) !== taps);
      return Math.sqrt(drawn.reduce((sum, value) => sum + value ** 2, 0) / drawn.length);
    };
    const last = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
      deviation(groupsOf(towers('shared'), 1, seed)[0] as Float32Array, 64),
    );
    const mean = last.reduce((sum, value) => sum + value, 0) / last.length;
    expect(mean).toBeGreaterThan(0.9 * (0.1 / Math.sqrt(64)));
    expect(mean).toBeLessThan(1.1 * (0.1 / Math.sqrt(64)));
    const first = deviation(groupsOf(towers('shared'), 0)[0] as Float32Array, 1024);
    expect(Math.abs(first / Math.sqrt(2 / 1024) - 1)).toBeLessThan(0.02);
  });
});
