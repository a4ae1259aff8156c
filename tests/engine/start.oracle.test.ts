/** A start against stock TensorFlow.js: the same weights and points, the same outputs, error and gradient. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { addStartGradient, startOutputs } from '../../src/math/start-network';
import { startSize } from '../../src/math/weight-shapes';
import { normals } from '../math/arbitraries';
import { openBackend } from './support';

const HIDDEN = 40;

beforeAll(async () => {
  await openBackend();
});

test('outputs, error and every gradient agree with stock layers', () => {
  const size = startSize(HIDDEN);
  const weights = normals(size, 1, 'weights').map((value) => 0.3 * value);
  const [xs, ys] = [normals(10, 1, 'xs'), normals(10, 1, 'ys')];
  const gradient = new Float64Array(size);
  const error = addStartGradient(weights, { xs, ys }, 1, gradient);

  const x = tf.tensor2d(xs, [10, 1]);
  const y = tf.tensor2d(ys, [10, 1]);
  /** A layer's rows of taps and bias, [units, inputs + 1], out of all numbers. */
  const rows = (flat: tf.Tensor1D, at: number, units: number, inputs: number) =>
    tf.reshape(tf.slice(flat, at, units * (inputs + 1)), [units, inputs + 1]) as tf.Tensor2D;
  const layer = (input: tf.Tensor2D, own: tf.Tensor2D, inputs: number) => {
    const [units] = own.shape;
    const taps = tf.slice(own, [0, 0], [units, inputs]);
    const bias = tf.reshape(tf.slice(own, [0, inputs], [units, 1]), [1, units]);
    return tf.add(tf.matMul(input, taps, false, true), bias) as tf.Tensor2D;
  };
  const outputs = (flat: tf.Tensor1D) => {
    const first = tf.tanh(layer(x, rows(flat, 0, HIDDEN, 1), 1));
    const second = tf.tanh(layer(first, rows(flat, 2 * HIDDEN, HIDDEN, HIDDEN), HIDDEN));
    return layer(second, rows(flat, 2 * HIDDEN + HIDDEN * (HIDDEN + 1), 1, HIDDEN), HIDDEN);
  };
  const flat = tf.tensor1d(weights);
  const { value, grad } = tf.valueAndGrad((own: tf.Tensor) =>
    tf.mean(tf.squaredDifference(outputs(own as tf.Tensor1D), y)),
  )(flat);
  const stock = grad.dataSync();
  const scale = Math.max(...stock.map(Math.abs));
  expect(Math.abs((value.dataSync()[0] ?? 0) - error)).toBeLessThan(1e-4 * error);
  for (let at = 0; at < size; at++)
    expect(Math.abs((stock[at] ?? 0) - (gradient[at] ?? 0)), String(at)).toBeLessThan(1e-4 * scale);
  const stockOutputs = outputs(flat).dataSync();
  startOutputs(weights, xs).forEach((output, at) => {
    expect(output).toBeCloseTo(stockOutputs[at] ?? Number.NaN, 4);
  });
});
