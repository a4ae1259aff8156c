/** Laws of the tied convolution on plain arrays, over random sizes, strides, paddings and tie maps. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Allocate } from '../../src/math/allocate';
import { directGradient } from '../../src/math/direct-gradient';
import { equivarianceError } from '../../src/math/equivariance-error';
import { segmentSum } from '../../src/math/segment-sum';
import { effectiveWeights, softGradient } from '../../src/math/soft-weights';
import { sumOfTiles } from '../../src/math/sum-of-tiles';
import { throughRelu, tiedForward, tiedInputGradient, tiedLedger } from '../../src/math/tied-convolution';
import { windowProducts } from '../../src/math/window-products';
import { independentTying } from '../../src/spec/tying';
import { type Case, cases, scaledDifference } from './arbitraries';

const cellsOf = ({ layer }: Case) => layer.filters * (layer.geometry.taps + 1);

/** Each site's own copy of the kernels its group uses. */
function copied({ layer, weights, ...rest }: Case): Case {
  const { tying, geometry, filters } = layer;
  const cells = filters * (geometry.taps + 1);
  const own = new Float32Array(tying.sites * cells);
  tying.groupOf.forEach((group, site) => {
    own.set(weights.subarray(group * cells, (group + 1) * cells), site * cells);
  });
  return { ...rest, layer: { ...layer, tying: independentTying(tying.sites) }, weights: own };
}

test('the gradient of a tied weight is the sum of its untied gradients, whichever way it is computed', () => {
  fc.assert(
    fc.property(cases, (c) => {
      const y = tiedForward(c.x, c.weights, c.layer, c.batch);
      const dz = c.layer.relu ? throughRelu(c.dz, y) : c.dz;
      const ledger = tiedLedger(c.x, dz, c.layer, c.batch);
      const direct = directGradient(c.x, c.dz, c.layer, c.batch, undefined, y);
      const difference = (sums: ArrayLike<number>) => scaledDifference(sums, direct, c.scale);
      expect(difference(segmentSum(ledger, c.layer.tying, cellsOf(c)))).toBeLessThan(1e-5);
      expect(difference(sumOfTiles(ledger, c.layer.tying, direct).sum)).toBeLessThan(1e-5);
    }),
  );
});

test('a perturbed tile makes the sum of the tiles differ from the gradient', () => {
  fc.assert(
    fc.property(
      cases.filter((c) => c.dz.some((d) => d !== 0)),
      fc.nat(),
      (c, anywhere) => {
        const ledger = tiedLedger(c.x, c.dz, c.layer, c.batch);
        const direct = directGradient(c.x, c.dz, c.layer, c.batch);
        const at = anywhere % ledger.length;
        const largest = direct.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        ledger[at] = (ledger[at] as number) + 1e-3 * largest + 1e-6 * c.scale;
        expect(sumOfTiles(ledger, c.layer.tying, direct).difference).toBeGreaterThan(1e-4);
      },
    ),
  );
});

test('independent kernels that are copies give the same output, and their gradients are the ledger', () => {
  fc.assert(
    fc.property(cases, (c) => {
      const own = copied(c);
      expect(tiedForward(own.x, own.weights, own.layer, own.batch)).toEqual(
        tiedForward(c.x, c.weights, c.layer, c.batch),
      );
      expect(tiedInputGradient(own.dz, own.weights, own.layer, own.batch)).toEqual(
        tiedInputGradient(c.dz, c.weights, c.layer, c.batch),
      );
      const ledger = tiedLedger(c.x, c.dz, c.layer, c.batch);
      const direct = directGradient(own.x, own.dz, own.layer, own.batch);
      expect(scaledDifference(direct, ledger, c.scale)).toBeLessThan(1e-5);
    }),
  );
});

test('each output is the sum of its window times its kernel', () => {
  fc.assert(
    fc.property(cases, (c) => {
      const { geometry, tying, filters, relu } = c.layer;
      const out = tiedForward(c.x, c.weights, c.layer, c.batch);
      const pixels = geometry.height * geometry.width * geometry.channels;
      const last = c.batch - 1;
      for (let site = 0; site < geometry.sites; site++)
        for (let filter = 0; filter < filters; filter++) {
          const kernel = ((tying.groupOf[site] as number) * filters + filter) * (geometry.taps + 1);
          const products = windowProducts(
            c.x.subarray(last * pixels),
            geometry,
            c.weights.subarray(kernel, kernel + geometry.taps + 1),
            site,
          );
          const actual = out[(last * geometry.sites + site) * filters + filter];
          expect(actual).toBeCloseTo(relu ? products.output : products.preactivation, 4);
        }
    }),
    { numRuns: 40 },
  );
});

