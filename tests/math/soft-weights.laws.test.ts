/** Laws of soft sharing on plain arrays, for random layers, edges and tie maps. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkCost } from '../../src/math/cost';
import { initialWeights } from '../../src/math/initial-weights';
import type { TiedLayer } from '../../src/math/network-layers';
import { networkLayers } from '../../src/math/network-layers';
import { networkOnImage } from '../../src/math/network-on-image';
import { effectiveLayer, effectiveWeights, softGradient } from '../../src/math/soft-weights';
import { tiedForward, tiedLedger } from '../../src/math/tied-convolution';
import { weightCount, weightShapes } from '../../src/math/weight-shapes';
import { howMuchNetwork } from '../../src/spec/how-much-network';
import { canonicalMap, groupCount, mapPatterns, secondLayerMap } from '../../src/spec/tie-map';
import { cases, normals } from './arbitraries';

/** A case whose sharing is soft: its weights are followed by residuals. */
const softCases = cases.map((c) => {
  const layer: TiedLayer = { ...c.layer, shrink: 0.1, relu: false };
  const shape = { ...layer, taps: layer.geometry.taps };
  return { ...c, layer, shape, weights: normals(weightCount(shape), 1, 'soft weights') };
});

/** Maps of the canvas in a few colours. */
const maps = fc
  .array(fc.integer({ min: 0, max: 6 }), { minLength: 256, maxLength: 256 })
  .map((labels) => canonicalMap(labels));

test('the gradient of a shared part is the sum of its sites, that of a residual its own', () => {
  fc.assert(
    fc.property(softCases, fc.nat(), ({ layer, shape, weights, x, dz, batch, scale }, anywhere) => {
      const own = effectiveLayer(layer);
      // The layer is linear in its weights, so a difference over a wide step is exact but for rounding.
      const objective = (at: number, by: number) => {
        const nudged = weights.map((weight, index) => (index === at ? weight + by : weight));
        const z = tiedForward(x, effectiveWeights(nudged, shape), own, batch);
        return z.reduce((sum, value, index) => sum + value * (dz[index] as number), 0);
      };
      const gradient = softGradient(tiedLedger(x, dz, own, batch), shape);
      const residuals = layer.tying.groups * shape.filters * (shape.taps + 1);
      for (const at of [anywhere % residuals, residuals + (anywhere % (weights.length - residuals))]) {
        const slope = objective(at, 0.5) - objective(at, -0.5);
        expect(slope / scale).toBeCloseTo((gradient[at] as number) / scale, 2);
      }
    }),
  );
});

test('without residuals the layer is the grouped one; with them each site has its own', () => {
  fc.assert(
    fc.property(softCases, ({ layer, shape, weights, x, batch }) => {
      const shared = layer.tying.groups * shape.filters * (shape.taps + 1);
      const bare = weights.map((weight, at) => (at < shared ? weight : 0));
      const hard = tiedForward(x, weights.subarray(0, shared), { ...layer, shrink: null }, batch);
      const soft = (values: Float32Array) =>
        tiedForward(x, effectiveWeights(values, shape), effectiveLayer(layer), batch);
      expect(soft(bare)).toEqual(hard);
      expect(soft(weights)).not.toEqual(hard);
    }),
  );
});

test('a soft network has a set of kernels for each group and one for each site, and no more work', () => {
  fc.assert(
    fc.property(maps, fc.constantFrom(0, 0.3, 1), (map, shrink) => {
      const [soft, hard] = [
        networkCost(howMuchNetwork('grouped', { map, shrink })),
        networkCost(howMuchNetwork('grouped', { map, shrink: null })),
      ];
      const groups = [groupCount(map), groupCount(secondLayerMap(map))] as const;
      const dense = 170;
      expect(hard.parameters).toBe(groups[0] * 8 * 26 + groups[1] * 16 * 201 + dense);
      expect(soft.parameters).toBe((groups[0] + 256) * 8 * 26 + (groups[1] + 64) * 16 * 201 + dense);
      expect(soft.multiplyAdds).toBe(hard.multiplyAdds);
    }),
    { numRuns: 20 },
  );
});

test('a soft network begins as the hard one: residuals are 0', () => {
  const [soft, hard] = [0.1, null].map((shrink) =>
    howMuchNetwork('grouped', { map: mapPatterns.quadrants, shrink }),
  );
  if (!soft || !hard) throw new Error('two networks');
  const [ofSoft, ofHard] = [initialWeights(soft, 3), initialWeights(hard, 3)];
  const image = normals(1024, 1, 'image');
  expect(networkOnImage(networkLayers(soft), ofSoft, image)).toEqual(
    networkOnImage(networkLayers(hard), ofHard, image),
  );
  ofSoft.forEach((weights, layer) => {
    const shared = ofHard[layer] ?? new Float32Array();
    expect(weights.subarray(0, shared.length)).toEqual(shared);
    expect(weights.subarray(shared.length).every((residual) => residual === 0)).toBe(true);
    expect(weights).toHaveLength(weightCount(weightShapes(soft)[layer] as never));
  });
});
