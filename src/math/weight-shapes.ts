/**
 * The weights of a network by layer: [groups, filters, taps + 1] each, a filter's taps in a row, its bias last. Those of
 * a soft layer are [groups + sites, ...]: the shared parts, then each site's residual. A recurrent network has two
 * layers: its cell, one filter a hidden unit, taps for the symbol and then for the state; and its head, which is the
 * same at every step. A start is one row of numbers: the weights of each of its layers, a unit's taps and then its bias.
 */
import type { NetworkSpec } from '../spec/experiment-spec';
import { makeTying, sharedTying, type Tying } from '../spec/tying';
import { tiedLayers } from './network-layers';

export type WeightShape = {
  readonly tying: Tying;
  /** Part of each residual that is lost after a step; null: there are none. */
  readonly shrink: number | null;
  readonly filters: number;
  /** Without the bias. */
  readonly taps: number;
};

/** In order. Throws RangeError when a kernel or a tie map does not fit, or a recurrent network is tied softly. */
export function weightShapes(network: NetworkSpec): readonly WeightShape[] {
  switch (network.kind) {
    case 'layered':
      return tiedLayers(network).map(({ tying, shrink, filters, geometry: { taps } }) => ({
        tying,
        shrink,
        filters,
        taps,
      }));
    case 'recurrent': {
      const { symbols, hidden, classes, reads, tying } = network;
      if (tying.kind === 'soft') throw new RangeError('Only layers can be tied softly, not steps.');
      return [
        { tying: makeTying(tying, reads), shrink: null, filters: hidden, taps: symbols + hidden },
        { tying: sharedTying(1), shrink: null, filters: classes, taps: hidden },
      ];
    }
    case 'start':
      return [{ tying: sharedTying(1), shrink: null, filters: 1, taps: startSize(network.hidden) - 1 }];
    default:
      return network satisfies never;
  }
}

/** Numbers of a network 1 -> hidden -> hidden -> 1 with its biases: 1,761 for 40. */
export const startSize = (hidden: number): number => 2 * hidden + hidden * (hidden + 1) + hidden + 1;

/** How many times a layer has all its filters' kernels: once a group, and once a site where sharing is soft. */
export const kernelSets = ({ tying, shrink }: Pick<WeightShape, 'tying' | 'shrink'>): number =>
  tying.groups + (shrink === null ? 0 : tying.sites);

/** How many numbers the weights of a layer are. */
export const weightCount = (shape: WeightShape): number =>
  kernelSets(shape) * shape.filters * (shape.taps + 1);

/** Groups of a recurrent cell that training reaches: those of its first `trained` steps. */
export function trainedGroups(cell: WeightShape, trained: number): number {
  return new Set(cell.tying.groupOf.slice(0, trained)).size;
}
