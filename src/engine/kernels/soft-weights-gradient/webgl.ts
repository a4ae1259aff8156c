/** As on cpu. One draw; the fragment of a shared part walks over all sites and adds those of its group. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { SOFT_WEIGHTS_GRADIENT, type SoftWeightsAttributes } from '../names';

export function registerSoftWeightsGradientWebgl(): void {
  defineWebglKernel<SoftWeightsAttributes>(SOFT_WEIGHTS_GRADIENT, (input, { shape }, run) => {
    const { tying, filters, taps } = shape;
    const { groups, sites } = tying;
    const program = {
      variableNames: ['Dy', 'GroupOf'],
      outputShape: [groups + sites, filters, taps + 1],
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          float sum = 0.0;
          if (at.x >= ${groups}) sum = getDy(at.x - ${groups}, at.y, at.z);
          else
            for (int site = 0; site < ${sites}; site++)
              if (int(getGroupOf(site) + 0.5) == at.x) sum += getDy(site, at.y, at.z);
          setOutput(sum);
        }`,
    };
    return [run(program, [input('dy'), input('groupOf')])];
  });
}
