/** As on cpu. One draw. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { HYPERBOLIC_TANGENT_GRADIENT } from '../names';

export function registerTanhGradientWebgl(): void {
  defineWebglKernel(HYPERBOLIC_TANGENT_GRADIENT, (input, _attributes, run) => {
    const y = input('y');
    const size = y.shape.reduce((product, extent) => product * extent, 1);
    const program = {
      variableNames: ['Dy', 'Y'],
      outputShape: [size],
      userCode: `
        void main() {
          int at = getOutputCoords();
          float y = getY(at);
          setOutput(getDy(at) * (1.0 - y * y));
        }`,
    };
    return [seenAs(run(program, [seenAs(input('dy'), [size]), seenAs(y, [size])]), y.shape)];
  });
}
