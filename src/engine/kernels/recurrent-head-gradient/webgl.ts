/** As on cpu. One draw; a fragment sums one tap of one class over all steps and examples. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { RECURRENT_HEAD_GRADIENT, type RecurrentAttributes } from '../names';

export function registerRecurrentHeadGradientWebgl(): void {
  defineWebglKernel<RecurrentAttributes>(RECURRENT_HEAD_GRADIENT, (input, { pass }, run) => {
    const { hidden, classes, batch, steps } = pass;
    const program = {
      variableNames: ['States', 'HeadOut'],
      outputShape: [1, classes, hidden + 1],
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          float sum = 0.0;
          for (int row = 0; row < ${steps}; row++)
            for (int example = 0; example < ${batch}; example++)
              sum += getHeadOut(row, example, at.y) * (at.z < ${hidden} ? getStates(row, example, at.z) : 1.0);
          setOutput(sum);
        }`,
    };
    return [run(program, [input('states'), input('headOut')])];
  });
}
