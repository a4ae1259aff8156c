/**
 * The outer step that is looked at, from its watched numbers: the start before and after it, each task's displacement
 * and, drawn again from the seed, its wave and points. Curves are worked out on the page from those very numbers.
 */
import { gridXs } from '../../../math/sine-tasks';
import { type InnerTask, innerTasks } from '../../../math/start-adaptation';
import { addStartGradient, startOutputs } from '../../../math/start-network';
import { meanOfRows, outerRateAt } from '../../../math/start-steps';
import { sumOfTiles } from '../../../math/sum-of-tiles';
import type { ExperimentSpec } from '../../../spec/experiment-spec';
import type { StartId } from '../../../spec/start-network';
import type { WatchedLayers } from '../../../store/recorded-frames';

type WatchedLayer = NonNullable<WatchedLayers[StartId]>;

export type OuterTask = {
  readonly task: InnerTask;
  /** [1761] and its length. */
  readonly displacement: Float32Array;
  readonly length: number;
  /** [100] after all inner steps. */
  readonly end: Float32Array;
};

export type OuterPicture = {
  readonly step: number;
  /** [1761] before the step, and [100] its curve. */
  readonly start: Float32Array;
  readonly startCurve: Float32Array;
  /** [1761] what the start moved, and how far. */
  readonly moved: Float32Array;
  readonly movedLength: number;
  /** Only of Reptile. */
  readonly ledger: {
    readonly tasks: readonly OuterTask[];
    readonly mean: Float64Array;
    readonly outerRate: number;
    /** Between the mean of the rows and the mean of all inner steps, as a part of the largest. */
    readonly difference: number;
  } | null;
};

/** Below this relative difference both means count as the same: each row is a difference of float32 numbers. */
export const SAME_WITHIN = 1e-4;

const known = new WeakMap<WatchedLayer, OuterPicture>();

const lengthOf = (values: ArrayLike<number>): number => {
  let squares = 0;
  for (let at = 0; at < values.length; at++) squares += (values[at] ?? 0) ** 2;
  return Math.sqrt(squares);
};

/** The same object for the same numbers. */
export function outerPicture(watched: WatchedLayer, network: StartId, spec: ExperimentSpec): OuterPicture {
  const before = known.get(watched);
  if (before) return before;
  const { step, kernels, previousKernels: start } = watched;
  const moved = kernels.map((value, at) => value - (start[at] ?? 0));
  const picture = {
    ...{ step, start, moved, movedLength: lengthOf(moved) },
    startCurve: startOutputs(start, gridXs),
    ledger: network === 'reptile' ? ledgerOf(watched, spec) : null,
  };
  known.set(watched, picture);
  return picture;
}

function ledgerOf({ step, previousKernels: start, ledger, gradient }: WatchedLayer, spec: ExperimentSpec) {
  const network = spec.networks.find(({ id }) => id === 'reptile');
  if (network?.kind !== 'start' || !ledger || !gradient) return null;
  const tasks = innerTasks({ ...network, seed: spec.seed, points: spec.data.examples }, step - 1);
  const size = start.length;
  const mean = meanOfRows(ledger, tasks.length);
  return {
    tasks: tasks.map((task, row): OuterTask => {
      const displacement = ledger.subarray(row * size, (row + 1) * size);
      const end = startOutputs(
        start.map((value, at) => value + (displacement[at] ?? 0)),
        gridXs,
      );
      return { task, displacement, length: lengthOf(displacement), end };
    }),
    mean,
    outerRate: outerRateAt(network.outerRate, step - 1, spec.steps),
    difference: sumOfTiles(mean, { sites: 1, groups: 1, groupOf: [0] }, gradient).difference,
  };
}

const paths = new WeakMap<OuterTask, readonly Float32Array[]>();

/** [100] after 0, 1, ... of the inner steps of a task: made only for slow mode, which shows them one by one. */
export function innerPath(outer: OuterTask, start: Float32Array, rate: number): readonly Float32Array[] {
  const before = paths.get(outer);
  if (before) return before;
  const weights = start.slice();
  const curves = [startOutputs(weights, gridXs)];
  for (const points of outer.task.steps) {
    addStartGradient(weights, points, -rate, weights);
    curves.push(startOutputs(weights, gridXs));
  }
  paths.set(outer, curves);
  return curves;
}
