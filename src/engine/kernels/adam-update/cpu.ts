/**
 * weights and gradient [groups, filters, taps+1], moments [2, groups, filters, taps+1] -> new weights, moments.
 * Adam (Kingma and Ba 2015, algorithm 1); epsilon is added to the root of the corrected second moment.
 */
import { defineCpuKernel } from '../../tfjs-kernels';
import { ADAM_UPDATE, type AdamAttributes } from '../names';

export function registerAdamUpdateCpu(): void {
  defineCpuKernel<AdamAttributes>(ADAM_UPDATE, (input, attributes) => {
    const { rate, beta1, beta2, epsilon, correction1, correction2 } = attributes;
    const { shape, values: before } = input('weights');
    const { shape: momentsShape, values: old } = input('moments');
    const gradient = input('gradient').values;
    const count = before.length;
    const weights = new Float32Array(count);
    const moments = new Float32Array(2 * count);
    for (let index = 0; index < count; index++) {
      const g = gradient[index] as number;
      const m = beta1 * (old[index] as number) + (1 - beta1) * g;
      const v = beta2 * (old[count + index] as number) + (1 - beta2) * g * g;
      moments[index] = m;
      moments[count + index] = v;
      weights[index] =
        (before[index] as number) - (rate * (m / correction1)) / (Math.sqrt(v / correction2) + epsilon);
    }
    return [
      { shape, values: weights },
      { shape: momentsShape, values: moments },
    ];
  });
}
