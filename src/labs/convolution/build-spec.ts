/** From the public state of the Convolution lab to its experiment: the flagship network twice. */
import type { ExperimentSpec, NetworkId } from '../../spec/experiment-spec';
import { flagshipNetwork } from '../../spec/flagship-network';
import type { ConvolutionState } from './parameters';

export function buildSpec(state: ConvolutionState): ExperimentSpec {
  return {
    seed: state.seed,
    data: { kind: 'digits', variant: state.data, examples: state.examples },
    steps: state.steps,
    batch: state.batch,
    optimizer: { kind: state.optimizer, rate: state.rate, decay: state.decay },
    networks: [flagshipNetwork('shared'), flagshipNetwork('independent', state.init)],
  };
}

export function benchOf(state: ConvolutionState): readonly NetworkId[] {
  return state.compare ? ['shared', 'independent'] : [state.sharing];
}
