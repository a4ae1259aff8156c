/**
 * Two tasks on one trunk as stock TensorFlow.js has them: dense layers, both tasks' digits through the trunk in one batch
 * of 128, a head for each half, the sum of the stock cross-entropies, minimize.
 */
import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '../../src/spec/backend';
import { PICTURE_SIDE, TASK_CLASSES, WIDE_UNITS } from '../../src/spec/multi-task-network';
import type { OpenContestant } from '../contestant';
import { ADAM, BATCH, oneHot, startingLayers } from '../experiments/experiment';
import { tasks } from '../experiments/tasks';
import { openStock } from './open-stock';

const PIXELS = PICTURE_SIDE * PICTURE_SIDE;
const WIDTH = 16;

/** The trunk, and the head of each task, with the weights that our own hard sharing starts from. */
function makeModels() {
  const [wide, narrow, heads] = startingLayers(tasks, 'hard');
  if (!wide || !narrow || !heads) throw new Error('A trunk of two layers and heads.');
  const trunk = tf.sequential({
    layers: [
      tf.layers.dense({ units: WIDE_UNITS, activation: 'relu', inputShape: [PIXELS] }),
      tf.layers.dense({ units: WIDTH, activation: 'tanh' }),
    ],
  });
  trunk.setWeights(
    [wide, narrow].flatMap(({ taps, filters, kernels }) => [
      tf.tensor2d(kernels, [taps, filters]),
      tf.zeros([filters]),
    ]),
  );
  const { taps, filters, kernels } = heads; // [2, taps, 10]
  const ofTasks = TASK_CLASSES.map((classes, task) => {
    const head = tf.sequential({ layers: [tf.layers.dense({ units: classes, inputShape: [taps] })] });
    const own = tf.tensor3d(kernels, [TASK_CLASSES.length, taps, filters]);
    head.setWeights([
      own.slice([task, 0, 0], [1, taps, classes]).reshape([taps, classes]),
      tf.zeros([classes]),
    ]);
    return head;
  });
  return { trunk, heads: ofTasks };
}

export const openDenseTasks =
  (backend: BackendName): OpenContestant =>
  async ({ nextBatch }) => {
    await openStock(backend);
    const { trunk, heads } = makeModels();
    const optimizer = tf.train.adam(tasks.rate, ADAM.beta1, ADAM.beta2, ADAM.epsilon);
    return {
      step() {
        const { inputs, labels } = nextBatch();
        return tf.tidy(() => {
          const pictures = tf.tensor2d(inputs, [2 * BATCH, PIXELS]);
          const answers = TASK_CLASSES.map((classes, task) =>
            tf.tensor2d(
              oneHot(
                labels.filter((_, at) => at % TASK_CLASSES.length === task),
                classes,
              ),
              [BATCH, classes],
            ),
          );
          const lossOf = () => {
            const features = trunk.apply(pictures, { training: true }) as tf.Tensor;
            const byTask = tf.unstack(features.reshape([BATCH, TASK_CLASSES.length, WIDTH]), 1);
            const losses = heads.map((head, task) => {
              const logits = head.apply(byTask[task] as tf.Tensor, { training: true }) as tf.Tensor;
              return tf.losses.softmaxCrossEntropy(answers[task] as tf.Tensor, logits).mean();
            });
            return tf.addN(losses).asScalar();
          };
          return optimizer.minimize(lossOf, true)?.dataSync()[0] ?? Number.NaN;
        });
      },
    };
  };
