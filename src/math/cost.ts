/** What a network costs: numbers to learn, memory, work per example. Tying changes the first two only. */
import type { NetworkSpec } from '../spec/experiment-spec';
import { tiedLayers, weightCount } from './network-layers';

export type NetworkCost = {
  readonly parameters: number;
  /** Four for each parameter (float32). */
  readonly bytes: number;
  /** Multiply-adds of one forward pass of one example, padding included, biases not. */
  readonly multiplyAdds: number;
};

export function networkCost(network: Pick<NetworkSpec, 'input' | 'layers'>): NetworkCost {
  const layers = tiedLayers(network);
  const parameters = layers.reduce((sum, layer) => sum + weightCount(layer), 0);
  const multiplyAdds = layers.reduce(
    (sum, { geometry, filters }) => sum + geometry.sites * geometry.taps * filters,
    0,
  );
  return { parameters, bytes: 4 * parameters, multiplyAdds };
}
