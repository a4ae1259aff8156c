/**
 * Trains any network of layers through tfjs's autodiff over the registered kernels, on both backends: the trainer of cpu,
 * and of webgl where the fused step does not fit. The parameters are one tensor [blocks, size]; each layer's
 * weights are a view of it. Residuals of soft sharing shrink in the update.
 */
import { clone, keep, reshape, slice, type Tensor, tensor, tidy, valueAndGrads } from '@tensorflow/tfjs-core';
import { directGradient } from '../../math/direct-gradient';
import type { TiedLayer } from '../../math/network-layers';
import { siteProducts } from '../../math/site-products';
import { effectiveWeights } from '../../math/soft-weights';
import { type WeightShape, weightCount } from '../../math/weight-shapes';
import type { LayeredNetworkSpec } from '../../spec/experiment-spec';
import { buildModel } from '../build-model';
import { liveValues } from '../cpu-backend';
import { type Backward, gradientName, PARAMETER_UPDATE, type Shrink } from '../kernels/names';
import { contrastiveLoss } from '../layers/contrastive-loss';
import { softmaxCrossEntropy } from '../layers/softmax-cross-entropy';
import { taskCrossEntropy } from '../layers/task-cross-entropy';
import { copyOfTrace, disposeTrace, keepTrace, type LedgerTrace } from '../ledger-trace';
import { plainLayout } from '../parameter-layout';
import type { Reading } from '../readings';
import { runKernelForOne, withoutLeaks } from '../tfjs-kernels';
import type { FilterRange, Trainer } from './trainer';

type State = {
  readonly parameters: Tensor;
  readonly previous: Tensor | null;
  readonly trace: LedgerTrace | null;
  readonly trunk: readonly Tensor[];
};
const stateOf = new WeakMap<Trainer, () => State>();

