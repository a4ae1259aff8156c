/** weights [groups + sites, filters, taps+1], the shared parts and then the residuals -> their sums [sites, filters, taps+1]. */
import { effectiveWeights } from '../../../math/soft-weights';
import { defineCpuKernel } from '../../tfjs-kernels';
import { SOFT_WEIGHTS, type SoftWeightsAttributes } from '../names';

export function registerSoftWeightsCpu(): void {
  defineCpuKernel<SoftWeightsAttributes>(SOFT_WEIGHTS, (input, { shape }, allocate) => [
    {
      shape: [shape.tying.sites, shape.filters, shape.taps + 1],
      values: effectiveWeights(input('weights').values, shape, allocate),
    },
  ]);
}
