/**
 * The flagship as the documentation of stock TensorFlow.js shows it: a Sequential model with its own Adam and trainOnBatch.
 * Shared only; tf.layers has no locally connected layer.
 */
import * as tf from '@tensorflow/tfjs';
import type { OpenContestant } from '../contestant';
import { ADAM, BATCH, oneHot, startingLayers } from '../experiments/experiment';
import { CLASSES, flagship, SIDE } from '../experiments/flagship';
import { openStock } from './open-stock';

export const openTfLayers: OpenContestant = async ({ nextBatch }) => {
  await openStock('webgl');
  const convolution = { kernelSize: 5, strides: 2, padding: 'same', activation: 'relu' } as const;
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ ...convolution, filters: 8, inputShape: [SIDE, SIDE, 1] }),
      tf.layers.conv2d({ ...convolution, filters: 16 }),
      tf.layers.globalMaxPooling2d({}),
      tf.layers.dense({ units: CLASSES, activation: 'softmax' }),
    ],
  });
  model.setWeights(
    startingLayers(flagship, 'shared').flatMap(({ taps, filters, kernels }, layer) => [
      tf.tensor(kernels, layer === 2 ? [taps, filters] : [5, 5, taps / 25, filters]),
      tf.zeros([filters]),
    ]),
  );
  model.compile({
    optimizer: tf.train.adam(flagship.rate, ADAM.beta1, ADAM.beta2, ADAM.epsilon),
    loss: 'categoricalCrossentropy',
  });
  return {
    async step() {
      const { inputs: images, labels } = nextBatch();
      const x = tf.tensor4d(images, [BATCH, SIDE, SIDE, 1]);
      const y = tf.tensor2d(oneHot(labels, CLASSES), [BATCH, CLASSES]);
      const loss = await model.trainOnBatch(x, y);
      x.dispose();
      y.dispose();
      if (typeof loss !== 'number') throw new Error('trainOnBatch gave more than the loss.');
      return loss;
    },
  };
};
