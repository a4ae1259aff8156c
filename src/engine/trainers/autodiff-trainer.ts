/**
 * Trains any network through tfjs's autodiff over the registered kernels, on both backends: the trainer of cpu,
 * and of webgl where the fused step does not fit. The parameters are one tensor [blocks, size]; each layer's
 * weights are a view of it.
 */
import {
  keep,
  reshape,
  slice,
  type Tensor,
  tensor,
  tensor1d,
  tidy,
  valueAndGrads,
} from '@tensorflow/tfjs-core';
import { directGradient } from '../../math/direct-gradient';
import type { NetworkSpec } from '../../spec/experiment-spec';
import { buildModel } from '../build-model';
import { liveValues } from '../cpu-backend';
import { type Backward, gradientName, PARAMETER_UPDATE } from '../kernels/names';
import { softmaxCrossEntropy } from '../layers/softmax-cross-entropy';
import { disposeTrace, keepTrace, type LedgerTrace } from '../ledger-trace';
import { plainLayout } from '../parameter-layout';
import { arrayReading, type Reading } from '../readings';
import { runKernelForOne } from '../tfjs-kernels';
import type { Trainer } from './trainer';

/** Throws RangeError when a kernel or a tie map does not fit. */
export function autodiffTrainer(network: NetworkSpec, blocks: number): Trainer {
  const [height, width, channels] = network.input;
  const model = buildModel(network);
  const layout = plainLayout(model.tied, blocks);
  const shape: [number, number] = [blocks, layout.blockSize];
  const first = model.tied[0];
  const firstPlace = layout.layers[0];
  if (!first || !firstPlace) throw new RangeError('A network must have weights.');

  let parameters: Tensor = tensor(new Float32Array(blocks * layout.blockSize), shape);
  let previous: Tensor | null = null;
  let trace: LedgerTrace | null = null;
  let losses: Tensor[] = [];

  /** The weights of each layer, [groups, filters, taps+1], as views. Inside a tidy. */
  function weights(): Tensor[] {
    return layout.layers.map(({ base }, layer) => {
      const layerShape = [...(model.weightShapes[layer] ?? [])];
      const count = layerShape.reduce((product, size) => product * size, 1);
      return reshape(slice(parameters, [0, base], [1, count]), layerShape);
    });
  }

  /** One filter's rows out of [rows, filters, taps+1]. */
  function ofFilter(values: Float32Array, filter: number, rows: number): Reading {
    const cells = firstPlace?.tapAt.length ?? 0;
    const out = new Float32Array(rows * cells);
    for (let row = 0; row < rows; row++) {
      const from = (row * (first?.filters ?? 0) + filter) * cells;
      out.set(values.subarray(from, from + cells), row * cells);
    }
    return { from: out, finish: (own) => own };
  }

  const secondPath = ({ images, dy, y }: LedgerTrace, filter: number): Reading =>
    arrayReading(directGradient(images, liveValues(dy), first, dy.shape[0] ?? 0, filter, liveValues(y)));

  function forgetLastStep(): void {
    disposeTrace(trace);
    previous?.dispose();
    trace = null;
    previous = null;
  }

  return {
    layout,
    step(batch, update) {
      let newTrace: LedgerTrace | null = null;
      let loss: Tensor | null = null;
      const next = tidy(() => {
        const images = tensor(batch.images, [batch.labels.length, height, width, channels]);
        const labels = tensor1d(batch.labels);
        const { value, grads } = valueAndGrads((...own: Tensor[]) => {
          const logits = model.logits(own, images, (backward: Backward) => {
            newTrace = keepTrace(backward, batch.images);
          });
          return softmaxCrossEntropy(logits, labels);
        })(weights());
        loss = keep(value);
        const gradients = grads.map((gradient, layer) => [gradientName(layer), gradient] as const);
        return runKernelForOne(
          PARAMETER_UPDATE,
          { parameters, ...Object.fromEntries(gradients) },
          { step: update, layers: gradients.length },
        );
      });
      forgetLastStep();
      [previous, parameters, trace] = [parameters, next, newTrace];
      if (loss) losses.push(loss);
    },
    takeLosses() {
      const taken = Float32Array.from(losses, (loss) => liveValues(loss)[0] ?? Number.NaN);
      for (const loss of losses) loss.dispose();
      losses = [];
      return taken;
    },
    logits: (images, count) =>
      tidy(() => {
        const input = tensor(images, [count, height, width, channels]);
        return model.logits(weights(), input).dataSync<'float32'>();
      }),
    firstLayer(filter, withLedger) {
      const kernels = (of: Tensor) => ofFilter(liveValues(of), filter, first.tying.groups);
      const seen = withLedger ? trace : null;
      return {
        kernels: kernels(parameters),
        previousKernels: kernels(previous ?? parameters),
        ledger: seen && ofFilter(liveValues(seen.ledger), filter, first.tying.sites),
        gradient: seen && secondPath(seen, filter),
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
}
