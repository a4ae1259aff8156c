/** The shared flagship against tf.layers with stock kernels: same weights, same batch, same loss and gradients. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../src/engine/build-model';
import { softmaxCrossEntropy } from '../../src/engine/layers/softmax-cross-entropy';
import { initialWeights } from '../../src/math/initial-weights';
import type { TiedLayer } from '../../src/math/network-layers';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import { normals, relativeDifference } from '../math/arbitraries';
import { openBackend } from './support';

const BATCH = 64;

beforeAll(async () => {
  await openBackend();
});

/** [1, filters, taps+1] as the kernel [size, size, channels, filters] (or [inputs, units]) and bias of tf.layers. */
function stockWeights(values: Float32Array, { geometry, filters }: TiedLayer, dense: boolean): tf.Tensor[] {
  const { taps, size, channels } = geometry;
  const kernel = new Float32Array(taps * filters);
  const bias = new Float32Array(filters);
  for (let filter = 0; filter < filters; filter++) {
    for (let tap = 0; tap < taps; tap++)
      kernel[tap * filters + filter] = values[filter * (taps + 1) + tap] as number;
    bias[filter] = values[filter * (taps + 1) + taps] as number;
  }
  return [tf.tensor(kernel, dense ? [taps, filters] : [size, size, channels, filters]), tf.tensor1d(bias)];
}

test('the shared flagship agrees with tf.layers in its loss and in every gradient', () => {
  const network = flagshipNetwork('shared');
  const model = buildModel(network);
  // Biases that are not zero, so that they are tested too; noise, so that no two maxima tie.
  const weights = initialWeights(network, 3).map((values, layer) => {
    const offsets = normals(values.length, layer, 'offsets');
    return values.map((value, at) => value + 0.05 * (offsets[at] as number));
  });
  const images = normals(BATCH * 784, 1, 'images').map(Math.abs);
  const labels = Float32Array.from({ length: BATCH }, (_, at) => at % 10);

  const x = tf.tensor4d(images, [BATCH, 28, 28, 1]);
  const right = tf.tensor1d(labels);
  const own = weights.map((values, at) => tf.tensor(values, [...(model.weightShapes[at] ?? [])]));
  const ours = tf.valueAndGrads((...ws: tf.Tensor[]) => softmaxCrossEntropy(model.logits(ws, x), right))(own);

  const convolution = { kernelSize: 5, strides: 2, padding: 'same', activation: 'relu' } as const;
  const stock = tf.sequential({
    layers: [
      tf.layers.conv2d({ ...convolution, filters: 8, inputShape: [28, 28, 1] }),
      tf.layers.conv2d({ ...convolution, filters: 16 }),
      tf.layers.globalMaxPooling2d({}),
      tf.layers.dense({ units: 10 }),
    ],
  });
  stock.setWeights(
    model.tied.flatMap((layer, at) => stockWeights(weights[at] as Float32Array, layer, at === 2)),
  );
  const oneHot = tf.oneHot(tf.tensor1d(labels, 'int32'), 10);
  const theirs = tf.variableGrads(() => {
    const logits = stock.apply(x, { training: true }) as tf.Tensor;
    return tf.losses.softmaxCrossEntropy(oneHot, logits).asScalar();
  });

  expect(relativeDifference(ours.value.dataSync(), theirs.value.dataSync())).toBeLessThan(1e-4);
  const stockGradients = stock.trainableWeights.map((weight) => theirs.grads[weight.name]);
  model.tied.forEach((layer, at) => {
    const [kernel, bias] = stockWeights(ours.grads[at]?.dataSync() as Float32Array, layer, at === 2);
    for (const [mine, stockOnes] of [
      [kernel, stockGradients[2 * at]],
      [bias, stockGradients[2 * at + 1]],
    ])
      expect(relativeDifference(mine?.dataSync() ?? [], stockOnes?.dataSync() ?? [NaN])).toBeLessThan(1e-4);
  });
});
