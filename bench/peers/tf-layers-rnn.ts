/**
 * The language network as stock TensorFlow.js has it: simpleRNN with tanh over one-hot letters, a dense layer on its
 * last state, trainOnBatch. Shared only; tf.layers has no cell of its own for each step.
 */
import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '../../src/spec/backend';
import type { OpenContestant } from '../contestant';
import { ADAM, BATCH, oneHot, startingLayers } from '../experiments/experiment';
import { HIDDEN, LANGUAGES, language, STEPS, SYMBOLS } from '../experiments/language';
import { openStock } from './open-stock';

/** The cell's kernel and recurrent kernel stand one below the other in ours, [26 + 48, 48]. */
function startingWeights(): tf.Tensor[] {
  const [cell, head] = startingLayers(language, 'shared');
  if (!cell || !head) throw new Error('A recurrent network has a cell and a head.');
  const split = SYMBOLS * HIDDEN;
  return [
    tf.tensor2d(cell.kernels.subarray(0, split), [SYMBOLS, HIDDEN]),
    tf.tensor2d(cell.kernels.subarray(split), [HIDDEN, HIDDEN]),
    tf.zeros([HIDDEN]),
    tf.tensor2d(head.kernels, [HIDDEN, LANGUAGES]),
    tf.zeros([LANGUAGES]),
  ];
}

export const openSimpleRnn =
  (backend: BackendName): OpenContestant =>
  async ({ nextBatch }) => {
    await openStock(backend);
    const model = tf.sequential({
      layers: [
        tf.layers.simpleRNN({ units: HIDDEN, inputShape: [STEPS, SYMBOLS] }),
        tf.layers.dense({ units: LANGUAGES, activation: 'softmax' }),
      ],
    });
    model.setWeights(startingWeights());
    model.compile({
      optimizer: tf.train.adam(language.rate, ADAM.beta1, ADAM.beta2, ADAM.epsilon),
      loss: 'categoricalCrossentropy',
    });
    return {
      async step() {
        const { inputs, labels } = nextBatch();
        const last = labels.filter((_, at) => at % STEPS === STEPS - 1);
        const x = tf.tensor3d(oneHot(inputs, SYMBOLS), [BATCH, STEPS, SYMBOLS]);
        const y = tf.tensor2d(oneHot(last, LANGUAGES), [BATCH, LANGUAGES]);
        const loss = await model.trainOnBatch(x, y);
        x.dispose();
        y.dispose();
        if (typeof loss !== 'number') throw new Error('trainOnBatch gave more than the loss.');
        return loss;
      },
    };
  };
