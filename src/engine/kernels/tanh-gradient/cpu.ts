/** dy and y = tanh x, of one shape -> the gradient of x. */
import { throughTanh } from '../../../math/tanh';
import { defineCpuKernel } from '../../tfjs-kernels';
import { HYPERBOLIC_TANGENT_GRADIENT } from '../names';

export function registerTanhGradientCpu(): void {
  defineCpuKernel(HYPERBOLIC_TANGENT_GRADIENT, (input, _attributes, allocate) => {
    const { shape, values } = input('y');
    return [{ shape, values: throughTanh(input('dy').values, values, allocate) }];
  });
}
