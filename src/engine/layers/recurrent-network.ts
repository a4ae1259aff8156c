/**
 * A recurrent network on the present backend, kernel after kernel: forward, and a training pass with everything that
 * comes of it. Shapes: math/recurrent-shape and each kernel's folder. Inside a tidy.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { RecurrentPass } from '../../math/recurrent-shape';
import {
  RECURRENT_CELL,
  RECURRENT_CELL_GRADIENT,
  RECURRENT_HEAD,
  RECURRENT_HEAD_GRADIENT,
  RECURRENT_LEDGER,
  RECURRENT_OUTPUTS,
  SEGMENT_SUM,
} from '../kernels/names';
import { runKernel, runKernelForOne } from '../tfjs-kernels';

export type RecurrentWeights = {
  /** [groups, hidden, symbols+hidden+1] */
  readonly cell: Tensor;
  /** [1, classes, hidden+1] */
  readonly head: Tensor;
  /** [sites] */
  readonly groupOf: Tensor;
};

export type RecurrentBatch = {
  /** [batch, steps] */
  readonly symbols: Tensor;
  readonly labels: Tensor;
  /** How many labels are not -1. */
  readonly labelled: number;
};

export type RecurrentGradients = {
  /** [steps, batch, hidden] h, and the gradient in front of each tanh. */
  readonly states: Tensor;
  readonly dz: Tensor;
  /** [steps, batch, classes+1] gradient of the logits, then the place's share of the loss. */
  readonly headOut: Tensor;
  /** [steps, hidden, symbols+hidden+1] */
  readonly ledger: Tensor;
  /** Gradients of the weights, in their shapes. */
  readonly cell: Tensor;
  readonly head: Tensor;
};

/** [steps, batch, hidden] */
export function recurrentStates(
  symbols: Tensor,
  { cell, groupOf }: RecurrentWeights,
  pass: RecurrentPass,
): Tensor {
  return lastOf(runKernel(RECURRENT_CELL, { symbols, weights: cell, groupOf }, { pass }));
}

/** [batch, steps, classes + hidden]: logits and state of every step. */
export function recurrentOutputs(symbols: Tensor, weights: RecurrentWeights, pass: RecurrentPass): Tensor {
  const states = recurrentStates(symbols, weights, pass);
  return runKernelForOne(RECURRENT_OUTPUTS, { states, head: weights.head }, { pass });
}

/** Yields between the kernels; the generator may be left there. The last value is everything. */
export function* recurrentGradients(
  { symbols, labels, labelled }: RecurrentBatch,
  weights: RecurrentWeights,
  pass: RecurrentPass,
): Generator<void, RecurrentGradients> {
  const { head, groupOf } = weights;
  const states = recurrentStates(symbols, weights, pass);
  yield;
  const headOut = runKernelForOne(RECURRENT_HEAD, { states, head, labels }, { pass, labelled });
  const headGradient = runKernelForOne(RECURRENT_HEAD_GRADIENT, { states, headOut }, { pass });
  yield;
  const upstream = { states, headOut, weights: weights.cell, head, groupOf };
  const dz = lastOf(runKernel(RECURRENT_CELL_GRADIENT, upstream, { pass }));
  yield;
  const ledger = runKernelForOne(RECURRENT_LEDGER, { symbols, states, dz }, { pass });
  yield;
  return { states, dz, headOut, ledger, cell: summed(ledger, groupOf, pass), head: headGradient };
}

/** The gradient of every group, 0 of those that these steps do not use. */
function summed(ledger: Tensor, groupOf: Tensor, { tying, steps, symbols, hidden }: RecurrentPass): Tensor {
  // One group a step and no others: the ledger is the gradient. (Groups are numbered by first appearance.)
  if (tying.groups === steps && tying.sites === steps) return ledger;
  const made = { sites: steps, groups: tying.groups, groupOf: tying.groupOf.slice(0, steps) };
  const shape = { tying: made, filters: hidden, taps: symbols + hidden };
  return runKernelForOne(SEGMENT_SUM, { ledger, groupOf }, { shape });
}

/** webgl gives its stacks of every step, the last one is whole. */
function lastOf(stacks: readonly Tensor[]): Tensor {
  const last = stacks.at(-1);
  if (!last) throw new Error('A recurrent pass made no step.');
  return last;
}
