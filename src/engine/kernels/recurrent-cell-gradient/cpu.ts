/**
 * states [steps, batch, hidden], headOut [steps, batch, classes+1] (see recurrent-head), weights of cell and head ->
 * dz [steps, batch, hidden], the gradient in front of each tanh.
 */
import { recurrentBackward } from '../../../math/recurrent-backward';
import { defineCpuKernel } from '../../tfjs-kernels';
import { RECURRENT_CELL_GRADIENT, type RecurrentAttributes } from '../names';

export function registerRecurrentCellGradientCpu(): void {
  defineCpuKernel<RecurrentAttributes>(RECURRENT_CELL_GRADIENT, (input, { pass }, allocate) => {
    const [states, headOut] = [input('states'), input('headOut').values];
    const [weights, head] = [input('weights').values, input('head').values];
    const values = recurrentBackward(states.values, headOut, weights, head, pass, allocate);
    return [{ shape: states.shape, values }];
  });
}
