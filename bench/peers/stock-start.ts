/**
 * An outer step of Reptile in stock TensorFlow.js: the 8 tasks side by side as a batch of matrices, 8 inner steps of
 * plain gradient descent by its autodiff, then the start moved to the mean of where they end.
 */
import * as tf from '@tensorflow/tfjs';
import { initialWeights } from '../../src/math/initial-weights';
import { innerTasks } from '../../src/math/start-adaptation';
import { outerRateAt } from '../../src/math/start-steps';
import type { BackendName } from '../../src/spec/backend';
import { OUTER_STEP, START_HIDDEN, startNetwork } from '../../src/spec/start-network';
import type { OpenContestant } from '../contestant';
import { specOf } from '../experiments/experiment';
import { start } from '../experiments/start';
import { openStock } from './open-stock';

const { tasks, innerSteps, outerRate } = OUTER_STEP;
const POINTS = start.data.examples;
/** Units and inputs of each layer. */
const LAYERS = [
  [START_HIDDEN, 1],
  [START_HIDDEN, START_HIDDEN],
  [1, START_HIDDEN],
] as const;

/** own: [tasks, units, inputs + 1] of each layer; x: [tasks, points, 1] -> [tasks, points, 1]. */
function outputs(own: readonly tf.Tensor[], x: tf.Tensor): tf.Tensor {
  return LAYERS.reduce((input, [units, inputs], layer) => {
    const weights = own[layer] as tf.Tensor;
    const taps = tf.slice(weights, [0, 0, 0], [tasks, units, inputs]);
    const bias = tf.slice(weights, [0, 0, inputs], [tasks, units, 1]);
    const sums = tf.add(tf.matMul(input, taps, false, true), tf.transpose(bias, [0, 2, 1]));
    return layer < LAYERS.length - 1 ? tf.tanh(sums) : sums;
  }, x);
}

export const openStockStart =
  (backend: BackendName): OpenContestant =>
  async ({ nextBatch }) => {
    await openStock(backend);
    const { steps } = specOf(start, 'reptile');
    const [flat = new Float32Array(0)] = initialWeights(startNetwork('reptile'), start.seed);
    let at = 0;
    /** [1, units, inputs + 1] of each layer. */
    let theta: tf.Tensor[] = LAYERS.map(([units, inputs]) => {
      const from = at;
      at += units * (inputs + 1);
      return tf.tensor(flat.slice(from, at), [1, units, inputs + 1]);
    });
    return {
      step() {
        const { step } = nextBatch();
        const drawn = innerTasks({ seed: start.seed, tasks, innerSteps, points: POINTS }, step);
        const [loss, ...next] = tf.tidy(() => {
          let own: tf.Tensor[] = theta.map((layer) => tf.tile(layer, [tasks, 1, 1]));
          const losses: tf.Tensor[] = [];
          for (let inner = 0; inner < innerSteps; inner++) {
            const column = (axis: 'xs' | 'ys') =>
              tf.tensor3d(
                drawn.flatMap((task) => Array.from(task.steps[inner]?.[axis] ?? [])),
                [tasks, POINTS, 1],
              );
            const [x, y] = [column('xs'), column('ys')];
            // The sum over tasks of each one's mean, so that none changes the step of another.
            const { value, grads } = tf.valueAndGrads((...each: tf.Tensor[]) =>
              tf.mul(tf.mean(tf.squaredDifference(outputs(each, x), y)), tasks),
            )(own);
            losses.push(value);
            own = own.map((layer, index) => tf.sub(layer, tf.mul(grads[index] as tf.Tensor, start.rate)));
          }
          const part = outerRateAt(outerRate, step, steps);
          const moved = theta.map((layer, index) =>
            tf.add(layer, tf.mul(tf.sub(tf.mean(own[index] as tf.Tensor, 0, true), layer), part)),
          );
          return [tf.div(tf.mean(tf.stack(losses)), tasks), ...moved];
        });
        for (const layer of theta) layer.dispose();
        theta = next;
        const value = loss?.dataSync()[0] ?? Number.NaN;
        loss?.dispose();
        return value;
      },
    };
  };
