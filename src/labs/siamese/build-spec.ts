/** From the public state of the Siamese lab to its experiment: the same two towers, sharing their weights or not. */
import type { ExperimentSpec, NetworkId } from '../../spec/experiment-spec';
import { siameseNetwork } from '../../spec/siamese-network';
import type { SiameseState } from './parameters';

export function buildSpec(state: SiameseState): ExperimentSpec {
  return {
    seed: state.seed,
    data: { kind: 'pairs', variant: state.data, examples: state.examples },
    steps: state.steps,
    batch: state.batch,
    optimizer: { kind: state.optimizer, rate: state.rate, decay: state.decay },
    networks: [siameseNetwork('shared', state.data), siameseNetwork('independent', state.data)],
  };
}

export function benchOf(state: SiameseState): readonly NetworkId[] {
  return state.compare ? ['shared', 'independent'] : [state.sharing];
}
