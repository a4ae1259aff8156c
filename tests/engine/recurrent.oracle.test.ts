/** The shared recurrent network against tf.layers.simpleRNN and a dense layer: same weights, same loss and gradients. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { updateStep } from '../../src/engine/optimizers';
import { packParameters, unpackParameters } from '../../src/engine/parameter-layout';
import { recurrentTrainer } from '../../src/engine/trainers/recurrent-trainer';
import { initialWeights } from '../../src/math/initial-weights';
import type { RecurrentNetworkSpec } from '../../src/spec/experiment-spec';
import { normals, relativeDifference } from '../math/arbitraries';
import { openBackend } from './support';

const [SYMBOLS, HIDDEN, CLASSES, STEPS, BATCH] = [6, 11, 5, 7, 16];
const network: RecurrentNetworkSpec = {
  kind: 'recurrent',
  id: 'shared',
  ...{ symbols: SYMBOLS, hidden: HIDDEN, classes: CLASSES, trained: STEPS, reads: STEPS },
  tying: { kind: 'shared' },
};

beforeAll(async () => {
  await openBackend();
});

/** Kernels [filters, taps+1]: taps `from` to `until` of all filters as stock weights [taps, filters]. */
function stockKernel(kernels: Float32Array, cells: number, from: number, until: number): tf.Tensor {
  const filters = kernels.length / cells;
  return tf.tensor(
    Float32Array.from(
      { length: (until - from) * filters },
      (_, at) => kernels[(at % filters) * cells + from + Math.floor(at / filters)] as number,
    ),
    [until - from, filters],
  );
}

/** Weights (or gradients) of cell and head in the order of tf.layers. */
function stockWeights([cell, head]: readonly Float32Array[]): tf.Tensor[] {
  if (!cell || !head) throw new Error('no weights');
  const cells = SYMBOLS + HIDDEN + 1;
  return [
    stockKernel(cell, cells, 0, SYMBOLS),
    stockKernel(cell, cells, SYMBOLS, SYMBOLS + HIDDEN),
    stockKernel(cell, cells, SYMBOLS + HIDDEN, cells).reshape([HIDDEN]),
    stockKernel(head, HIDDEN + 1, 0, HIDDEN),
    stockKernel(head, HIDDEN + 1, HIDDEN, HIDDEN + 1).reshape([CLASSES]),
  ];
}

for (const everyStep of [true, false])
  test(`a label ${everyStep ? 'at every step' : 'at the last step'}: loss and gradients agree with tf.layers`, () => {
    // Biases that are not zero, so that they are tested too.
    const weights = initialWeights(network, 3).map((values, layer) => {
      const offsets = normals(values.length, layer, 'offsets');
      return values.map((value, at) => value + 0.1 * (offsets[at] as number));
    });
    const inputs = Float32Array.from({ length: BATCH * STEPS }, (_, at) => (at * at + 3 * at) % SYMBOLS);
    const labels = Float32Array.from({ length: BATCH * STEPS }, (_, at) =>
      everyStep || at % STEPS === STEPS - 1 ? (at * 7 + Math.floor(at / STEPS)) % CLASSES : -1,
    );

    const stock = tf.sequential({
      layers: [
        tf.layers.simpleRNN({ units: HIDDEN, returnSequences: true, inputShape: [STEPS, SYMBOLS] }),
        tf.layers.dense({ units: CLASSES }),
      ],
    });
    stock.setWeights(stockWeights(weights));
    const theirs = tf.variableGrads(() => {
      const oneHot = tf.oneHot(tf.tensor(inputs, [BATCH, STEPS], 'int32'), SYMBOLS).toFloat();
      const logits = stock.apply(oneHot, { training: true }) as tf.Tensor;
      const judged = everyStep ? logits : logits.slice([0, STEPS - 1, 0], [BATCH, 1, CLASSES]);
      const right = labels.filter((label) => label >= 0);
      return tf.losses
        .softmaxCrossEntropy(
          tf.oneHot(tf.tensor1d(right, 'int32'), CLASSES),
          judged.reshape([right.length, CLASSES]),
        )
        .asScalar();
    });

    // After one step the velocities of momentum are the gradients.
    const trainer = recurrentTrainer(network, 2);
    trainer.setParameters(packParameters(trainer.layout, weights));
    trainer.step(
      { step: 0, inputs, labels },
      updateStep({ kind: 'momentum', rate: 0.1, decay: 'none' }, 0, 10),
    );
    expect(relativeDifference(trainer.takeLosses(), theirs.value.dataSync())).toBeLessThan(1e-5);
    const [, , ...gradients] = unpackParameters(trainer.layout, trainer.parameters(2));
    stockWeights(gradients).forEach((own, at) => {
      const stockGradient = theirs.grads[stock.trainableWeights[at]?.name ?? '']?.dataSync() ?? [];
      expect(relativeDifference(own.dataSync(), stockGradient)).toBeLessThan(1e-4);
    });
    trainer.dispose();
  });
