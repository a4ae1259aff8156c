/**
 * Two ways to cut an image into the windows of a 5x5 kernel, stride 2, padding `same`, with stock ops. Position
 * comes first: x is [side * side, batch, channels], the patches are [positions, batch, taps].
 */
import * as tf from '@tensorflow/tfjs';

export type CutPatches = (x: tf.Tensor3D) => tf.Tensor;

const KERNEL = 5;
const PLACES = KERNEL * KERNEL;
const STRIDE = 2;
/** Rows and columns of zeros that `same` puts before an even side. */
const BEFORE = 1;

/** For each output position and place in the kernel, its input position; beyond the border: `side * side`. */
function windowIndices(side: number): tf.Tensor1D {
  const out = side / STRIDE;
  const indices = new Int32Array(out * out * PLACES);
  const within = (at: number) => at >= 0 && at < side;
  let at = 0;
  for (let position = 0; position < out * out; position++)
    for (let place = 0; place < PLACES; place++) {
      const row = Math.floor(position / out) * STRIDE - BEFORE + Math.floor(place / KERNEL);
      const column = (position % out) * STRIDE - BEFORE + (place % KERNEL);
      indices[at++] = within(row) && within(column) ? row * side + column : side * side;
    }
  return tf.tensor1d(indices, 'int32');
}

/** One `gather`: the obvious way. Its stock gradient, a sum by segments, is slow on webgl. */
export function gatherPatches(side: number): CutPatches {
  const indices = windowIndices(side);
  return (x) => {
    const [, batch, channels] = x.shape;
    const padded = tf.concat([x, tf.zeros([1, batch, channels])]);
    const gathered = tf.gather(padded, indices).reshape([-1, PLACES, batch, channels]);
    return gathered.transpose([0, 2, 1, 3]).reshape([-1, batch, PLACES * channels]);
  };
}

/** A slice for each place in the kernel, rows and columns split by parity: more draws, quicker gradients. */
export function slicePatches(side: number): CutPatches {
  const out = side / STRIDE;
  return (x) => {
    const [, batch, channels] = x.shape;
    const width = batch * channels;
    const border: [number, number] = [BEFORE, KERNEL - STRIDE];
    const padded = tf.pad(x.reshape([side, side, width]), [border, border, [0, 0]]);
    const half = (side + border[0] + border[1]) / STRIDE;
    const byParity = padded.reshape([half, STRIDE, half, STRIDE * width]);
    const slices = Array.from({ length: PLACES }, (_, place) => {
      const [row, column] = [Math.floor(place / KERNEL), place % KERNEL];
      const from = [row >> 1, row % STRIDE, column >> 1, (column % STRIDE) * width];
      return tf.slice(byParity, from, [out, 1, out, width]).reshape([out * out, batch, channels]);
    });
    return tf.concat(slices, 2);
  };
}
