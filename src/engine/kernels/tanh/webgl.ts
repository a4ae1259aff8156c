/** As on cpu. One draw. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { HYPERBOLIC_TANGENT } from '../names';

export function registerTanhWebgl(): void {
  defineWebglKernel(HYPERBOLIC_TANGENT, (input, _attributes, run) => {
    const x = input('x');
    const size = x.shape.reduce((product, extent) => product * extent, 1);
    const program = {
      variableNames: ['X'],
      outputShape: [size],
      userCode: `
        void main() {
          float x = getX(getOutputCoords());
          // Of large numbers some drivers overflow on the way.
          setOutput(isnan(x) ? x : tanh(clamp(x, -15.0, 15.0)));
        }`,
    };
    return [seenAs(run(program, [seenAs(x, [size])]), x.shape)];
  });
}
