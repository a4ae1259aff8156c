/** How gradients flow through our kernels under tfjs's autodiff. */
import { clone } from '@tensorflow/tfjs-core';
import { defineGradient, runKernelForOne } from '../tfjs-kernels';
import {
  CONTRASTIVE_LOSS,
  CONTRASTIVE_LOSS_GRADIENT,
  GLOBAL_MAX_POOL,
  GLOBAL_MAX_POOL_GRADIENT,
  HYPERBOLIC_TANGENT,
  HYPERBOLIC_TANGENT_GRADIENT,
  SEGMENT_SUM,
  SOFT_WEIGHTS,
  SOFT_WEIGHTS_GRADIENT,
  SOFTMAX_CROSS_ENTROPY,
  SOFTMAX_CROSS_ENTROPY_GRADIENT,
  type SoftWeightsAttributes,
  TASK_CROSS_ENTROPY,
  TASK_CROSS_ENTROPY_GRADIENT,
  type TaskAttributes,
  TIED_CONV_2D,
  TIED_CONV_2D_INPUT_GRADIENT,
  TIED_CONV_2D_LEDGER,
  type TiedForwardAttributes,
} from './names';

export function registerGradients(): void {
  defineGradient<TiedForwardAttributes>(
    TIED_CONV_2D,
    ['x', 'weights', 'groupOf'],
    (dy, saved, attributes) => {
      const [x, weights, groupOf, y] = saved;
      if (!x || !weights || !groupOf || !y) throw new Error('TiedConv2D was not saved.');
      const { layer, onBackward } = attributes;
      return {
        x: () =>
          runKernelForOne(
            TIED_CONV_2D_INPUT_GRADIENT,
            { dy, y, weights, groupOf },
            { layer, xShape: x.shape },
          ),
        weights: () => {
          const ledger = runKernelForOne(TIED_CONV_2D_LEDGER, { x, dy, y }, { layer });
          onBackward?.({ ledger, dy, y });
          // One group a site: the ledger is the gradient. (Groups are numbered by first appearance.)
          if (layer.tying.groups === layer.tying.sites) return clone(ledger);
          const { tying, filters, geometry } = layer;
          const shape = { tying, filters, taps: geometry.taps };
          return runKernelForOne(SEGMENT_SUM, { ledger, groupOf }, { shape });
        },
      };
    },
  );

  defineGradient<SoftWeightsAttributes>(SOFT_WEIGHTS, ['groupOf'], (dy, [groupOf], attributes) => {
    if (!groupOf) throw new Error('SoftWeights was not saved.');
    return { weights: () => runKernelForOne(SOFT_WEIGHTS_GRADIENT, { dy, groupOf }, attributes) };
  });

  defineGradient(GLOBAL_MAX_POOL, ['x'], (dy, [x, y]) => {
    if (!x || !y) throw new Error('GlobalMaxPool was not saved.');
    return { x: () => runKernelForOne(GLOBAL_MAX_POOL_GRADIENT, { x, dy, y }, {}) };
  });

  defineGradient(HYPERBOLIC_TANGENT, ['x'], (dy, [, y]) => {
    if (!y) throw new Error('HyperbolicTangent was not saved.');
    return { x: () => runKernelForOne(HYPERBOLIC_TANGENT_GRADIENT, { dy, y }, {}) };
  });

  defineGradient(SOFTMAX_CROSS_ENTROPY, ['logits', 'labels'], (dy, [logits, labels]) => {
    if (!logits || !labels) throw new Error('SoftmaxCrossEntropy was not saved.');
    return {
      logits: () => runKernelForOne(SOFTMAX_CROSS_ENTROPY_GRADIENT, { logits, labels, dy }, {}),
    };
  });

  defineGradient<TaskAttributes>(
    TASK_CROSS_ENTROPY,
    ['logits', 'labels'],
    (dy, [logits, labels], attributes) => {
      if (!logits || !labels) throw new Error('TaskCrossEntropy was not saved.');
      return {
        logits: () => runKernelForOne(TASK_CROSS_ENTROPY_GRADIENT, { logits, labels, dy }, attributes),
      };
    },
  );

  defineGradient(CONTRASTIVE_LOSS, ['points', 'labels'], (dy, [points, labels]) => {
    if (!points || !labels) throw new Error('ContrastiveLoss was not saved.');
    return {
      points: () => runKernelForOne(CONTRASTIVE_LOSS_GRADIENT, { points, labels, dy }, {}),
    };
  });
}
