/** symbols [batch, steps], states and dz [steps, batch, hidden] -> each step's own gradient [steps, hidden, symbols+hidden+1]. */
import { recurrentLedger } from '../../../math/recurrent-ledger';
import { cellsOf } from '../../../math/recurrent-shape';
import { defineCpuKernel } from '../../tfjs-kernels';
import { RECURRENT_LEDGER, type RecurrentAttributes } from '../names';

export function registerRecurrentLedgerCpu(): void {
  defineCpuKernel<RecurrentAttributes>(RECURRENT_LEDGER, (input, { pass }, allocate) => {
    const [symbols, states, dz] = [input('symbols').values, input('states').values, input('dz').values];
    return [
      {
        shape: [pass.steps, pass.hidden, cellsOf(pass)],
        values: recurrentLedger(symbols, states, dz, pass, allocate),
      },
    ];
  });
}
