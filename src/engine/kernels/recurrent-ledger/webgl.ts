/** As on cpu. One draw; a fragment sums one tap of one unit at one step over the batch. */
import { cellsOf } from '../../../math/recurrent-shape';
import { defineWebglKernel } from '../../tfjs-kernels';
import { RECURRENT_LEDGER, type RecurrentAttributes } from '../names';

export function registerRecurrentLedgerWebgl(): void {
  defineWebglKernel<RecurrentAttributes>(RECURRENT_LEDGER, (input, { pass }, run) => {
    const { symbols, hidden, batch, steps } = pass;
    const program = {
      variableNames: ['Symbols', 'States', 'Dz'],
      outputShape: [steps, hidden, cellsOf(pass)],
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          float sum = 0.0;
          if (at.z < ${symbols}) {
            for (int example = 0; example < ${batch}; example++)
              if (abs(getSymbols(example, at.x) - float(at.z)) < 0.5) sum += getDz(at.x, example, at.y);
          } else if (at.z == ${symbols + hidden}) {
            for (int example = 0; example < ${batch}; example++) sum += getDz(at.x, example, at.y);
          } else if (at.x > 0) {
            int source = at.z - ${symbols};
            for (int example = 0; example < ${batch}; example++)
              sum += getDz(at.x, example, at.y) * getStates(at.x - 1, example, source);
          }
          setOutput(sum);
        }`,
    };
    return [run(program, [input('symbols'), input('states'), input('dz')])];
  });
}
