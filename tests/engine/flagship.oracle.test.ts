/** The shared flagship against tf.layers with stock kernels: same weights, same batch, same loss and gradients. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../src/engine/build-model';
import { softmaxCrossEntropy } from '../../src/engine/layers/softmax-cross-entropy';
import { startNetwork } from '../../src/engine/trained-network';
import { initialWeights } from '../../src/math/initial-weights';
import type { TiedLayer } from '../../src/math/network-layers';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import { normals } from '../math/arbitraries';
import { backendName, flagshipExperiment, openBackend } from './support';

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
  // Like digits, most of it paper and the rest between 0 and 1.
  const images = normals(BATCH * 784, 1, 'images').map((value) => Math.min(1, Math.max(0, value - 0.5)));
  const labels = Float32Array.from({ length: BATCH }, (_, at) => at % 10);

  const x = tf.tensor4d(images, [BATCH, 28, 28, 1]);
  const right = tf.tensor1d(labels);
  const own = model.weightShapes.map(({ tying, filters, taps }, at) =>
    tf.tensor(weights[at] as Float32Array, [tying.groups, filters, taps + 1]),
  );
  const ours = tf.valueAndGrads((...ws: tf.Tensor[]) => softmaxCrossEntropy(model.outputs(ws, x), right))(
    own,
  );

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

  const stockGradients = stock.trainableWeights.map((weight) => theirs.grads[weight.name]);
  /** Largest difference from the stock gradients of one layer's gradient, [1, filters, taps+1]. */
  const difference = (gradient: Float32Array, layer: TiedLayer, at: number) => {
    const [kernel, bias] = stockWeights(gradient, layer, at === 2);
    return Math.max(
      largestDifference(kernel?.dataSync() ?? [], stockGradients[2 * at]?.dataSync() ?? [NaN]),
      largestDifference(bias?.dataSync() ?? [], stockGradients[2 * at + 1]?.dataSync() ?? [NaN]),
    );
  };

  expect(largestDifference(ours.value.dataSync(), theirs.value.dataSync())).toBeLessThan(1e-6);
  model.tied.forEach((layer, at) => {
    expect(difference(ours.grads[at]?.dataSync() as Float32Array, layer, at)).toBeLessThan(1e-6);
  });

  // The step that the app makes on this backend: after one step the velocities of momentum are the gradients.
  const trained = startNetwork(
    network,
    flagshipExperiment({ optimizer: { kind: 'momentum', rate: 0.1, decay: 'none' } }),
    backendName,
  );
  const still = weights.map((values) => new Float32Array(values.length));
  trained.restore({ step: 0, arrays: [...weights, ...still] });
  trained.train({ step: 0, inputs: images, labels });
  expect(largestDifference(trained.takeLosses(), theirs.value.dataSync())).toBeLessThan(1e-6);
  const { arrays } = trained.snapshot();
  model.tied.forEach((layer, at) => {
    expect(difference(arrays[3 + at] as Float32Array, layer, at)).toBeLessThan(1e-6);
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
