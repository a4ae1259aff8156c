/**
 * Trains a start for tasks to come, or leaves it as it was drawn. The network is so small that plain loops in float64
 * outrun what a GPU takes to begin each of the 8 x 8 inner steps: one code for both backends (docs/decisions). What is
 * watched: the start, as one kernel of one group; of `reptile` the displacement of each task as the ledger and their
 * mean, by a path without them, as the gradient. Tasks and points are drawn from the seed and the batch's step.
 */
import { innerTasks, jointPoints } from '../../math/start-adaptation';
import { addStartGradient, meanSquaredError, startOutputs } from '../../math/start-network';
import {
  displacementsOf,
  meanOfInnerSteps,
  meanOfRows,
  movedStart,
  outerRateAt,
} from '../../math/start-steps';
import { weightShapes } from '../../math/weight-shapes';
import type { ExperimentSpec, StartNetworkSpec } from '../../spec/experiment-spec';
import { descendWithAdam } from '../kernels/parameter-update/cpu';
import { blocksOf, updateStep } from '../optimizers';
import { plainLayout } from '../parameter-layout';
import type { Reading } from '../readings';
import type { Trainer } from './trainer';

/** What the last outer step left behind. */
type Trace = {
  /** Of it, from 0. */
  readonly step: number;
  /** Of its inner steps. */
  readonly rate: number;
  /** Where it began, whatever has been changed by hand since. */
  readonly start: Float32Array;
  /** [tasks, size] */
  readonly displacements: Float32Array;
};

export function startTrainer(network: StartNetworkSpec, spec: ExperimentSpec): Trainer {
  const { rule } = network;
  const blocks = blocksOf(rule === 'joint' ? 'adam' : 'sgd');
  const layout = plainLayout(weightShapes(network), blocks);
  const size = layout.blockSize;
  let parameters: Float32Array = new Float32Array(blocks * size);
  let previous: Float32Array | null = null;
  let trace: Trace | null = null;
  let losses: number[] = [];

  const start = (of: Float32Array = parameters) => of.subarray(0, size);
  const tasksOf = (step: number) =>
    innerTasks({ ...network, seed: spec.seed, points: spec.data.examples }, step);

  /** The parameters after a step, and its loss. */
  function after(step: number, rate: number): { readonly next: Float32Array; readonly loss: number } {
    if (rule === 'reptile') {
      const { displacements, loss } = displacementsOf(start(), tasksOf(step), rate);
      const mean = meanOfRows(displacements, network.tasks);
      trace = { step, rate, start: start(), displacements };
      return {
        next: Float32Array.from(movedStart(start(), mean, outerRateAt(network.outerRate, step, spec.steps))),
        loss,
      };
    }
    const points = jointPoints(spec.seed, step, spec.batch);
    if (rule === 'none')
      return { next: parameters, loss: meanSquaredError(startOutputs(start(), points.xs), points.ys) };
    const gradient = new Float32Array(size);
    const loss = addStartGradient(start(), points, 1, gradient);
    const next = new Float32Array(parameters.length);
    const update = updateStep({ kind: 'adam', rate: network.jointRate, decay: 'none' }, step, spec.steps);
    if (update.kind === 'adam') descendWithAdam(parameters, next, gradient, 0, size, update);
    return { next, loss };
  }

  return {
    layout,
    step(batch, { rate }) {
      const { next, loss } = after(batch.step, rate);
      [previous, parameters] = [parameters, next];
      losses.push(loss);
    },
    takeLosses() {
      const taken = Float32Array.from(losses);
      losses = [];
      return taken;
    },
    outputs: (xs) => startOutputs(start(), xs),
    firstLayer(_range, withLedger) {
      const seen = withLedger && previous ? trace : null;
      const before = start(previous ?? parameters);
      return {
        kernels: reading(start().slice()),
        previousKernels: reading(before.slice()),
        residuals: null,
        ledger: seen && reading(seen.displacements.slice()),
        gradient: seen && reading(meanOfInnerSteps(seen.start, tasksOf(seen.step), seen.rate)),
      };
    },
    parameters: (count) => parameters.slice(0, count * size),
    setParameters(flat) {
      parameters = Float32Array.from(flat);
      [previous, trace, losses] = [null, null, []];
    },
    poke(at, delta) {
      const poked = (of: Float32Array) => {
        const values = Float32Array.from(of);
        values[at] = (values[at] as number) + delta;
        return values;
      };
      parameters = poked(parameters);
      previous = previous && poked(previous);
    },
    warmUp: () => [],
    dispose() {
      [previous, trace, losses] = [null, null, []];
    },
  };
}

const reading = (values: Float32Array): Reading => ({ from: values, finish: (own) => own });
