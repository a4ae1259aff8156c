/**
 * weights, velocity, gradient, shapes alike -> new weights and velocity.
 * v = momentum * v + gradient; w = w - rate * v (Sutskever et al. 2013 with the rate outside, as tf.train.momentum).
 */
import { defineCpuKernel } from '../../tfjs-kernels';
import { MOMENTUM_UPDATE, type MomentumAttributes } from '../names';

export function registerMomentumUpdateCpu(): void {
  defineCpuKernel<MomentumAttributes>(MOMENTUM_UPDATE, (input, { rate, momentum }) => {
    const { shape, values } = input('weights');
    const gradient = input('gradient').values;
    const velocity = input('velocity').values.map((v, index) => momentum * v + (gradient[index] as number));
    const weights = values.map((weight, index) => weight - rate * (velocity[index] as number));
    return [
      { shape, values: weights },
      { shape, values: velocity },
    ];
  });
}
