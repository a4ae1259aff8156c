/** states [steps, batch, hidden], headOut [steps, batch, classes+1] (see recurrent-head) -> [1, classes, hidden+1]. */
import { recurrentHeadGradient } from '../../../math/recurrent-head';
import { defineCpuKernel } from '../../tfjs-kernels';
import { RECURRENT_HEAD_GRADIENT, type RecurrentAttributes } from '../names';

export function registerRecurrentHeadGradientCpu(): void {
  defineCpuKernel<RecurrentAttributes>(RECURRENT_HEAD_GRADIENT, (input, { pass }) => [
    {
      shape: [1, pass.classes, pass.hidden + 1],
      values: recurrentHeadGradient(input('states').values, input('headOut').values, pass),
    },
  ]);
}
