/**
 * Trains a recurrent network on both backends, kernel after kernel without autodiff. The parameters are one tensor
 * [blocks, size]; the weights of cell and head are views of it. Losses gather in one tensor until they are taken.
 */
import { getBackend, keep, reshape, slice, type Tensor, tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import { countLabels } from '../../math/recurrent-head';
import { type RecurrentPass, recurrentShape } from '../../math/recurrent-shape';
import { trainedGroups, weightShapes } from '../../math/weight-shapes';
import type { ExperimentSpec, RecurrentNetworkSpec } from '../../spec/experiment-spec';
import { liveValues } from '../cpu-backend';
import type { Batch } from '../data/examples';
import { gradientName, PARAMETER_UPDATE, RECURRENT_LOSS } from '../kernels/names';
import { type RecurrentWeights, recurrentGradients, recurrentOutputs } from '../layers/recurrent-network';
import { type UpdateStep, updateStep } from '../optimizers';
import { plainLayout } from '../parameter-layout';
import { runKernelForOne, withoutLeaks } from '../tfjs-kernels';
import { type RecurrentTrace, recurrentReadings } from './recurrent-readings';
import type { Trainer } from './trainer';

/** Losses that wait at most. */
const LOSSES = 1024;

/** `warm`: what training will be like, for `warmUp`. Throws RangeError when the tie map does not fit. */
export function recurrentTrainer(
  network: RecurrentNetworkSpec,
  blocks: number,
  warm?: Pick<ExperimentSpec, 'batch' | 'optimizer'>,
): Trainer {
  const { trained, reads } = network;
  const recurrent = recurrentShape(network);
  const shapes = weightShapes(network);
  const layout = plainLayout(shapes, blocks);
  const [cellShape] = shapes;
  const [cellPlace] = layout.layers;
  if (!cellShape || !cellPlace) throw new RangeError('A recurrent network has a cell.');
  const shape: [number, number] = [blocks, layout.blockSize];

  const groupOf = keep(tensor([...recurrent.tying.groupOf], [reads], 'float32'));
  let parameters: Tensor = keep(zeros(shape));
  let losses: Tensor = keep(zeros([LOSSES]));
  let trace: RecurrentTrace | null = null;
  /** Steps since the losses were begun, and those of them whose losses have been taken. */
  let made = 0;
  let taken = 0;

  const passOf = (batch: number, steps: number): RecurrentPass => ({ ...recurrent, batch, steps });

  /** Views of the parameters. Inside a tidy. */
  function weights(): RecurrentWeights {
    const [cell, head] = layout.layers.map(({ base, groups, filters, tapAt: { length: cells } }) =>
      reshape(slice(parameters, [0, base], [1, groups * filters * cells]), [groups, filters, cells]),
    );
    if (!cell || !head) throw new Error('A recurrent network has a cell and a head.');
    return { cell, head, groupOf };
  }

  /** What a step makes, kernel after kernel; the generator may be left in between. Inside a tidy. */
  function* making({ inputs, labels }: Omit<Batch, 'step'>, update: UpdateStep, lossAt: number) {
    const pass = passOf(labels.length / trained, trained);
    const size: [number, number] = [pass.batch, trained];
    const batch = {
      symbols: tensor(inputs, size),
      labels: tensor(labels, size),
      labelled: countLabels(labels),
    };
    const { cell, head, headOut, ...left } = yield* recurrentGradients(batch, weights(), pass);
    const gradients = { [gradientName(0)]: cell, [gradientName(1)]: head };
    return {
      ...left,
      losses: runKernelForOne(RECURRENT_LOSS, { headOut, losses }, { pass, lossAt }),
      parameters: runKernelForOne(
        PARAMETER_UPDATE,
        { parameters, ...gradients },
        { step: update, layers: 2 },
      ),
    };
  }

  // Not in a tidy, which would look for tensors in every one of the numbers.
  const outputs = (inputs: Float32Array, count: number) =>
    withoutLeaks(() => {
      const symbols = tensor(inputs, [count, reads]);
      return recurrentOutputs(symbols, weights(), passOf(count, reads)).dataSync<'float32'>();
    });

  function forgetLastStep(): void {
    if (trace) for (const left of [trace.previous, trace.states, trace.dz, trace.ledger]) left.dispose();
    trace = null;
  }

  return {
    layout,
    outputs,
    step(batch, update) {
      const last = tidy(() => {
        const kernels = making(batch, update, made % LOSSES);
        let kernel = kernels.next();
        while (!kernel.done) kernel = kernels.next();
        for (const own of Object.values(kernel.value)) keep(own);
        return kernel.value;
      });
      forgetLastStep();
      losses.dispose();
      const { states, dz, ledger } = last;
      const pass = passOf(batch.labels.length / trained, trained);
      trace = { states, dz, ledger, pass, previous: parameters, symbols: batch.inputs };
      [parameters, losses] = [last.parameters, last.losses];
      made++;
    },
    takeLosses() {
      if (taken === made) return new Float32Array(0);
      const all = liveValues(losses);
      const fresh = Float32Array.from(
        { length: made - taken },
        (_, step) => all[(taken + step) % LOSSES] as number,
      );
      taken = made;
      return fresh;
    },
    firstLayer: (range, withLedger) =>
      recurrentReadings(parameters, trace, cellPlace, trainedGroups(cellShape, trained), range, withLedger),
    parameters: (count) => liveValues(parameters).slice(0, count * layout.blockSize),
    setParameters(flat) {
      forgetLastStep();
      parameters.dispose();
      parameters = keep(tensor(flat, shape));
      [made, taken] = [0, 0];
    },
    poke(at, delta) {
      const poked = (of: Tensor) => {
        const values = liveValues(of).slice();
        values[at] = (values[at] as number) + delta;
        of.dispose();
        return keep(tensor(values, shape));
      };
      parameters = poked(parameters);
      if (trace) trace = { ...trace, previous: poked(trace.previous) };
    },
    *warmUp() {
      if (!warm || getBackend() !== 'webgl') return;
      const inputs = new Float32Array(warm.batch * trained);
      const update = updateStep({ ...warm.optimizer, rate: 0 }, 0, 1);
      // Each time one part further: tensors do not outlive the tidy, compiled programs do.
      for (let [parts, whole] = [1, false]; !whole; parts++) {
        tidy(() => {
          const kernels = making({ inputs, labels: inputs }, update, 0);
          for (let part = 0; part < parts && !whole; part++) whole = kernels.next().done === true;
        });
        yield;
      }
      outputs(new Float32Array(reads), 1);
      yield;
    },
    dispose() {
      forgetLastStep();
      for (const own of [groupOf, parameters, losses]) own.dispose();
    },
  };
}
