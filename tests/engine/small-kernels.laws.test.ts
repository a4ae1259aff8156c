/** The other kernels against the plain-array functions or their formulas, on the backend of the project. */
import { grads, scalar, type Tensor, tensor, tensor1d, tidy, valueAndGrad } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { gradientName, PARAMETER_UPDATE } from '../../src/engine/kernels/names';
import { contrastiveLoss } from '../../src/engine/layers/contrastive-loss';
import { globalMaxPool2D } from '../../src/engine/layers/global-max-pool';
import { softmaxCrossEntropy } from '../../src/engine/layers/softmax-cross-entropy';
import { tanh } from '../../src/engine/layers/tanh';
import { blocksOf, rateAt, updateStep } from '../../src/engine/optimizers';
import { runKernelForOne } from '../../src/engine/tfjs-kernels';
import { contrastiveLossGradient, contrastiveLoss as lossOfPairs } from '../../src/math/contrastive-loss';
import { globalMaxPool, globalMaxPoolGradient } from '../../src/math/global-max-pool';
import { crossEntropy, crossEntropyGradient } from '../../src/math/softmax-cross-entropy';
import { normals, relativeDifference, scaledDifference } from '../math/arbitraries';
import { lawRuns, openBackend } from './support';

const runs = lawRuns(60, 8);

beforeAll(async () => {
  await openBackend();
});

const read = (values: Tensor | null | undefined) =>
  values?.dataSync<'float32'>().slice() ?? new Float32Array();
const sizes = fc.record({
  batch: fc.integer({ min: 1, max: 6 }),
  height: fc.integer({ min: 1, max: 5 }),
  width: fc.integer({ min: 1, max: 5 }),
  channels: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(),
});

test('the global maximum and its gradient agree with plain arrays, ties included', () => {
  fc.assert(
    fc.property(sizes, ({ batch, height, width, channels, seed }) => {
      // Rounded to halves, so that equal maxima are common.
      const x = normals(batch * height * width * channels, seed, 'x').map((v) => Math.round(2 * v) / 2);
      const dy = normals(batch * channels, seed, 'dy');
      tidy(() => {
        const input = tensor(x, [batch, height, width, channels]);
        const expected = globalMaxPool(x, batch, height * width, channels);
        expect(read(globalMaxPool2D(input))).toEqual(expected.values);
        const [dx] = grads(globalMaxPool2D as (...xs: Tensor[]) => Tensor)(
          [input],
          tensor(dy, [batch, 1, 1, channels]),
        );
        expect(read(dx)).toEqual(
          globalMaxPoolGradient(dy, expected.winners, batch, height * width, channels),
        );
      });
    }),
    runs,
  );
});

test('tanh and its gradient agree with their formulas, and no size of number overflows', () => {
  fc.assert(
    fc.property(sizes, ({ batch, height, width, channels, seed }) => {
      const count = batch * height * width * channels;
      const shape: [number, number, number, number] = [batch, height, width, channels];
      const x = normals(count, seed, 'x').map((value, at) => (at === 0 ? 200 : at === 1 ? -200 : 2 * value));
      const dy = normals(count, seed, 'dy');
      tidy(() => {
        const expected = x.map(Math.tanh);
        expect(scaledDifference(read(tanh(tensor(x, shape))), expected, 1)).toBeLessThan(1e-5);
        const [dx] = grads(tanh as (...xs: Tensor[]) => Tensor)([tensor(x, shape)], tensor(dy, shape));
        const slopes = dy.map((value, at) => value / Math.cosh(x[at] as number) ** 2);
        expect(scaledDifference(read(dx), slopes, 1)).toBeLessThan(1e-4);
      });
    }),
    runs,
  );
});

test('tanh of what is no number is none', () => {
  tidy(() => {
    expect(read(tanh(tensor1d([Number.NaN, 0])))).toEqual(Float32Array.of(Number.NaN, 0));
  });
});

test('a maximum over anything that is no number is none, wherever it stands', () => {
  for (let broken = 0; broken < 6; broken++) {
    const x = Float32Array.of(1, 5, 2, 4, 3, 0).fill(Number.NaN, broken, broken + 1);
    tidy(() => {
      expect(read(globalMaxPool2D(tensor(x, [1, 2, 3, 1])))).toEqual(Float32Array.of(Number.NaN));
    });
  }
});

test('the loss and its gradient agree with plain arrays', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 2, max: 11 }), ({ batch, seed }, classes) => {
      const logits = normals(batch * classes, seed, 'logits').map((value) => 4 * value);
      const labels = normals(batch, seed, 'labels').map((value) => Math.floor(Math.abs(7 * value)) % classes);
      tidy(() => {
        const right = tensor1d(labels);
        const { value, grad } = valueAndGrad((x: Tensor) => softmaxCrossEntropy(x, right))(
          tensor(logits, [batch, 1, 1, classes]),
          scalar(1),
        );
        const loss = crossEntropy(logits, labels, classes);
        expect(scaledDifference(read(value), [loss], 1)).toBeLessThan(1e-5);
        const gradient = crossEntropyGradient(logits, labels, classes);
        expect(scaledDifference(read(grad), gradient, 1 / batch)).toBeLessThan(2e-6);
      });
    }),
    runs,
  );
});

