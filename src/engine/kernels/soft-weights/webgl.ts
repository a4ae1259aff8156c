/** As on cpu; groupOf [sites] comes as a texture. One draw. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { SOFT_WEIGHTS, type SoftWeightsAttributes } from '../names';

export function registerSoftWeightsWebgl(): void {
  defineWebglKernel<SoftWeightsAttributes>(SOFT_WEIGHTS, (input, { shape }, run) => {
    const { tying, filters, taps } = shape;
    const program = {
      variableNames: ['Weights', 'GroupOf'],
      outputShape: [tying.sites, filters, taps + 1],
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          int group = int(getGroupOf(at.x) + 0.5);
          setOutput(getWeights(group, at.y, at.z) + getWeights(${tying.groups} + at.x, at.y, at.z));
        }`,
    };
    return [run(program, [input('weights'), input('groupOf')])];
  });
}
