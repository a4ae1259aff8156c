/** From the public state of Transfer to its experiment: four networks that are one until the old task is over. */
import type { ExperimentSpec, LendingSpec, NetworkId } from '../../spec/experiment-spec';
import { TRANSFER_NETWORKS, transferNetwork } from '../../spec/transfer-network';
import type { TransferState } from './parameters';

/** The old task: digits 0 to 4. */
export const OLD_TASK: LendingSpec = { steps: 500, examples: 4000, rate: 0.006 };

export function buildSpec(state: TransferState): ExperimentSpec {
  return {
    seed: state.seed,
    data: { kind: 'new-digits', examples: state.examples },
    steps: state.steps,
    batch: state.batch,
    optimizer: { kind: state.optimizer, rate: state.rate, decay: state.decay },
    lending: OLD_TASK,
    networks: TRANSFER_NETWORKS.map(transferNetwork),
  };
}

export function benchOf(state: TransferState): readonly NetworkId[] {
  return state.compare ? TRANSFER_NETWORKS : [state.sharing];
}
