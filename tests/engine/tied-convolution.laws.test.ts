/** Laws of the tied convolution as a differentiable tfjs kernel, on the backend of the project. */
import { grads, memory, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { tiedConv2D } from '../../src/engine/layers/tied-layer';
import { directGradient } from '../../src/math/direct-gradient';
import { sumOfTiles } from '../../src/math/sum-of-tiles';
import { throughRelu, tiedForward, tiedInputGradient, tiedLedger } from '../../src/math/tied-convolution';
import { independentTying, sharedTying } from '../../src/spec/tying';
import { type Case, caseFor, cases, scaledDifference } from '../math/arbitraries';
import { lawRuns, openBackend } from './support';

const runs = lawRuns(100, 10);
const TOLERANCE = 1e-5;

beforeAll(async () => {
  await openBackend();
});

/** Output, ledger and gradients of a layer for the upstream gradient of the case, through autodiff. */
function through(c: Case) {
  const { geometry, tying, filters } = c.layer;
  const { height, width, channels, outHeight, outWidth, taps } = geometry;
  return tidy(() => {
    const x = tensor(c.x, [c.batch, height, width, channels]);
    const weights = tensor(c.weights, [tying.groups, filters, taps + 1]);
    const groupOf = tensor([...tying.groupOf], [tying.sites], 'float32');
    const dy = tensor(c.dz, [c.batch, outHeight, outWidth, filters]);
    let ledger = new Float32Array();
    const layer = (xs: Tensor, ws: Tensor) =>
      tiedConv2D(xs, ws, { groupOf, ownOf: null }, c.layer, (backward) => {
        ledger = backward.ledger.dataSync<'float32'>().slice();
      });
    const [dx, dw] = grads(layer as (...args: Tensor[]) => Tensor)([x, weights], dy);
    if (!dx || !dw) throw new Error('no gradient');
    return {
      y: layer(x, weights).dataSync<'float32'>().slice(),
      ledger,
      dx: dx.dataSync<'float32'>().slice(),
      dw: dw.dataSync<'float32'>().slice(),
    };
  });
}

const upstream = (c: Case, y: Float32Array) => (c.layer.relu ? throughRelu(c.dz, y) : c.dz);

test('the gradient of a tied weight is the sum of its untied gradients', () => {
  fc.assert(
    fc.property(cases, (c) => {
      const { y, ledger, dw } = through(c);
      const { sum } = sumOfTiles(ledger, c.layer.tying, dw);
      expect(scaledDifference(sum, dw, c.scale)).toBeLessThan(TOLERANCE);
      const direct = directGradient(c.x, c.dz, c.layer, c.batch, undefined, y);
      expect(scaledDifference(sum, direct, c.scale)).toBeLessThan(TOLERANCE);
    }),
    runs,
  );
});

test('independent weights that are copies of the shared ones give the same output, and their gradients are the ledger', () => {
  fc.assert(
    fc.property(cases, (c) => {
      const shared = { ...c.layer, tying: sharedTying(c.layer.geometry.sites) };
      const kernel = c.weights.slice(0, shared.filters * (shared.geometry.taps + 1));
      const tied = through({ ...c, layer: shared, weights: kernel });
      const copies = new Float32Array(kernel.length * shared.tying.sites);
      for (let site = 0; site < shared.tying.sites; site++) copies.set(kernel, site * kernel.length);
      const own = { ...c.layer, tying: independentTying(shared.tying.sites) };
      const untied = through({ ...c, layer: own, weights: copies });
      expect(scaledDifference(untied.y, tied.y, 1)).toBeLessThan(1e-6);
      expect(scaledDifference(untied.dw, tied.ledger, c.scale)).toBeLessThan(1e-6);
      expect(scaledDifference(untied.dx, tied.dx, c.scale)).toBeLessThan(1e-6);
    }),
    runs,
  );
});

test('output and gradients agree with the plain-array functions', () => {
  fc.assert(
    fc.property(cases, (c) => {
      const { y, ledger, dx } = through(c);
      expect(scaledDifference(y, tiedForward(c.x, c.weights, c.layer, c.batch), 1)).toBeLessThan(2e-6);
      const dz = upstream(c, y);
      const plainLedger = tiedLedger(c.x, dz, c.layer, c.batch);
      expect(scaledDifference(ledger, plainLedger, c.scale)).toBeLessThan(2e-6);
      const plainDx = tiedInputGradient(dz, c.weights, c.layer, c.batch);
      expect(scaledDifference(dx, plainDx, c.scale)).toBeLessThan(2e-6);
    }),
    runs,
  );
});

test('gradients agree with finite differences', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (c, anywhere) => {
      // Without the ReLU the layer is linear in each argument, so a wide step is exact but for rounding.
      const linear: Case = { ...c, layer: { ...c.layer, relu: false } };
      const objective = (changes: Partial<Case>) =>
        through({ ...linear, ...changes }).y.reduce((sum, z, at) => sum + z * (c.dz[at] as number), 0);
      const nudged = (values: Float32Array, at: number, by: number) =>
        values.map((value, index) => (index === at ? value + by : value));
      const { dw, dx } = through(linear);
      const w = anywhere % c.weights.length;
      const slope =
        objective({ weights: nudged(c.weights, w, 1) }) - objective({ weights: nudged(c.weights, w, -1) });
      expect(slope / 2 / c.scale).toBeCloseTo((dw[w] as number) / c.scale, 2);
      const p = anywhere % c.x.length;
      const slopeX = objective({ x: nudged(c.x, p, 1) }) - objective({ x: nudged(c.x, p, -1) });
      expect(slopeX / 2 / c.scale).toBeCloseTo((dx[p] as number) / c.scale, 2);
    }),
    lawRuns(40, 10),
  );
});

test('a shared layer without padding at stride 1 commutes with shifts, an independent one does not', () => {
  const geometry = {
    ...{ height: 6, width: 7, channels: 2, size: 3, stride: 1, padding: 'valid' as const },
    ...{ outHeight: 4, outWidth: 5, sites: 20, taps: 18 },
    ...{ padTop: 0, padLeft: 0, uncoveredRows: 0, uncoveredColumns: 0 },
  };
  for (const tying of [sharedTying(20), independentTying(20)]) {
    const layer = { kind: 'tied' as const, geometry, tying, shrink: null, filters: 3, relu: true };
    const c = caseFor(layer, 1, 11);
    const shifted = new Float32Array(c.x.length);
    for (let row = 0; row < 6; row++)
      for (let cell = 2; cell < 14; cell++) shifted[row * 14 + cell] = c.x[row * 14 + cell - 2] as number;
    const before = through(c).y;
    const after = through({ ...c, x: shifted }).y;
    let difference = 0;
    for (let row = 0; row < 4; row++)
      for (let column = 1; column < 5; column++)
        for (let filter = 0; filter < 3; filter++)
          difference = Math.max(
            difference,
            Math.abs(
              (after[(row * 5 + column) * 3 + filter] as number) -
                (before[(row * 5 + column - 1) * 3 + filter] as number),
            ),
          );
    if (tying.groups === 1) expect(difference).toBe(0);
    else expect(difference).toBeGreaterThan(0.1);
  }
});

test('no tensor is left behind', () => {
  const [c] = fc.sample(cases, { numRuns: 1, seed: 1 });
  if (!c) throw new Error('no case');
  through(c);
  const before = memory().numTensors;
  through(c);
  expect(memory().numTensors).toBe(before);
});
