/** As on cpu. One draw, one output element a fragment. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { RECURRENT_OUTPUTS, type RecurrentAttributes } from '../names';

export function registerRecurrentOutputsWebgl(): void {
  defineWebglKernel<RecurrentAttributes>(RECURRENT_OUTPUTS, (input, { pass }, run) => {
    const { hidden, classes, batch, steps } = pass;
    const program = {
      variableNames: ['States', 'Head'],
      outputShape: [batch, steps, classes + hidden],
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          if (at.z >= ${classes}) {
            setOutput(getStates(at.y, at.x, at.z - ${classes}));
            return;
          }
          float logit = getHead(0, at.z, ${hidden});
          for (int unit = 0; unit < ${hidden}; unit++)
            logit += getHead(0, at.z, unit) * getStates(at.y, at.x, unit);
          setOutput(logit);
        }`,
    };
    return [run(program, [input('states'), input('head')])];
  });
}
