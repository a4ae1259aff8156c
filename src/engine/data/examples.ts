/**
 * Examples as the engine sees them: a fixed list, each of the same size, written out when they are needed; and which
 * of them a step sees: drawn with replacement, a function of seed and step alone.
 */
import { randomStream } from '../../math/random';

export type Examples = {
  readonly count: number;
  /** Numbers of one input. */
  readonly size: number;
  /** Numbers of one label: 1, or one for each step of a sequence. */
  readonly labelSize: number;
  /** [count, labelSize] */
  readonly labels: ArrayLike<number>;
  /** Writes the input of one example: `into` has `size` numbers, 0 or of another example on entry. */
  write(index: number, into: Float32Array): void;
};

export type Batch = {
  readonly step: number;
  /** [batch, size] */
  readonly inputs: Float32Array;
  /** [batch, labelSize] */
  readonly labels: Float32Array;
};

/** Indices of the batch of step `step` (from 0) among `examples`. */
export function batchIndices(seed: number, step: number, batch: number, examples: number): Int32Array {
  const stream = randomStream(seed, 'batch', step);
  return Int32Array.from({ length: batch }, () => stream.integer(examples));
}

export function makeBatch(examples: Examples, seed: number, step: number, batch: number): Batch {
  const { size, labelSize, labels: all } = examples;
  const inputs = new Float32Array(batch * size);
  const labels = new Float32Array(batch * labelSize);
  batchIndices(seed, step, batch, examples.count).forEach((index, at) => {
    examples.write(index, inputs.subarray(at * size, (at + 1) * size));
    for (let label = 0; label < labelSize; label++)
      labels[at * labelSize + label] = all[index * labelSize + label] as number;
  });
  return { step, inputs, labels };
}

/** [until - from, size]: the inputs of consecutive examples. */
export function inputsOf(examples: Examples, from: number, until: number): Float32Array {
  const { size } = examples;
  const inputs = new Float32Array((until - from) * size);
  for (let index = from; index < until; index++)
    examples.write(index, inputs.subarray((index - from) * size, (index - from + 1) * size));
  return inputs;
}
