/**
 * Seeded He initialisation (He et al. 2015, section 2.2): normal, variance 2 / fan-in, biases 0.
 * Each group of each layer is drawn from its own stream, so the first group of any tying, and every dense
 * layer, equals the shared network's under the same seed.
 */
import type { NetworkSpec } from '../spec/experiment-spec';
import { tiedLayers } from './network-layers';
import { type RandomStream, randomStream } from './random';

/** One array [groups, filters, taps+1] for each layer with weights. */
export function initialWeights(network: NetworkSpec, seed: number): readonly Float32Array[] {
  return tiedLayers(network).map(({ tying, filters, geometry }, layer) => {
    const perGroup = filters * (geometry.taps + 1);
    const weights = new Float32Array(tying.groups * perGroup);
    for (let group = 0; group < tying.groups; group++) {
      const stream = randomStream(seed, 'weights', layer, network.init === 'copies' ? 0 : group);
      const kernels = weights.subarray(group * perGroup, (group + 1) * perGroup);
      fillKernels(kernels, filters, geometry.taps, stream);
    }
    return weights;
  });
}

/** kernels: [filters, taps+1], zero on entry. */
function fillKernels(kernels: Float32Array, filters: number, taps: number, stream: RandomStream): void {
  const deviation = Math.sqrt(2 / taps);
  for (let filter = 0; filter < filters; filter++)
    for (let tap = 0; tap < taps; tap++) kernels[filter * (taps + 1) + tap] = deviation * stream.normal();
}
