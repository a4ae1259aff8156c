/** Whole networks on plain arrays: cost, one image forward and back, pooling, loss. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkCost } from '../../src/math/cost';
import { globalMaxPool, globalMaxPoolGradient } from '../../src/math/global-max-pool';
import { initialWeights } from '../../src/math/initial-weights';
import { networkLayers, tiedLayers } from '../../src/math/network-layers';
import { ledgerOnImage, networkOnImage } from '../../src/math/network-on-image';
import { segmentSum } from '../../src/math/segment-sum';
import { crossEntropy, crossEntropyGradient, softmax } from '../../src/math/softmax-cross-entropy';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import { normals } from './arbitraries';

test('the flagship has 3,594 parameters shared, 198,522 independent, and the same work', () => {
  const shared = networkCost(flagshipNetwork('shared'));
  const independent = networkCost(flagshipNetwork('independent'));
  expect(shared.parameters).toBe(3594);
  expect(shared.bytes).toBe(4 * 3594);
  expect(independent.parameters).toBe(198_522);
  expect(independent.multiplyAdds).toBe(shared.multiplyAdds);
});

test('a network on one image yields probabilities and a ledger that agrees with finite differences', () => {
  const network = flagshipNetwork('shared');
  const layers = networkLayers(network);
  const weights = initialWeights(network, 3);
  const image = normals(784, 3, 'image').map(Math.abs);
  const { probabilities, firstLayer } = networkOnImage(layers, weights, image);
  expect(probabilities.reduce((sum, p) => sum + p)).toBeCloseTo(1, 6);
  expect(firstLayer).toHaveLength(196 * 8);
  const [first] = tiedLayers(network);
  if (!first) throw new Error('no first layer');
  const gradient = segmentSum(ledgerOnImage(layers, weights, image, 4), first.tying, 208);
  const loss = (tap: number, delta: number) => {
    const own = weights.map((array) => array.slice());
    (own[0] as Float32Array)[tap] = ((own[0] as Float32Array)[tap] as number) + delta;
    return -Math.log(networkOnImage(layers, own, image).probabilities[4] as number);
  };
  for (const tap of [0, 12, 25, 60, 207])
    expect((loss(tap, 1e-3) - loss(tap, -1e-3)) / 2e-3).toBeCloseTo(gradient[tap] as number, 2);
});

test('of equal maxima the first wins, and takes the whole gradient', () => {
  const x = new Float32Array([1, 0, 3, 0, 3, 0]); // [1, 3, 2]
  const { values, winners } = globalMaxPool(x, 1, 3, 2);
  expect([...values]).toEqual([3, 0]);
  expect([...winners]).toEqual([1, 0]);
  const dx = globalMaxPoolGradient(new Float32Array([5, 7]), winners, 1, 3, 2);
  expect([...dx]).toEqual([0, 7, 5, 0, 0, 0]);
});

test('the loss stays finite for any finite logits, and its gradient is its slope', () => {
  expect(crossEntropy([1e30, -1e30], [1], 2)).toBeCloseTo(2e30, -25);
  expect([...softmax([1000, 1000], 2)]).toEqual([0.5, 0.5]);
  const logits = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(logits, fc.integer({ min: 0, max: 5 }), (values, at) => {
      const moved = (by: number) => values.map((value, index) => (index === at ? value + by : value));
      const slope = (crossEntropy(moved(1e-5), [2, 0], 3) - crossEntropy(moved(-1e-5), [2, 0], 3)) / 2e-5;
      expect(crossEntropyGradient(values, [2, 0], 3)[at]).toBeCloseTo(slope, 5);
    }),
  );
});
