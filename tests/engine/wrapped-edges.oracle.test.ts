/**
 * One kernel on edges that wrap against stock kernels of TensorFlow.js: the input is laid out flat with stock slices and
 * concatenations and convolved without padding. Same weights, same batch, same loss and gradients.
 */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { startNetwork } from '../../src/engine/trained-network';
import { initialWeights } from '../../src/math/initial-weights';
import { howMuchNetwork } from '../../src/spec/how-much-network';
import { mapPatterns } from '../../src/spec/tie-map';
import { normals } from '../math/arbitraries';
import { backendName, flagshipExperiment, openBackend } from './support';

const BATCH = 16;

beforeAll(async () => {
  await openBackend();
});

/** One row or column before and two after, as a 5x5 kernel of stride 2 needs; [batch, height, width, channels]. */
function laidOut(x: tf.Tensor4D): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const tall = tf.concat(
    [
      x.slice([0, height - 1, 0, 0], [batch, 1, width, channels]),
      x,
      x.slice([0, 0, 0, 0], [batch, 2, width, channels]),
    ],
    1,
  );
  const side = (from: number, count: number) =>
    tall.slice([0, 0, from, 0], [batch, height + 3, count, channels]);
  return tf.concat([side(width - 1, 1), tall, side(0, 2)], 2);
}

/** [1, filters, taps+1] -> kernel [size, size, channels, filters] and bias [filters]. */
function stock(weights: tf.Tensor, size: number, channels: number) {
  const [, filters = 0, cells = 0] = weights.shape;
  const rows = weights.reshape([filters, cells]);
  const taps = rows.slice([0, 0], [filters, cells - 1]).transpose();
  return {
    kernel: taps.reshape([size, size, channels, filters]) as tf.Tensor4D,
    bias: rows.slice([0, cells - 1], [filters, 1]).reshape([filters]),
  };
}

function convolved(x: tf.Tensor4D, weights: tf.Tensor, channels: number): tf.Tensor4D {
  const { kernel, bias } = stock(weights, 5, channels);
  return tf.relu(tf.conv2d(laidOut(x), kernel, 2, 'valid').add(bias)) as tf.Tensor4D;
}

test('one kernel on edges that wrap agrees with stock kernels on the flat input, in its loss and in every gradient', () => {
  const network = howMuchNetwork('shared', { map: mapPatterns.one, shrink: null });
  const weights = initialWeights(network, 3).map((values, layer) => {
    const offsets = normals(values.length, layer, 'offsets');
    return values.map((value, at) => value + 0.05 * (offsets[at] as number));
  });
  const images = normals(BATCH * 1024, 1, 'images').map((value) => Math.min(1, Math.max(0, value - 0.5)));
  const labels = Float32Array.from({ length: BATCH }, (_, at) => at % 10);
  const shapes: [number, number, number][] = [
    [1, 8, 26],
    [1, 16, 201],
    [1, 10, 17],
  ];
  const theirs = tf.tidy(() => {
    const x = tf.tensor4d(images, [BATCH, 32, 32, 1]);
    const oneHot = tf.oneHot(tf.tensor1d(labels, 'int32'), 10);
    const loss = (first: tf.Tensor, second: tf.Tensor, head: tf.Tensor) => {
      const pooled = tf.max(convolved(convolved(x, first, 1), second, 8), [1, 2]) as tf.Tensor2D;
      const { kernel, bias } = stock(head, 1, 16);
      const logits = tf.matMul(pooled, kernel.reshape([16, 10]) as tf.Tensor2D).add(bias);
      return tf.losses.softmaxCrossEntropy(oneHot, logits).asScalar();
    };
    const { value, grads } = tf.valueAndGrads(loss as (...own: tf.Tensor[]) => tf.Scalar)(
      weights.map((values, at) => tf.tensor(values, shapes[at])),
    );
    return { loss: value.dataSync(), gradients: grads.map((gradient) => gradient.dataSync()) };
  });

  // The step that the app makes: after one step the velocities of momentum are the gradients.
  const experiment = flagshipExperiment({ optimizer: { kind: 'momentum', rate: 0.1, decay: 'none' } });
  const trained = startNetwork(network, experiment, backendName);
  trained.restore({
    step: 0,
    arrays: [...weights, ...weights.map(({ length }) => new Float32Array(length))],
  });
  trained.train({ step: 0, inputs: images, labels });
  expect(largestDifference(trained.takeLosses(), theirs.loss)).toBeLessThan(1e-6);
  const { arrays } = trained.snapshot();
  theirs.gradients.forEach((gradient, layer) => {
    expect(gradient.some((value) => Math.abs(value) > 1e-3)).toBe(true);
    expect(largestDifference(arrays[3 + layer] ?? [], gradient)).toBeLessThan(1e-6);
  });
  trained.dispose();
});

function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.NaN;
  return Array.from(actual).reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (expected[at] ?? Number.NaN))),
    0,
  );
}
