/** As on cpu. One draw. */
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
