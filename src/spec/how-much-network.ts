/**
 * The flagship network on a canvas without edges: 32x32x1 -> 5x5 stride 2, 8 filters -> 5x5 stride 2, 16 filters ->
 * global max -> 10 classes, with wrap-around padding, so that nothing tells a position but the tying. Both
 * convolutions are tied by one map of the 16x16 positions of the first. 3,594 parameters shared, 259,242 independent.
 */
import type { LayeredNetworkSpec, NetworkId } from './experiment-spec';
import { secondLayerMap, type TieMap } from './tie-map';
import type { TyingPlan } from './tying';

/** Of a picture, in pixels. */
export const CANVAS_SIZE = 32;

/** How the positions of the grouped network are tied. */
export type MapTying = {
  readonly map: TieMap;
  /** Part of each residual that is lost after a step, 0 to 1; null: no residuals, the sharing is hard. */
  readonly shrink: number | null;
};

export function howMuchNetwork(id: NetworkId, { map, shrink }: MapTying): LayeredNetworkSpec {
  const tied = (groupOf: TieMap): TyingPlan => {
    if (id === 'shared' || id === 'independent') return { kind: id };
    return shrink === null ? { kind: 'grouped', groupOf } : { kind: 'soft', groupOf, shrink };
  };
  const convolution = { kind: 'convolution', size: 5, stride: 2, padding: 'wrap' } as const;
  return {
    kind: 'layered',
    id,
    input: [CANVAS_SIZE, CANVAS_SIZE, 1],
    layers: [
      { ...convolution, filters: 8, tying: tied(map) },
      { ...convolution, filters: 16, tying: tied(secondLayerMap(map)) },
      { kind: 'global-max-pool' },
      { kind: 'dense', units: 10 },
    ],
    init: 'own',
    loss: 'cross-entropy',
  };
}