/** Throws RangeError when a kernel or a tie map does not fit. */
export function autodiffTrainer(network: LayeredNetworkSpec, blocks: number): Trainer {
  const [height, width, channels] = network.input;
  const model = buildModel(network);
  const layout = plainLayout(model.weightShapes, blocks);
  const shape: [number, number] = [blocks, layout.blockSize];
  const first = model.tied[0];
  const firstPlace = layout.layers[0];
  const firstShape = model.weightShapes[0];
  if (!first || !firstPlace || !firstShape) throw new RangeError('A network must have weights.');
  const shrinks = model.weightShapes.map(shrinkOf);
  const lossOf = lossOfNetwork(network);
  const trunkLayers = sharedTrunk(network, model.tied.length);

  let parameters: Tensor = tensor(new Float32Array(blocks * layout.blockSize), shape);
  let previous: Tensor | null = null;
  let trace: LedgerTrace | null = null;
  /** Ledgers of the last step, of the layers of a trunk of several tasks beyond the first. */
  let trunk: Tensor[] = [];
  let losses: Tensor[] = [];

  const countOf = (layer: number) => weightCount(model.weightShapes[layer] as WeightShape);

  /** The weights of each layer, [groups, filters, taps+1], as views. Inside a tidy. */
  function weights(): Tensor[] {
    return layout.layers.map(({ base, groups, filters, tapAt }) => {
      const cells = tapAt.length;
      return reshape(slice(parameters, [0, base], [1, groups * filters * cells]), [groups, filters, cells]);
    });
  }

  /** The first layer's weights out of all parameters; on a GPU only they are read. Inside a tidy. */
  function firstWeights(of: Tensor): Float32Array {
    const { groups = 0, groupStride = 0 } = firstPlace ?? {};
    return liveValues(slice(of, [0, 0], [1, groups * groupStride]));
  }

  /** The rows of a range of filters out of [rows, filters, taps+1]. */
  function ofFilters(values: Float32Array, { filter, filters }: FilterRange, rows: number): Reading {
    const cells = firstPlace?.tapAt.length ?? 0;
    const out = new Float32Array(rows * filters * cells);
    for (let row = 0; row < rows; row++) {
      const from = (row * (first?.filters ?? 0) + filter) * cells;
      out.set(values.subarray(from, from + filters * cells), row * filters * cells);
    }
    return { from: out, finish: (own) => own };
  }

  function secondPath({ inputs, dy, y }: LedgerTrace, range: FilterRange): Reading {
    const [upstream, output, batch] = [liveValues(dy), liveValues(y), dy.shape[0] ?? 0];
    const groups = first?.tying.groups ?? 0;
    const rows = Array.from({ length: range.filters }, (_, index) =>
      directGradient(inputs, upstream, first as TiedLayer, batch, range.filter + index, output),
    );
    return { from: interleaved(rows, groups), finish: (own) => own };
  }

  function trunkProducts(firstLedger: Tensor): Reading {
    const ledgers = [firstLedger, ...trunk].map((ledger) => liveValues(ledger));
    return { from: siteProducts(ledgers, first?.tying.sites ?? 0), finish: (own) => own };
  }

  function forgetLastStep(): void {
    disposeTrace(trace);
    previous?.dispose();
    for (const ledger of trunk) ledger.dispose();
    trace = null;
    trunk = [];
    previous = null;
  }

  const trainer: Trainer = {
    layout,
    step(batch, update, rates = null) {
      const moves = rates?.map((rate, layer) => ({ rate, count: countOf(layer) })) ?? null;
      const isMoved = (layer: number) => moves?.[layer]?.rate !== 0;
      let newTrace: LedgerTrace | null = null;
      const newTrunk: Tensor[] = [];
      let loss: Tensor | null = null;
      const examples = batch.inputs.length / (height * width * channels);
      const next = tidy(() => {
        const images = tensor(batch.inputs, [examples, height, width, channels]);
        // One label an example is a row: as a column a single one would be a scalar to webgl.
        const each = batch.labels.length / examples;
        const labels = tensor(batch.labels, each === 1 ? [examples] : [examples, each]);
        const all = weights();
        const moved = [...all.keys()].filter(isMoved);
        const { value, grads } = valueAndGrads((...own: Tensor[]) => {
          const used = all.map((weight, layer) => own[moved.indexOf(layer)] ?? weight);
          const outputs = model.outputs(used, images, (backward: Backward, layer: number) => {
            if (layer === 0) newTrace = keepTrace(backward, batch.inputs);
            else if (layer < trunkLayers) newTrunk.push(keep(clone(backward.ledger)));
          });
          return lossOf(outputs, labels);
        })(moved.map((layer) => all[layer] as Tensor));
        loss = keep(value);
        const gradients = grads.map((gradient, at) => [gradientName(moved[at] as number), gradient] as const);
        return runKernelForOne(
          PARAMETER_UPDATE,
          { parameters, ...Object.fromEntries(gradients) },
          { step: update, layers: all.length, shrinks, moves },
        );
      });
      forgetLastStep();
      [previous, parameters, trace, trunk] = [parameters, next, newTrace, newTrunk];
      if (loss) losses.push(loss);
    },
    takeLosses() {
      const taken = Float32Array.from(losses, (loss) => liveValues(loss)[0] ?? Number.NaN);
      for (const loss of losses) loss.dispose();
      losses = [];
      return taken;
    },
    // Not in a tidy, which would look for tensors in every one of the numbers.
    outputs: (inputs, count) =>
      withoutLeaks(() => {
        const images = tensor(inputs, [count, height, width, channels]);
        return model.outputs(weights(), images).dataSync<'float32'>();
      }),
    firstLayer(range, withLedger) {
      const { groups, sites } = first.tying;
      const soft = firstShape.shrink !== null;
      const kernels = (stored: Float32Array) =>
        soft
          ? ofFilters(effectiveWeights(stored, firstShape), range, sites)
          : ofFilters(stored, range, groups);
      const now = firstWeights(parameters);
      const residuals = soft ? now.subarray(groups * firstPlace.groupStride) : null;
      const seen = withLedger ? trace : null;
      return {
        kernels: kernels(now),
        previousKernels: kernels(previous ? firstWeights(previous) : now),
        residuals: residuals && ofFilters(residuals, range, sites),
        ledger: seen && ofFilters(liveValues(seen.ledger), range, sites),
        gradient: seen && secondPath(seen, range),
        ...(trunkLayers > 0 ? { products: seen && trunkProducts(seen.ledger) } : {}),
      };
    },
    parameters: (count) => liveValues(parameters).slice(0, count * layout.blockSize),
    setParameters(flat) {
      forgetLastStep();
      parameters.dispose();
      parameters = tensor(flat, shape);
      for (const loss of losses) loss.dispose();
      losses = [];
    },
    follow(leader) {
      const of = stateOf.get(leader)?.();
      if (!of) throw new RangeError('Only a trainer of the same kind can be followed.');
      forgetLastStep();
      parameters.dispose();
      parameters = clone(of.parameters);
      previous = of.previous && clone(of.previous);
      trace = of.trace && copyOfTrace(of.trace);
      trunk = of.trunk.map((ledger) => clone(ledger));
    },
    poke(at, delta) {
      const poked = (of: Tensor) => {
        const values = liveValues(of).slice();
        values[at] = (values[at] as number) + delta;
        of.dispose();
        return tensor(values, shape);
      };
      parameters = poked(parameters);
      previous = previous && poked(previous);
    },
    warmUp: () => [],
    dispose() {
      forgetLastStep();
      parameters.dispose();
      for (const loss of losses) loss.dispose();
      model.dispose();
    },
  };
  stateOf.set(trainer, () => ({ parameters, previous, trace, trunk }));
  return trainer;
}

function lossOfNetwork({ loss, classes = [] }: LayeredNetworkSpec) {
  switch (loss) {
    case 'cross-entropy':
      return softmaxCrossEntropy;
    case 'contrastive':
      return contrastiveLoss;
    case 'tasks':
      return (logits: Tensor, labels: Tensor) => taskCrossEntropy(logits, labels, classes);
    default:
      return loss satisfies never;
  }
}

/** How many layers with weights the tasks of a network have in common or apart, before their heads; else 0. */
const sharedTrunk = ({ loss }: LayeredNetworkSpec, layers: number) => (loss === 'tasks' ? layers - 1 : 0);

/** Residuals follow the shared parts. */
function shrinkOf({ tying, shrink, filters, taps }: WeightShape): Shrink | null {
  return shrink === null ? null : { from: tying.groups * filters * (taps + 1), fraction: shrink };
}

/** Arrays of one filter each, [groups, cells] -> [groups, filters, cells]. */
function interleaved(rows: readonly Float32Array[], groups: number): Float32Array {
  const cells = (rows[0]?.length ?? 0) / groups;
  const all = new Float32Array(rows.length * groups * cells);
  rows.forEach((row, filter) => {
    for (let group = 0; group < groups; group++)
      all.set(row.subarray(group * cells, (group + 1) * cells), (group * rows.length + filter) * cells);
  });
  return all;
}