test('a weight that is not finite makes every output of its filter and group NaN, and no other', () => {
  fc.assert(
    fc.property(
      cases,
      fc.nat(),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY),
      (c, anywhere, bad) => {
        const { geometry, tying, filters } = c.layer;
        const at = anywhere % c.weights.length;
        const isBias = at % (geometry.taps + 1) === geometry.taps;
        const row = Math.floor(at / (geometry.taps + 1));
        const before = tiedForward(c.x, c.weights, c.layer, c.batch);
        const weights = c.weights.map((weight, index) => (index === at ? bad : weight));
        const expected = before.map((value, index) => {
          const site = Math.floor(index / filters) % geometry.sites;
          const uses = (tying.groupOf[site] as number) * filters + (index % filters) === row;
          return uses ? (isBias ? bad : Number.NaN) : value;
        });
        expect(tiedForward(c.x, weights, c.layer, c.batch)).toEqual(expected);
      },
    ),
  );
});

test('an upstream gradient that is not finite makes its whole row of the ledger NaN, blank cells included', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (c, anywhere) => {
      const { geometry, filters } = c.layer;
      const at = anywhere % c.dz.length;
      const row = at % (geometry.sites * filters);
      const before = tiedLedger(c.x, c.dz, c.layer, c.batch);
      const dz = c.dz.map((value, index) => (index === at ? Number.NaN : value));
      const expected = before.map((value, index) =>
        Math.floor(index / (geometry.taps + 1)) === row ? Number.NaN : value,
      );
      expect(tiedLedger(c.x, dz, c.layer, c.batch)).toEqual(expected);
    }),
  );
});

test('what is said to be overwritten is, number by number', () => {
  const used: Allocate = (length, use) => new Float32Array(length).fill(use ? Number.NaN : 0);
  fc.assert(
    fc.property(cases, (c) => {
      const { tying } = c.layer;
      const y = tiedForward(c.x, c.weights, c.layer, c.batch, used);
      expect(y).toEqual(tiedForward(c.x, c.weights, c.layer, c.batch));
      const ledger = tiedLedger(c.x, c.dz, c.layer, c.batch, y, used);
      expect(segmentSum(ledger, tying, cellsOf(c), used)).toEqual(segmentSum(ledger, tying, cellsOf(c)));
      const shape = { ...c.layer, taps: c.layer.geometry.taps };
      expect(softGradient(ledger, shape, used)).toEqual(softGradient(ledger, shape));
      expect(effectiveWeights(softGradient(ledger, shape), shape, used).some(Number.isNaN)).toBe(false);
    }),
  );
});

test('masked by the output or masked beforehand, the gradients are the same', () => {
  fc.assert(
    fc.property(cases, (c) => {
      const y = tiedForward(c.x, c.weights, c.layer, c.batch);
      const dz = c.layer.relu ? throughRelu(c.dz, y) : c.dz;
      expect(tiedLedger(c.x, c.dz, c.layer, c.batch, y)).toEqual(tiedLedger(c.x, dz, c.layer, c.batch));
      expect(tiedInputGradient(c.dz, c.weights, c.layer, c.batch, y)).toEqual(
        tiedInputGradient(dz, c.weights, c.layer, c.batch),
      );
    }),
  );
});

test('ledger and input gradient agree with finite differences of the forward pass', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (c, anywhere) => {
      const layer = { ...c.layer, relu: false };
      // The layer is linear in the weights and in x, so a difference over a wide step is exact but for rounding.
      const objective = (x: Float32Array, weights: Float32Array) =>
        tiedForward(x, weights, layer, c.batch).reduce((sum, z, at) => sum + z * (c.dz[at] as number), 0);
      const nudged = (values: Float32Array, at: number, by: number) =>
        values.map((value, index) => (index === at ? value + by : value));
      const gradient = segmentSum(tiedLedger(c.x, c.dz, layer, c.batch), layer.tying, cellsOf(c));
      const w = anywhere % c.weights.length;
      const byWeight =
        (objective(c.x, nudged(c.weights, w, 0.5)) - objective(c.x, nudged(c.weights, w, -0.5))) / 1;
      expect(byWeight / c.scale).toBeCloseTo((gradient[w] as number) / c.scale, 2);
      const dx = tiedInputGradient(c.dz, c.weights, layer, c.batch);
      const p = anywhere % c.x.length;
      const byInput =
        (objective(nudged(c.x, p, 0.5), c.weights) - objective(nudged(c.x, p, -0.5), c.weights)) / 1;
      expect(byInput / c.scale).toBeCloseTo((dx[p] as number) / c.scale, 2);
    }),
  );
});

test('a shared layer commutes with shifts exactly, an independent one does not', () => {
  let broken = 0;
  fc.assert(
    fc.property(cases, (c) => {
      const { geometry, tying } = c.layer;
      const image = c.x.subarray(0, geometry.height * geometry.width * geometry.channels);
      const error = equivarianceError(image, c.weights, c.layer);
      if (tying.groups === 1) expect(error).toBe(0);
      else if (error > 0.1) broken++;
    }),
  );
  expect(broken).toBeGreaterThan(5);
});
