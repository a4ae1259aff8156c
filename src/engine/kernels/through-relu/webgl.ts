/** dy where y > 0, else 0; shapes alike. Only for the second gradient path on webgl. One draw. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { THROUGH_RELU } from '../names';

export function registerThroughReluWebgl(): void {
  defineWebglKernel(THROUGH_RELU, (input, _attributes, run) => {
    const program = {
      variableNames: ['Dy', 'Y'],
      outputShape: input('dy').shape,
      userCode: 'void main() { setOutput(getYAtOutCoords() > 0.0 ? getDyAtOutCoords() : 0.0); }',
    };
    return [run(program, [input('dy'), input('y')])];
  });
}
