/**
 * One network in training: its weights and optimiser state as tensors, and what the last step left at the
 * first layer. Owns every tensor it keeps.
 */
import { keep, type Tensor, tensor, tensor1d, tidy, valueAndGrads } from '@tensorflow/tfjs-core';
import { initialWeights } from '../math/initial-weights';
import type { TiedLayer } from '../math/network-layers';
import type { ExperimentSpec, NetworkSpec } from '../spec/experiment-spec';
import { buildModel } from './build-model';
import type { Batch } from './data/batches';
import { EngineError } from './engine-error';
import { softmaxCrossEntropy } from './layers/softmax-cross-entropy';
import { disposeTrace, keepTrace, type LedgerTrace } from './ledger';
import { initialState, rateAt, stateShape, type Update, updated } from './optimizers';

/** Weights of each layer, then optimiser state of each layer, at one step. */
export type Snapshot = { readonly step: number; readonly arrays: readonly Float32Array[] };

export type TrainedNetwork = {
  readonly classes: number;
  step(): number;
  /** Makes a step and gives the batch's mean loss before it. */
  train(batch: Batch): number;
  /** images: [count, height, width, channels] -> [count, classes]. */
  logits(images: Float32Array, count: number): Float32Array;
  first(): { readonly layer: TiedLayer; readonly trace: LedgerTrace | null };
  /** [groups, filters, taps+1] of the first layer now and before the last step. Not to be changed. */
  firstWeights(): Float32Array;
  previousFirstWeights(): Float32Array;
  /** Adds `delta` to one weight, now and before the last step alike: what the step did stays what it was. */
  poke(site: number, filter: number, tap: number, delta: number): void;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
  dispose(): void;
};

export function startNetwork(network: NetworkSpec, spec: ExperimentSpec): TrainedNetwork {
  const { kind } = spec.optimizer;
  const [height, width, channels] = network.input;
  const model = buildModel(network);
  const layer = model.tied[0];
  const classes = model.tied.at(-1)?.filters;
  if (!layer || model.layers[0] !== layer || !classes)
    throw new RangeError('The first layer of a network must have weights.');
  const shapes = model.weightShapes.map((shape) => [...shape]);
  const stateShapes = shapes.map((shape) => stateShape(kind, shape)).filter((shape) => shape !== null);

  let step = 0;
  let weights: Tensor[] = initialWeights(network, spec.seed).map((values, at) => tensor(values, shapes[at]));
  let state: (Tensor | null)[] = shapes.map((shape) => initialState(kind, shape));
  let previousFirst: Tensor | null = null;
  let trace: LedgerTrace | null = null;

  const firstTensor = () => weights[0] as Tensor;
  const read = (values: Tensor) => values.dataSync<'float32'>();

  function forgetLastStep(): void {
    disposeTrace(trace);
    previousFirst?.dispose();
    trace = null;
    previousFirst = null;
  }

  function train(batch: Batch): number {
    const rate = rateAt(spec.optimizer, step, spec.steps);
    let newTrace: LedgerTrace | null = null;
    let updates: readonly Update[] = [];
    let loss = Number.NaN;
    tidy(() => {
      const images = tensor(batch.images, [batch.labels.length, height, width, channels]);
      const labels = tensor1d(batch.labels);
      const lossOf = (...own: Tensor[]) => {
        const logits = model.logits(own, images, (backward) => {
          newTrace = keepTrace(backward, step);
        });
        return softmaxCrossEntropy(logits, labels);
      };
      const { value, grads } = valueAndGrads(lossOf)(weights);
      updates = weights.map((own, at) =>
        updated(kind, rate, step, own, state[at] ?? null, grads[at] as Tensor),
      );
      for (const update of updates) {
        keep(update.weights);
        if (update.state) keep(update.state);
      }
      loss = read(value)[0] ?? Number.NaN;
    });
    forgetLastStep();
    trace = newTrace;
    previousFirst = firstTensor();
    for (const old of [...weights.slice(1), ...state]) old?.dispose();
    weights = updates.map((update) => update.weights);
    state = updates.map((update) => update.state);
    step++;
    return loss;
  }

  return {
    classes,
    step: () => step,
    train,
    logits: (images, count) =>
      tidy(() => read(model.logits(weights, tensor(images, [count, height, width, channels])))),
    first: () => ({ layer, trace }),
    firstWeights: () => read(firstTensor()),
    previousFirstWeights: () => read(previousFirst ?? firstTensor()),
    poke(site, filter, tap, delta) {
      const group = layer.tying.groupOf[site];
      const cells = layer.geometry.taps + 1;
      if (group === undefined || !(filter >= 0 && filter < layer.filters) || !(tap >= 0 && tap < cells))
        throw new EngineError(
          'bad-message',
          `There is no weight ${tap} of filter ${filter} at site ${site}.`,
        );
      const at = (group * layer.filters + filter) * cells + tap;
      const poked = (own: Tensor) => {
        const values = read(own).slice();
        values[at] = (values[at] as number) + delta;
        own.dispose();
        return tensor(values, shapes[0]);
      };
      weights = [poked(firstTensor()), ...weights.slice(1)];
      previousFirst = previousFirst && poked(previousFirst);
    },
    snapshot: () => ({
      step,
      arrays: [...weights, ...state.filter((own) => own !== null)].map((own) => read(own).slice()),
    }),
    restore(snapshot) {
      const all = [...shapes, ...stateShapes];
      if (snapshot.arrays.length !== all.length)
        throw new EngineError('bad-message', 'This snapshot is of another network.');
      const restored = snapshot.arrays.map((values, at) => tensor(values.slice(), all[at]));
      forgetLastStep();
      for (const old of [...weights, ...state]) old?.dispose();
      weights = restored.slice(0, shapes.length);
      state = shapes.map((_, at) => restored[shapes.length + at] ?? null);
      step = snapshot.step;
    },
    dispose() {
      forgetLastStep();
      for (const own of [...weights, ...state]) own?.dispose();
      model.dispose();
    },
  };
}
