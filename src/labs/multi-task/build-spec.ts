/** From the public state of the multi-task lab to its experiment: the same trunk and heads, shared or not. */
import type { ExperimentSpec, NetworkId } from '../../spec/experiment-spec';
import { multiTaskIds, multiTaskNetwork, type TrunkShape, WIDE_UNITS } from '../../spec/multi-task-network';
import type { MultiTaskState } from './parameters';

export function trunkShape({
  units,
  depth,
  shrink,
}: Pick<MultiTaskState, 'units' | 'depth' | 'shrink'>): TrunkShape {
  return { units, depth, shrink };
}

/** The unit of the first layer that the stage shows, 0-based. */
export function shownUnit({ unit, units, depth }: Pick<MultiTaskState, 'unit' | 'units' | 'depth'>): number {
  return Math.min(unit, firstUnits({ units, depth })) - 1;
}

/** Units of the first layer. */
export const firstUnits = ({ units, depth }: Pick<MultiTaskState, 'units' | 'depth'>): number =>
  depth === 2 ? WIDE_UNITS : units;

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