/** Points [pairs, 2, dimensions], some on one point and some at the margin; labels, 1 the same. */
const pairs = fc.record({
  count: fc.integer({ min: 1, max: 40 }),
  dimensions: fc.integer({ min: 1, max: 8 }),
  /** Coordinates are rounded to so many parts of 1; 0: not at all. */
  parts: fc.constantFrom(0, 2),
  seed: fc.nat(),
});

/** Loss and gradient of the loss times `factor`. */
function ofPairs(points: Float32Array, labels: Float32Array, dimensions: number, factor = 1) {
  return tidy(() => {
    const { value, grad } = valueAndGrad((x: Tensor) => contrastiveLoss(x, tensor1d(labels)))(
      tensor(points, [labels.length, 2, 1, dimensions]),
      scalar(factor),
    );
    expect(grad.shape).toEqual([labels.length, 2, 1, dimensions]);
    return { loss: read(value), gradient: read(grad) };
  });
}

test('the loss of pairs and its gradient agree with plain arrays', () => {
  fc.assert(
    fc.property(pairs, fc.constantFrom(1, -0.5), ({ count, dimensions, parts, seed }, factor) => {
      const points = normals(2 * count * dimensions, seed, 'points').map((value) =>
        parts === 0 ? 0.5 * value : Math.round(0.5 * parts * value) / parts,
      );
      const labels = normals(count, seed, 'labels').map((value) => (value > 0 ? 1 : 0));
      const { loss, gradient } = ofPairs(points, labels, dimensions, factor);
      expect(scaledDifference(loss, [lossOfPairs(points, labels, dimensions)], 1)).toBeLessThan(1e-6);
      const expected = contrastiveLossGradient(points, labels, dimensions).map((value) => factor * value);
      expect(scaledDifference(gradient, expected, 1 / count)).toBeLessThan(1e-6);
    }),
    runs,
  );
});

test('a pair of others on one point has gradient 0, and points that are no numbers have no loss', () => {
  const met = ofPairs(Float32Array.of(0.3, 0.7, 0.3, 0.7), Float32Array.of(0), 2);
  expect([...met.loss]).toEqual([1]);
  expect(met.gradient.every((value) => value === 0)).toBe(true);
  for (const label of [0, 1]) {
    const points = Float32Array.of(0, 0, 0.5, 0.5, Number.NaN, 1, 1, 1);
    expect(ofPairs(points, Float32Array.of(1, label), 2).loss[0]).toBeNaN();
  }
});

test('three steps of each optimiser follow its formula', () => {
  const start = normals(30, 1, 'weights');
  const gradients = [1, 2, 3].map((step) => normals(30, step, 'gradient'));
  const rate = 0.01;
  const expected = {
    sgd: (w: number, at: number) => gradients.reduce((sum, g) => sum - rate * (g[at] as number), w),
    momentum(w: number, at: number) {
      let velocity = 0;
      return gradients.reduce((sum, g) => {
        velocity = 0.9 * velocity + (g[at] as number);
        return sum - rate * velocity;
      }, w);
    },
    adam(w: number, at: number) {
      let [m, v] = [0, 0];
      return gradients.reduce((sum, array, step) => {
        const g = array[at] as number;
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g * g;
        const root = Math.sqrt(v / (1 - 0.999 ** (step + 1)));
        return sum - (rate * m) / (1 - 0.9 ** (step + 1)) / (root + 1e-7);
      }, w);
    },
  };
  // Two layers in one array: what follows the first must not be mistaken for it.
  const [one, two] = [12, 18];
  for (const kind of ['sgd', 'momentum', 'adam'] as const)
    tidy(() => {
      const flat = new Float32Array(30 * blocksOf(kind));
      flat.set(start);
      let parameters: Tensor = tensor(flat, [blocksOf(kind), 30]);
      gradients.forEach((gradient, step) => {
        const inputs = {
          parameters,
          [gradientName(0)]: tensor(gradient.subarray(0, one), [1, 4, 3]),
          [gradientName(1)]: tensor(gradient.subarray(one), [3, 2, two / 6]),
        };
        const update = updateStep({ kind, rate, decay: 'none' }, step, 100);
        parameters = runKernelForOne(PARAMETER_UPDATE, inputs, {
          step: update,
          layers: 2,
          // What is in it must not matter.
        });
      });
      const weights = read(parameters).subarray(0, 30);
      expect(relativeDifference(weights, start.map(expected[kind]))).toBeLessThan(1e-5);
    });
});

test('the rate drops to a fifth in the last fifth of the steps and stays there, and only when asked', () => {
  expect(rateAt({ kind: 'sgd', rate: 1, decay: 'last-fifth' }, 79, 100)).toBe(1);
  expect(rateAt({ kind: 'sgd', rate: 1, decay: 'last-fifth' }, 80, 100)).toBe(0.2);
  expect(rateAt({ kind: 'sgd', rate: 1, decay: 'last-fifth' }, 100, 100)).toBe(0.2);
  expect(rateAt({ kind: 'sgd', rate: 1, decay: 'last-fifth' }, 1599, 100)).toBe(0.2);
  expect(rateAt({ kind: 'sgd', rate: 1, decay: 'none' }, 99, 100)).toBe(1);
});
