/**
 * Maximum over all positions of each channel. The first of equal maxima wins, forward and backward, so one
 * position receives the whole gradient (stock `tf.max` gives it to every tied one). A maximum over anything
 * that is not a number is not a number either, so that a broken weight is seen in the loss.
 */
import { type Allocate, zeros } from './allocate';

/** x: [batch, positions, channels] -> values and winning positions, both [batch, channels]. */
export function globalMaxPool(
  x: Float32Array,
  batch: number,
  positions: number,
  channels: number,
): { readonly values: Float32Array; readonly winners: Int32Array } {
  const values = new Float32Array(batch * channels);
  const winners = new Int32Array(batch * channels);
  for (let example = 0; example < batch; example++) {
    const to = example * channels;
    const from = example * positions * channels;
    for (let channel = 0; channel < channels; channel++) values[to + channel] = x[from + channel] as number;
    for (let position = 1; position < positions; position++)
      for (let channel = 0; channel < channels; channel++) {
        const value = x[from + position * channels + channel] as number;
        if (value > (values[to + channel] as number) || Number.isNaN(value)) {
          values[to + channel] = value;
          winners[to + channel] = position;
        }
      }
  }
  return { values, winners };
}

/** dy: [batch, channels] -> [batch, positions, channels], non-zero at the winners only. */
export function globalMaxPoolGradient(
  dy: Float32Array,
  winners: Int32Array,
  batch: number,
  positions: number,
  channels: number,
  allocate: Allocate = zeros,
): Float32Array {
  const dx = allocate(batch * positions * channels);
  for (let example = 0; example < batch; example++)
    for (let channel = 0; channel < channels; channel++) {
      const from = example * channels + channel;
      dx[(example * positions + (winners[from] as number)) * channels + channel] = dy[from] as number;
    }
  return dx;
}
