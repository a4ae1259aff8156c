/**
 * Independent weights with stock TensorFlow.js, which has no layer for them: patches, then one batched matrix
 * product over the positions, [positions, batch, taps] x [positions, taps, filters], under autodiff and
 * tf.train.adam. Position comes first in every activation, so that no product needs a transpose.
 */
import * as tf from '@tensorflow/tfjs';
import type { OpenContestant } from '../contestant';
import { ADAM, BATCH, oneHot, type StartingLayer, startingLayers } from '../experiments/experiment';
import { CLASSES, flagship, SIDE } from '../experiments/flagship';
import { openStock } from './open-stock';
import type { CutPatches } from './stock-patches';

/** [positions, taps, filters] and [positions, 1, filters]. */
type Weights = { readonly kernels: tf.Variable; readonly biases: tf.Variable };

function variablesOf({ groups, taps, filters, kernels }: StartingLayer): Weights {
  return {
    kernels: tf.variable(tf.tensor3d(kernels, [groups, taps, filters])),
    biases: tf.variable(tf.zeros([groups, 1, filters])),
  };
}

/** x: [positions, batch, taps] -> [positions, batch, filters]. */
const products = (x: tf.Tensor, own: Weights) => tf.matMul(x, own.kernels).add<tf.Tensor3D>(own.biases);

/** `patchesOf` makes the cutter for images of one side. */
export const openStockIndependent =
  (patchesOf: (side: number) => CutPatches): OpenContestant =>
  async ({ nextBatch }) => {
    await openStock('webgl');
    const layers = startingLayers(flagship, 'independent').map(variablesOf);
    const [first, second, dense] = layers as [Weights, Weights, Weights];
    const [firstPatches, secondPatches] = [patchesOf(SIDE), patchesOf(SIDE / 2)];
    const optimizer = tf.train.adam(flagship.rate, ADAM.beta1, ADAM.beta2, ADAM.epsilon);

    function lossOf(x: tf.Tensor3D, y: tf.Tensor): tf.Scalar {
      const hidden = products(firstPatches(x), first).relu<tf.Tensor3D>(); // [196, 64, 8]
      const maps = products(secondPatches(hidden), second).relu(); // [49, 64, 16]
      const logits = products(maps.max(0, true), dense).reshape([BATCH, CLASSES]);
      return tf.losses.softmaxCrossEntropy(y, logits).asScalar();
    }

    return {
      step() {
        const { inputs: images, labels } = nextBatch();
        return tf.tidy(() => {
          const x = tf
            .tensor2d(images, [BATCH, SIDE * SIDE])
            .transpose()
            .reshape<tf.Tensor3D>([-1, BATCH, 1]);
          const y = tf.tensor2d(oneHot(labels, CLASSES), [BATCH, CLASSES]);
          const loss = optimizer.minimize(() => lossOf(x, y), true);
          return loss?.dataSync()[0] ?? Number.NaN;
        });
      },
    };
  };
