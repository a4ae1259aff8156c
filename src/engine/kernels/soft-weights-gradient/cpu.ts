/** dy [sites, filters, taps+1], groupOf [sites] -> [groups + sites, filters, taps+1]: sums over each group, then dy itself. */
import { softGradient } from '../../../math/soft-weights';
import { defineCpuKernel } from '../../tfjs-kernels';
import { SOFT_WEIGHTS_GRADIENT, type SoftWeightsAttributes } from '../names';

export function registerSoftWeightsGradientCpu(): void {
  defineCpuKernel<SoftWeightsAttributes>(SOFT_WEIGHTS_GRADIENT, (input, { shape }, allocate) => [
    {
      shape: [shape.tying.groups + shape.tying.sites, shape.filters, shape.taps + 1],
      values: softGradient(input('dy').values, shape, allocate),
    },
  ]);
}
