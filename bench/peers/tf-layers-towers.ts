/**
 * The shared towers as stock TensorFlow.js has them: one model of two dense layers, the contrastive loss in stock
 * ops, minimize. Both pictures of every pair go through in one batch of 128: applied to one after the other, as
 * tutorials do, it would be nearly twice the work.
 */
import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '../../src/spec/backend';
import { FACE_SIDE, PLANE_DIMENSIONS, TOWER_UNITS } from '../../src/spec/siamese-network';
import type { OpenContestant } from '../contestant';
import { ADAM, BATCH, startingLayers } from '../experiments/experiment';
import { pairs } from '../experiments/pairs';
import { openStock } from './open-stock';

const PIXELS = FACE_SIDE * FACE_SIDE;
/** Under the root, whose gradient is infinite at 0. */
const TINY = 1e-12;

function makeTower(): tf.Sequential {
  const tower = tf.sequential({
    layers: [
      tf.layers.dense({ units: TOWER_UNITS, activation: 'relu', inputShape: [PIXELS] }),
      tf.layers.dense({ units: PLANE_DIMENSIONS }),
    ],
  });
  tower.setWeights(
    startingLayers(pairs, 'shared').flatMap(({ taps, filters, kernels }) => [
      tf.tensor2d(kernels, [taps, filters]),
      tf.zeros([filters]),
    ]),
  );
  return tower;
}

/** points: [128, 2], those of a pair one after the other; same: [64], 1 or 0. Margin 1, as ours. */
function contrastiveLoss(points: tf.Tensor, same: tf.Tensor): tf.Scalar {
  const [first, second] = tf.unstack(points.reshape([BATCH, 2, PLANE_DIMENSIONS]), 1) as [
    tf.Tensor,
    tf.Tensor,
  ];
  const squares = first.sub(second).square().sum(-1);
  const short = tf.relu(tf.sub(1, squares.add(TINY).sqrt())).square();
  return squares
    .mul(same)
    .add(short.mul(tf.sub(1, same)))
    .mean()
    .asScalar();
}

export const openDenseTowers =
  (backend: BackendName): OpenContestant =>
  async ({ nextBatch }) => {
    await openStock(backend);
    const tower = makeTower();
    const optimizer = tf.train.adam(pairs.rate, ADAM.beta1, ADAM.beta2, ADAM.epsilon);
    return {
      step() {
        const { inputs, labels } = nextBatch();
        return tf.tidy(() => {
          const pictures = tf.tensor2d(inputs, [2 * BATCH, PIXELS]);
          const same = tf.tensor1d(labels);
          const lossOf = () => contrastiveLoss(tower.apply(pictures, { training: true }) as tf.Tensor, same);
          return optimizer.minimize(lossOf, true)?.dataSync()[0] ?? Number.NaN;
        });
      },
    };
  };
