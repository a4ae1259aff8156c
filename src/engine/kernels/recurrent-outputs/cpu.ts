/** states [steps, batch, hidden], head [1, classes, hidden+1] -> logits and state of every step [batch, steps, classes+hidden]. */
import { recurrentOutputs } from '../../../math/recurrent-head';
import { defineCpuKernel } from '../../tfjs-kernels';
import { RECURRENT_OUTPUTS, type RecurrentAttributes } from '../names';

export function registerRecurrentOutputsCpu(): void {
  defineCpuKernel<RecurrentAttributes>(RECURRENT_OUTPUTS, (input, { pass }, allocate) => [
    {
      shape: [pass.batch, pass.steps, pass.classes + pass.hidden],
      values: recurrentOutputs(input('states').values, input('head').values, pass, allocate),
    },
  ]);
}
