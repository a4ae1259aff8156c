/** symbols [batch, steps], weights [groups, hidden, symbols+hidden+1] -> the states h [steps, batch, hidden]. */
import { recurrentStates } from '../../../math/recurrent-forward';
import { defineCpuKernel } from '../../tfjs-kernels';
import { RECURRENT_CELL, type RecurrentAttributes } from '../names';

export function registerRecurrentCellCpu(): void {
  defineCpuKernel<RecurrentAttributes>(RECURRENT_CELL, (input, { pass }, allocate) => [
    {
      shape: [pass.steps, pass.batch, pass.hidden],
      values: recurrentStates(input('symbols').values, input('weights').values, pass, allocate),
    },
  ]);
}
