/** From the public state of the Meta-learning lab to its experiment: one start, found in three ways. */
import type { ExperimentSpec, NetworkId } from '../../spec/experiment-spec';
import { START_IDS, startExperiment } from '../../spec/start-network';
import type { MetaLearningState } from './parameters';

export function buildSpec(state: MetaLearningState): ExperimentSpec {
  const { seed, steps, batch, rate, examples: points, tasks, inner, outer } = state;
  return startExperiment(
    { seed, steps, batch, rate, points },
    { tasks, innerSteps: inner, outerRate: outer },
  );
}

export const benchOf = ({ compare, sharing }: MetaLearningState): readonly NetworkId[] =>
  compare ? START_IDS : [sharing];
