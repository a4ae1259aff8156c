/**
 * Two towers 32x32 -> 64 ReLU -> 2, whose points lie close where two pictures show the same. A pair is one input,
 * the second picture below the first: the towers are the two sites of a kernel as large as a picture. 65,730
 * parameters shared, 131,460 as two towers.
 */
import type { LayeredNetworkSpec, NetworkId, PairVariant } from './experiment-spec';
import type { TyingPlan } from './tying';

/** Side of a picture, in pixels. */
export const FACE_SIDE = 32;
/** Hidden units of a tower. */
export const TOWER_UNITS = 64;
/** Of the plane that the points lie in. */
export const PLANE_DIMENSIONS = 2;

/** Where both towers see the same kind of picture their points begin close together, else further apart: decision 0019. */
export function siameseNetwork(
  id: NetworkId,
  variant: PairVariant = 'faces',
  tying: TyingPlan = { kind: id === 'independent' ? 'independent' : 'shared' },
): LayeredNetworkSpec {
  const tower = { kind: 'convolution', padding: 'valid', tying } as const;
  return {
    kind: 'layered',
    id,
    input: [2 * FACE_SIDE, FACE_SIDE, 1],
    layers: [
      { ...tower, size: FACE_SIDE, stride: FACE_SIDE, filters: TOWER_UNITS },
      { ...tower, size: 1, stride: 1, filters: PLANE_DIMENSIONS },
    ],
    init: 'own',
    loss: 'contrastive',
    ...(variant === 'turned' ? { spread: 0.5 } : {}),
  };
}
