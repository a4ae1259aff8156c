/**
 * The flagship network: 28x28x1 -> 5x5 stride 2, 8 filters -> 5x5 stride 2, 16 filters -> global max -> 10
 * classes. 3,594 parameters shared, 198,522 independent.
 */
import type { LayeredNetworkSpec, LayerSpec, NetworkId } from './experiment-spec';
import type { TyingPlan } from './tying';

const convolution = (filters: number, tying: TyingPlan): LayerSpec => ({
  kind: 'convolution',
  size: 5,
  filters,
  stride: 2,
  padding: 'same',
  tying,
});

/** Both convolutions tied as `id` says, unless maps of 196 and of 49 sites are given. */
export function flagshipNetwork(
  id: NetworkId,
  init: LayeredNetworkSpec['init'] = 'own',
  maps?: readonly [TyingPlan, TyingPlan],
): LayeredNetworkSpec {
  const plan: TyingPlan = { kind: id === 'independent' ? 'independent' : 'shared' };
  const [first, second] = maps ?? [plan, plan];
  return {
    kind: 'layered',
    id,
    input: [28, 28, 1],
    layers: [
      convolution(8, first),
      convolution(16, second),
      { kind: 'global-max-pool' },
      { kind: 'dense', units: 10 },
    ],
    init,
    loss: 'cross-entropy',
  };
}
