/**
 * What a network costs: numbers to learn (residuals of soft sharing are), memory, work per example. Tying changes the
 * first two only.
 */
import type { LayeredNetworkSpec, NetworkSpec, RecurrentNetworkSpec } from '../spec/experiment-spec';
import { tiedLayers } from './network-layers';
import { trainedGroups, weightCount, weightShapes } from './weight-shapes';

export type NetworkCost = {
  /** That training can change. */
  readonly parameters: number;
  /** Four for each parameter (float32). */
  readonly bytes: number;
  /** Multiply-adds of one forward pass of one example, padding included, biases not. */
  readonly multiplyAdds: number;
};

export function networkCost(network: NetworkSpec): NetworkCost {
  const { parameters, multiplyAdds } = network.kind === 'layered' ? ofLayers(network) : ofCells(network);
  return { parameters, bytes: 4 * parameters, multiplyAdds };
}

function ofLayers(network: LayeredNetworkSpec) {
  return {
    parameters: weightShapes(network).reduce((sum, shape) => sum + weightCount(shape), 0),
    multiplyAdds: tiedLayers(network).reduce(
      (sum, { geometry, filters }) => sum + geometry.sites * geometry.taps * filters,
      0,
    ),
  };
}

/** Of the cells that training unrolls to. A symbol is looked up, which multiplies nothing; the head answers once. */
function ofCells(network: RecurrentNetworkSpec) {
  const { hidden, classes, trained } = network;
  const [cell, head] = weightShapes(network);
  if (!cell || !head) throw new RangeError('A recurrent network has a cell and a head.');
  const perCell = cell.filters * (cell.taps + 1);
  return {
    parameters: trainedGroups(cell, trained) * perCell + weightCount(head),
    multiplyAdds: trained * hidden * hidden + hidden * classes,
  };
}
