/** From the public state of the multi-task lab to its experiment: the same trunk and heads, shared or not. */
import type { ExperimentSpec, NetworkId } from '../../spec/experiment-spec';
import { multiTaskIds, multiTaskNetwork, type TrunkShape, WIDE_UNITS } from '../../spec/multi-task-network';
import type { MultiTaskState } from './parameters';

export function trunkShape({
  width,
  depth,
  shrink,
}: Pick<MultiTaskState, 'width' | 'depth' | 'shrink'>): TrunkShape {
  return { width, depth, shrink };
}

/** The unit of the first layer that the stage shows, 0-based. */
export function shownUnit({ unit, width, depth }: Pick<MultiTaskState, 'unit' | 'width' | 'depth'>): number {
  return Math.min(unit, firstUnits({ width, depth })) - 1;
}

/** Units of the first layer. */
export const firstUnits = ({ width, depth }: Pick<MultiTaskState, 'width' | 'depth'>): number =>
  depth === 2 ? WIDE_UNITS : width;

export function buildSpec(state: MultiTaskState): ExperimentSpec {
  const { data, examples, labels } = state;
  return {
    seed: state.seed,
    data: { kind: 'tasks', second: data, examples, labels: Math.min(labels, examples) },
    steps: state.steps,
    batch: state.batch,
    optimizer: { kind: state.optimizer, rate: state.rate, decay: state.decay },
    networks: multiTaskIds.map((id) => multiTaskNetwork(id, trunkShape(state))),
  };
}

export function benchOf(state: MultiTaskState): readonly NetworkId[] {
  return state.compare ? multiTaskIds : [state.sharing];
}
