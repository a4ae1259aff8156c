/** x of any shape -> tanh of each number. */
import { defineCpuKernel } from '../../tfjs-kernels';
import { HYPERBOLIC_TANGENT } from '../names';

export function registerTanhCpu(): void {
  defineCpuKernel(HYPERBOLIC_TANGENT, (input, _attributes, allocate) => {
    const { shape, values } = input('x');
    const y = allocate(values.length, 'overwritten');
    for (let index = 0; index < y.length; index++) y[index] = Math.tanh(values[index] as number);
    return [{ shape, values: y }];
  });
}
