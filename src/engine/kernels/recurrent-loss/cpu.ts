/**
 * headOut [steps, batch, classes+1] (see recurrent-head), losses [count] -> the losses with this one, the sum of the
 * last column, at its place: losses of many steps wait in one tensor to be read at once.
 */
import { defineCpuKernel } from '../../tfjs-kernels';
import { RECURRENT_LOSS, type RecurrentLossAttributes } from '../names';

export function registerRecurrentLossCpu(): void {
  defineCpuKernel<RecurrentLossAttributes>(RECURRENT_LOSS, (input, { pass, lossAt }) => {
    const { shape, values } = input('losses');
    const headOut = input('headOut').values;
    let loss = 0;
    for (let at = pass.classes; at < headOut.length; at += pass.classes + 1) loss += headOut[at] as number;
    const losses = values.slice();
    losses[lossAt] = loss;
    return [{ shape, values: losses }];
  });
}
