/**
 * A recurrent network on one sequence, forward and back, without tfjs: what the stage shows of a single word, also
 * before any training. A sequence has one symbol a step, at most as many as the tying has sites.
 */
import { recurrentBackward } from './recurrent-backward';
import { recurrentStates } from './recurrent-forward';
import { countLabels, recurrentHead, recurrentOutputs } from './recurrent-head';
import { recurrentLedger } from './recurrent-ledger';
import type { RecurrentPass, RecurrentShape } from './recurrent-shape';

export type RecurrentOnSequence = {
  /** [steps, hidden] */
  readonly states: Float32Array;
  /** [steps, classes] */
  readonly logits: Float32Array;
};

/** weights: of the cell, then of the head. Throws RangeError when the sequence is too long. */
export function recurrentOnSequence(
  shape: RecurrentShape,
  weights: readonly Float32Array[],
  symbols: ArrayLike<number>,
): RecurrentOnSequence {
  const { pass, cell, head } = prepared(shape, weights, symbols);
  const states = recurrentStates(symbols, cell, pass);
  const outputs = recurrentOutputs(states, head, pass); // [steps, classes + hidden]
  const logits = new Float32Array(pass.steps * pass.classes);
  for (let step = 0; step < pass.steps; step++) {
    const from = step * (pass.classes + pass.hidden);
    logits.set(outputs.subarray(from, from + pass.classes), step * pass.classes);
  }
  return { states, logits };
}

/**
 * [steps, hidden, symbols+hidden+1]: the ledger of the mean cross-entropy over the labelled steps of this one
 * sequence. labels: one a step, -1 where no loss is taken; at least one is.
 */
export function ledgerOnSequence(
  shape: RecurrentShape,
  weights: readonly Float32Array[],
  symbols: ArrayLike<number>,
  labels: ArrayLike<number>,
): Float32Array {
  const { pass, cell, head } = prepared(shape, weights, symbols);
  const states = recurrentStates(symbols, cell, pass);
  const headOut = recurrentHead(states, head, labels, countLabels(labels), pass);
  const dz = recurrentBackward(states, headOut, cell, head, pass);
  return recurrentLedger(symbols, states, dz, pass);
}

function prepared(
  shape: RecurrentShape,
  [cell, head]: readonly Float32Array[],
  { length: steps }: ArrayLike<number>,
) {
  if (steps > shape.tying.sites)
    throw new RangeError(`A sequence of ${steps} symbols does not fit ${shape.tying.sites} steps.`);
  if (!cell || !head) throw new RangeError('A recurrent network has weights of a cell and of a head.');
  const pass: RecurrentPass = { ...shape, batch: 1, steps };
  return { pass, cell, head };
}
