/** Which examples a step sees: drawn with replacement, a function of seed and step alone. */
import { randomStream } from '../../math/random';
import type { Examples } from './digit-variants';

export type Batch = {
  readonly step: number;
  /** [batch, height, width, channels] */
  readonly images: Float32Array;
  /** [batch], class numbers. */
  readonly labels: Float32Array;
};

/** Indices of the batch of step `step` (from 0) among `examples`. */
export function batchIndices(seed: number, step: number, batch: number, examples: number): Int32Array {
  const stream = randomStream(seed, 'batch', step);
  return Int32Array.from({ length: batch }, () => stream.integer(examples));
}

export function makeBatch(examples: Examples, seed: number, step: number, batch: number): Batch {
  const indices = batchIndices(seed, step, batch, examples.count);
  const size = examples.images.length / examples.count;
  const images = new Float32Array(batch * size);
  const labels = new Float32Array(batch);
  indices.forEach((index, at) => {
    images.set(examples.images.subarray(index * size, (index + 1) * size), at * size);
    labels[at] = examples.labels[index] as number;
  });
  return { step, images, labels };
}
