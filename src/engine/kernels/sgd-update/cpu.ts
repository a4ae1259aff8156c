/** weights, gradient, shapes alike -> weights - rate * gradient. */
import { defineCpuKernel } from '../../tfjs-kernels';
import { type RateAttributes, SGD_UPDATE } from '../names';

export function registerSgdUpdateCpu(): void {
  defineCpuKernel<RateAttributes>(SGD_UPDATE, (input, { rate }) => {
    const { shape, values } = input('weights');
    const gradient = input('gradient').values;
    return [{ shape, values: values.map((weight, index) => weight - rate * (gradient[index] as number)) }];
  });
}
