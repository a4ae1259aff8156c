/**
 * What the last step left behind at the first layer: its ledger, and the upstream gradient from which the
 * second path computes the same gradient without a ledger. Kept on the backend, read only when asked for.
 */

import { clone, keep } from '@tensorflow/tfjs-core';
import type { Backward } from './kernels/names';

export type LedgerTrace = Backward & {
  /** The step's batch, [batch, height, width, channels]. */
  readonly inputs: Float32Array;
};

/** Takes the tensors over from the enclosing tidy; `disposeTrace` gives them back. */
export function keepTrace({ ledger, dy, y }: Backward, inputs: Float32Array): LedgerTrace {
  return { inputs, ledger: keep(clone(ledger)), dy: keep(clone(dy)), y: keep(clone(y)) };
}

export const copyOfTrace = ({ inputs, ledger, dy, y }: LedgerTrace): LedgerTrace => ({
  inputs,
  ledger: clone(ledger),
  dy: clone(dy),
  y: clone(y),
});

export function disposeTrace(trace: LedgerTrace | null): void {
  if (!trace) return;
  for (const tensor of [trace.ledger, trace.dy, trace.y]) tensor.dispose();
}
