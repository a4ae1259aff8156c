/** From the public state of How much to share to its experiment: one kernel, one for each position, and the map between. */
import type { ExperimentSpec, NetworkId } from '../../spec/experiment-spec';
import { howMuchNetwork, type MapTying } from '../../spec/how-much-network';
import { mapOfText, mapPatterns } from '../../spec/tie-map';
import type { HowMuchState } from './parameters';

export const NETWORKS = ['shared', 'grouped', 'independent'] as const satisfies readonly NetworkId[];

/** How the grouped network is tied. */
export function tyingOf({ map, soft, shrink }: Pick<HowMuchState, 'map' | 'soft' | 'shrink'>): MapTying {
  return { map: mapOfText(map) ?? mapPatterns.one, shrink: soft ? shrink : null };
}

export function buildSpec(state: HowMuchState): ExperimentSpec {
  const tying = tyingOf(state);
  return {
    seed: state.seed,
    data: { kind: 'canvas', task: state.data, examples: state.examples },
    steps: state.steps,
    batch: state.batch,
    optimizer: { kind: state.optimizer, rate: state.rate, decay: state.decay },
    networks: NETWORKS.map((id) => howMuchNetwork(id, tying)),
  };
}

export function benchOf(state: HowMuchState): readonly NetworkId[] {
  return state.compare ? NETWORKS : [state.sharing];
}
