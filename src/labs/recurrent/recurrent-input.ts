/** What the worker is asked: the symbol numbers of the sequence on the stage, the same array while it is the same. */
import type { RecurrentState } from './parameters';
import { type Sequence, stageSequence } from './sequences';

const inputs = new WeakMap<Sequence, Float32Array>();

export function stageInput(state: Pick<RecurrentState, 'data' | 'longest' | 'seed' | 'word'>): Float32Array {
  const sequence = stageSequence(state);
  const before = inputs.get(sequence);
  if (before) return before;
  const made = Float32Array.from(sequence.symbols);
  inputs.set(sequence, made);
  return made;
}
