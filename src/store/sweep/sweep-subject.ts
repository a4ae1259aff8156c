/**
 * What a sweep is of: its plans as plain data, the cells of a plan, and the run that each cell is. The store, the memory
 * and the workers of sweeps know nothing else of it.
 */
import type { BackendName } from '../../spec/backend';
import type { ExperimentSpec, NetworkId } from '../../spec/experiment-spec';

/** Of every cell of a plan. */
export type PlanWithSettings = {
  readonly settings: { readonly backend: BackendName; readonly steps: number; readonly batch: number };
};

/** The experiment of a cell has one network. */
export type CellRun = { readonly spec: ExperimentSpec; readonly network: NetworkId };

export type SweepSubject<Plan extends PlanWithSettings, Cell> = {
  /** Name of what is kept on the device; its own for each subject. */
  readonly keptAs: string;
  /** Whether a value of unknown origin is a plan that can be trained. */
  readonly isPlan: (value: unknown) => value is Plan;
  /** In the order in which they are trained. */
  readonly cellsOf: (plan: Plan) => readonly Cell[];
  /** Equal for cells of equal figures, and only for them. */
  readonly keyOf: (settings: Plan['settings'], cell: Cell) => string;
  readonly runOf: (settings: Plan['settings'], cell: Cell) => CellRun;
  /** Training examples that the steps of a cell see, those made before left out. `first`: its worker has no other yet. */
  readonly examplesOf: (settings: Plan['settings'], cell: Cell, first: boolean) => number;
};
