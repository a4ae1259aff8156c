/** Two towers on plain arrays: symmetry, and the ledger against differences of the loss. */
import { describe, expect, it } from 'vitest';
import { contrastiveLoss, pairDistances } from '../../src/math/contrastive-loss';
import { initialWeights } from '../../src/math/initial-weights';
import { networkLayers } from '../../src/math/network-layers';
import { ledgerOfPair, pointsOfPairs } from '../../src/math/network-on-pairs';
import { randomStream } from '../../src/math/random';
import { FACE_SIDE, siameseNetwork, TOWER_UNITS } from '../../src/spec/siamese-network';

const PIXELS = FACE_SIDE * FACE_SIDE;
const CELLS = PIXELS + 1;
const picture = (name: string) => {
  const stream = randomStream(3, name);
  return Float32Array.from({ length: PIXELS }, () => stream.uniform());
};
const [a, b] = [picture('a'), picture('b')];
const paired = (first: Float32Array, second: Float32Array) => Float32Array.from([...first, ...second]);
const of = (id: 'shared' | 'independent') => {
  const spec = siameseNetwork(id);
  return { layers: networkLayers(spec), weights: initialWeights(spec, 1) };
};

describe('two towers on pairs', () => {
  it('give d(a, b) = d(b, a) and d(a, a) = 0 exactly when they are one', () => {
    const { layers, weights } = of('shared');
    const points = pointsOfPairs(layers, weights, paired(paired(a, b), paired(b, a)), 2);
    const [there, back] = pairDistances(points, 2);
    expect(there).toBe(back);
    expect(there).toBeGreaterThan(0);
    expect(pairDistances(pointsOfPairs(layers, weights, paired(a, a), 1), 2)[0]).toBe(0);
  });

  it('do not when each has weights of its own', () => {
    const { layers, weights } = of('independent');
    const points = pointsOfPairs(layers, weights, paired(paired(a, b), paired(b, a)), 2);
    const [there, back] = pairDistances(points, 2);
    expect(there).not.toBeCloseTo(back ?? 0, 3);
    expect(pairDistances(pointsOfPairs(layers, weights, paired(a, a), 1), 2)[0]).toBeGreaterThan(0.01);
  });

  it.each(['shared', 'independent'] as const)(
    'have a ledger whose sum over the uses of a weight is the slope of the loss: %s',
    (id) => {
      const { layers, weights } = of(id);
      const pair = paired(a, b);
      const ledger = ledgerOfPair(layers, weights, pair, true);
      const towers = id === 'shared' ? [[0, 1]] : [[0], [1]];
      const size = TOWER_UNITS * CELLS;
      const lossWith = (at: number, change: number) => {
        const first = weights[0]?.slice() ?? new Float32Array();
        first[at] = (first[at] ?? 0) + change;
        const rest = weights.slice(1);
        return contrastiveLoss(pointsOfPairs(layers, [first, ...rest], pair, 1), [1], 2);
      };
      const steepest = [...ledger.keys()].sort((x, y) => Math.abs(ledger[y] ?? 0) - Math.abs(ledger[x] ?? 0));
      for (const place of steepest.slice(0, 3)) {
        const within = place % size;
        towers.forEach((sites, group) => {
          const sum = sites.reduce((all, site) => all + (ledger[site * size + within] ?? 0), 0);
          const at = group * size + within;
          const slope = (lossWith(at, 0.01) - lossWith(at, -0.01)) / 0.02;
          expect(Math.abs(slope - sum)).toBeLessThan(2e-3 * Math.abs(sum) + 1e-4);
        });
      }
    },
  );
});
