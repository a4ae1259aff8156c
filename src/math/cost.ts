/**
 * What a network costs: numbers to learn (residuals of soft sharing are), memory, work per example. Tying changes the
 * first two only.
 */
import type {
  LayeredNetworkSpec,
  NetworkSpec,
  RecurrentNetworkSpec,
  StartNetworkSpec,
} from '../spec/experiment-spec';
import { tiedLayers } from './network-layers';
import { startSize, trainedGroups, weightCount, weightShapes } from './weight-shapes';

export type NetworkCost = {
  /**
   * That training can change; where a trunk is lent, while the new task trains. Of a start those that the few steps on a
   * task change, which are the same in every start, also in one that was drawn and never trained.
   */
  readonly parameters: number;
  /** Four for each parameter (float32). */
  readonly bytes: number;
  /** Multiply-adds of one forward pass of one example, padding included, biases not. */
  readonly multiplyAdds: number;
};

export function networkCost(network: NetworkSpec): NetworkCost {
  const { parameters, multiplyAdds } = countsOf(network);
  return { parameters, bytes: 4 * parameters, multiplyAdds };
}

function countsOf(network: NetworkSpec) {
  switch (network.kind) {
    case 'layered':
      return ofLayers(network);
    case 'recurrent':
      return ofCells(network);
    case 'start':
      return ofStart(network);
    default:
      return network satisfies never;
  }
}

function ofLayers(network: LayeredNetworkSpec) {
  const unused = unusedOutputs(network);
  return {
    parameters: weightShapes(network).reduce(
      (sum, shape, layer) => sum + (network.transfer?.[layer]?.rate === 0 ? 0 : weightCount(shape)),
      -unused.parameters,
    ),
    multiplyAdds: tiedLayers(network).reduce(
      (sum, { geometry, filters }) => sum + geometry.sites * geometry.taps * filters,
      -unused.multiplyAdds,
    ),
  };
}

/** Outputs of the last layer that are no class of any task: training cannot change what makes them. */
function unusedOutputs(network: LayeredNetworkSpec) {
  const last = tiedLayers(network).at(-1);
  const { classes } = network;
  if (!last || !classes) return { parameters: 0, multiplyAdds: 0 };
  const outputs = classes.reduce((sum, count) => sum + last.filters - count, 0);
  const { taps } = last.geometry;
  return { parameters: outputs * (taps + 1), multiplyAdds: outputs * taps };
}

/** Of one point on its way through 1 -> hidden -> hidden -> 1. */
function ofStart({ hidden }: StartNetworkSpec) {
  return { parameters: startSize(hidden), multiplyAdds: 2 * hidden + hidden * hidden };
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
