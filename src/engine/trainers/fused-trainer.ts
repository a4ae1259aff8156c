/**
 * Trains a network of the fused form on webgl in six draws a step. Nothing is read back until somebody asks:
 * losses gather in the last row of the parameter texture. The last step's textures are kept for the watcher.
 */
import { dispose, keep, type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { ExperimentSpec } from '../../spec/experiment-spec';
import { exampleColumns, exampleTexels } from '../fused/example-texels';
import type { FusedLayer, FusedPlan } from '../fused/plan';
import { tieMapTexels } from '../fused/tie-map';
import { directGradientChunks } from '../kernels/fused-direct-gradient/webgl';
import {
  FUSED_DIRECT_GRADIENT,
  FUSED_FORWARD,
  FUSED_GRADIENTS,
  FUSED_HEAD,
  FUSED_INPUT_GRADIENT,
  FUSED_LOGITS,
  FUSED_UPDATE,
} from '../kernels/names';
import { type UpdateStep, updateStep } from '../optimizers';
import { tapsInOrder } from '../parameter-layout';
import type { Reading } from '../readings';
import { runKernelForOne } from '../tfjs-kernels';
import { FLAT_COLUMNS, readTexels, uploadTexels } from '../webgl-texels';
import type { Trainer } from './trainer';

/** Textures that the last step left behind. */
type Trace = {
  readonly previous: Tensor;
  readonly examples: Tensor;
  readonly upstream: Tensor;
  readonly gradients: Tensor;
  readonly batch: number;
};

export function fusedTrainer(plan: FusedPlan, spec: ExperimentSpec): Trainer {
  const { layout, blockRows, first } = plan;
  const rows = layout.blocks * blockRows + 1;
  const tieTexels = tieMapTexels(plan);
  const upload = (values: Float32Array, height: number, width: number) =>
    keep(uploadTexels(values, height, width));

  const tieMap = upload(tieTexels.values, tieTexels.rows, FLAT_COLUMNS);
  let parameters = upload(new Float32Array(0), rows, FLAT_COLUMNS);
  let trace: Trace | null = null;
  /** Steps since the losses' row was begun, and those of them whose losses have been taken. */
  let made = 0;
  let taken = 0;

  /** One convolution: its source -> [sites * filterQuads, batch]. */
  const through = (source: Tensor, batch: number, layer: 'first' | 'second') =>
    runKernelForOne(FUSED_FORWARD, { source, parameters, tieMap }, { plan, batch, layer });

  const answers = (hidden: Tensor, batch: number) =>
    runKernelForOne(FUSED_LOGITS, { hidden, parameters }, { plan, batch });

  function uploadExamples(images: Float32Array, labels: Float32Array | null, batch: number): Tensor {
    return uploadTexels(exampleTexels(plan, images, labels, batch), batch, exampleColumns(plan));
  }

  /** One draw after the other; the generator can be left in between. The last value is the trace. */
  function* draws(examples: Tensor, batch: number, update: UpdateStep, lossAt: number) {
    const attributes = { plan, batch };
    const hidden = through(examples, batch, 'first');
    yield hidden;
    const last = through(hidden, batch, 'second');
    yield last;
    const head = runKernelForOne(FUSED_HEAD, { hidden: last, parameters, examples, tieMap }, attributes);
    yield head;
    const upstream = runKernelForOne(FUSED_INPUT_GRADIENT, { hidden, head, parameters }, attributes);
    yield upstream;
    const gradients = runKernelForOne(FUSED_GRADIENTS, { examples, upstream, hidden, head }, attributes);
    yield gradients;
    const next = runKernelForOne(
      FUSED_UPDATE,
      { parameters, gradients, head, tieMap },
      { ...attributes, step: update, lossAt },
    );
    yield next;
    return { upstream, gradients, next };
  }

  function forgetLastStep(): void {
    if (trace) dispose([trace.previous, trace.examples, trace.upstream, trace.gradients]);
    trace = null;
  }

  /** Kernels of one filter: one run of texels a group, or a site. */
  function kernelsAt(
    texels: Tensor,
    { base, filterQuads, kernelTexels }: FusedLayer,
    filter: number,
    count: number,
  ): Reading {
    const range = {
      base: base + filter * kernelTexels,
      run: kernelTexels,
      stride: 4 * filterQuads * kernelTexels,
      count,
    };
    return { from: { texels, range }, finish: inOrder };
  }

  const [firstPlace] = layout.layers;
  const inOrder = (kernels: Float32Array) =>
    firstPlace ? tapsInOrder(firstPlace, kernels) : new Float32Array(0);

  /** A filter's ledger: one run of taps a site, four filters a texel. */
  function ledgerOf(texels: Tensor, filter: number, sites: number): Reading {
    const cells = first.layer.geometry.taps + 1;
    const quad = filter >> 2;
    const range = { base: quad * cells, run: cells, stride: first.filterQuads * cells, count: sites };
    const finish = (values: Float32Array) =>
      Float32Array.from({ length: sites * cells }, (_, tap) => values[4 * tap + (filter & 3)] as number);
    return { from: { texels, range }, finish };
  }

  /** The second path's gradient: its chunks are added in float64. */
  function directGradient(seen: Trace, filter: number): Reading {
    const { examples, upstream, batch } = seen;
    const texels = runKernelForOne(
      FUSED_DIRECT_GRADIENT,
      { examples, upstream, tieMap },
      { plan, batch, filter },
    );
    const kernels = first.layer.tying.groups * first.kernelTexels;
    const chunks = directGradientChunks(plan, batch);
    return {
      from: { texels, range: { base: 0, run: kernels, stride: kernels, count: chunks } },
      finish(values) {
        const sum = new Float64Array(4 * kernels);
        for (let at = 0; at < values.length; at++) {
          const place = at % sum.length;
          sum[place] = (sum[place] as number) + (values[at] as number);
        }
        return inOrder(Float32Array.from(sum));
      },
    };
  }

  return {
    layout,
    step({ inputs, labels }, update) {
      const batch = labels.length;
      const last = tidy(() => {
        const examples = uploadExamples(inputs, labels, batch);
        const step = draws(examples, batch, update, made % FLAT_COLUMNS);
        let draw = step.next();
        while (!draw.done) draw = step.next();
        const { upstream, gradients, next } = draw.value;
        return {
          examples: keep(examples),
          upstream: keep(upstream),
          gradients: keep(gradients),
          next: keep(next),
        };
      });
      forgetLastStep();
      trace = { ...last, previous: parameters, batch };
      parameters = last.next;
      made++;
    },
    takeLosses() {
      if (taken === made) return new Float32Array(0);
      const row = readTexels(parameters, rows - 1, 1);
      const losses = Float32Array.from(
        { length: made - taken },
        (_, step) => row[4 * ((taken + step) % FLAT_COLUMNS)] as number,
      );
      taken = made;
      return losses;
    },
    outputs(images, count) {
      return tidy(() => {
        const hidden = through(uploadExamples(images, null, count), count, 'first');
        return inExampleOrder(
          readTexels(answers(through(hidden, count, 'second'), count)),
          count,
          plan.classes,
        );
      });
    },
    firstLayer({ filter, filters }, withLedger) {
      // Nobody looks at more of such a network, and a ledger's filters lie four to a texel.
      if (filters !== 1) throw new RangeError('The fused trainer reads one filter at a time.');
      const { groups, sites } = first.layer.tying;
      const seen = withLedger ? trace : null;
      return {
        kernels: kernelsAt(parameters, first, filter, groups),
        previousKernels: kernelsAt(trace?.previous ?? parameters, first, filter, groups),
        residuals: null,
        ledger: seen && ledgerOf(seen.gradients, filter, sites),
        gradient: seen && directGradient(seen, filter),
      };
    },
    parameters: (blocks) => readTexels(parameters, 0, blocks * blockRows),
    setParameters(flat) {
      forgetLastStep();
      parameters.dispose();
      parameters = upload(flat, rows, FLAT_COLUMNS);
      made = 0;
      taken = 0;
    },
    poke(at, delta) {
      const poked = (texels: Tensor) => {
        const values = readTexels(texels);
        values[at] = (values[at] as number) + delta;
        texels.dispose();
        return upload(values, rows, FLAT_COLUMNS);
      };
      parameters = poked(parameters);
      if (trace) trace = { ...trace, previous: poked(trace.previous) };
    },
    *warmUp() {
      const { batch, optimizer } = spec;
      const examples = upload(new Float32Array(0), batch, exampleColumns(plan));
      const drawn: Tensor[] = [];
      try {
        for (const texels of draws(examples, batch, updateStep({ ...optimizer, rate: 0 }, 0, 1), 0)) {
          drawn.push(texels);
          yield;
        }
        const [, last] = drawn;
        if (last) drawn.push(answers(last, batch));
        yield;
      } finally {
        dispose([examples, ...drawn]);
      }
    },
    dispose() {
      forgetLastStep();
      dispose([parameters, tieMap]);
    },
  };
}

/** Texels [classes by four, count] -> [count, classes]. */
function inExampleOrder(texels: Float32Array, count: number, classes: number): Float32Array {
  const logits = new Float32Array(count * classes);
  for (let example = 0; example < count; example++)
    for (let index = 0; index < classes; index++)
      logits[example * classes + index] = texels[
        4 * ((index >> 2) * count + example) + (index & 3)
      ] as number;
  return logits;
}
