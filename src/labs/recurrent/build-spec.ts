/** From the public state of the Recurrent lab to its experiment: the network of the task twice. */
import type { ExperimentSpec, NetworkId } from '../../spec/experiment-spec';
import { sequenceNetwork, sequenceTasks } from '../../spec/sequence-tasks';
import type { RecurrentState } from './parameters';

/** Symbols of the longest training sequence. */
export function trainedLength({ data, longest }: Pick<RecurrentState, 'data' | 'longest'>): number {
  const task = sequenceTasks[data];
  return longest === 0 ? task.longest : Math.max(task.shortest, Math.min(task.longest, longest));
}

export function buildSpec(state: RecurrentState): ExperimentSpec {
  const { data: task, examples } = state;
  const trained = trainedLength(state);
  return {
    seed: state.seed,
    data: task === 'language' ? { kind: 'words', examples } : { kind: 'symbols', task, examples },
    steps: state.steps,
    batch: state.batch,
    optimizer: { kind: state.optimizer, rate: state.rate, decay: state.decay },
    networks: [sequenceNetwork('shared', task, trained), sequenceNetwork('independent', task, trained)],
  };
}

export function benchOf(state: RecurrentState): readonly NetworkId[] {
  return state.compare ? ['shared', 'independent'] : [state.sharing];
}
