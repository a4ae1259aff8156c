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
  /**
   * Where an example is made of parts, each drawn on its own: its input and label are theirs, one after the other. Then
   * it is these that batches are drawn from.
   */
  readonly parts?: readonly Examples[];
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

/** Indices of the batch of step `step` (from 0) among `examples`; each part of them has its own. */
export function batchIndices(
  seed: number,
  step: number,
  batch: number,
  examples: number,
  part = 0,
): Int32Array {
  const stream = part === 0 ? randomStream(seed, 'batch', step) : randomStream(seed, 'batch', step, part);
  return Int32Array.from({ length: batch }, () => stream.integer(examples));
}

export function makeBatch(examples: Examples, seed: number, step: number, batch: number): Batch {
  const inputs = new Float32Array(batch * examples.size);
  const labels = new Float32Array(batch * examples.labelSize);
  let [input, label] = [0, 0];
  for (const [part, { count, size, labelSize, labels: all, write }] of partsOf(examples).entries()) {
    batchIndices(seed, step, batch, count, part).forEach((index, at) => {
      const start = at * examples.size + input;
      write(index, inputs.subarray(start, start + size));
      for (let own = 0; own < labelSize; own++)
        labels[at * examples.labelSize + label + own] = all[index * labelSize + own] as number;
    });
    input += size;
    label += labelSize;
  }
  return { step, inputs, labels };
}

const partsOf = (examples: Examples) => examples.parts ?? [examples];

/** [until - from, size]: the inputs of consecutive examples. */
export function inputsOf(examples: Examples, from: number, until: number): Float32Array {
  const { size } = examples;
  const inputs = new Float32Array((until - from) * size);
  for (let index = from; index < until; index++)
    examples.write(index, inputs.subarray((index - from) * size, (index - from + 1) * size));
  return inputs;
}
