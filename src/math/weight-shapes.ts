/**
 * The weights of a network by layer: [groups, filters, taps + 1] each, a filter's taps in a row, its bias last. A
 * recurrent network has two: its cell, one filter a hidden unit, taps for the symbol and then for the state; and its
 * head, which is the same at every step.
 */
import type { NetworkSpec } from '../spec/experiment-spec';
import { makeTying, sharedTying, type Tying } from '../spec/tying';
import { tiedLayers } from './network-layers';

export type WeightShape = {
  readonly tying: Tying;
  readonly filters: number;
  /** Without the bias. */
  readonly taps: number;
};

/** In order. Throws RangeError when a kernel or a tie map does not fit. */
export function weightShapes(network: NetworkSpec): readonly WeightShape[] {
  switch (network.kind) {
    case 'layered':
      return tiedLayers(network).map(({ tying, filters, geometry: { taps } }) => ({ tying, filters, taps }));
    case 'recurrent': {
      const { symbols, hidden, classes, reads, tying } = network;
      return [
        { tying: makeTying(tying, reads), filters: hidden, taps: symbols + hidden },
        { tying: sharedTying(1), filters: classes, taps: hidden },
      ];
    }
    default:
      return network satisfies never;
  }
}

/** How many numbers the weights of a layer are. */
export const weightCount = ({ tying, filters, taps }: WeightShape): number =>
  tying.groups * filters * (taps + 1);

/** Groups of a recurrent cell that training reaches: those of its first `trained` steps. */
export function trainedGroups(cell: WeightShape, trained: number): number {
  return new Set(cell.tying.groupOf.slice(0, trained)).size;
}
