/** dy where y > 0, else 0; shapes alike. Only for the second gradient path: the training kernels mask inline. */
import { throughRelu } from '../../../math/tied-convolution';
import { defineCpuKernel } from '../../tfjs-kernels';
import { THROUGH_RELU } from '../names';

export function registerThroughReluCpu(): void {
  defineCpuKernel(THROUGH_RELU, (input) => {
    const { shape, values } = input('dy');
    return [{ shape, values: throughRelu(values, input('y').values) }];
  });
}
