/**
 * A batch of images and labels as texels [batch, columns]: of each example the padded image row by row, texels
 * `step` floats apart so that every row of a window begins at a whole one, and the label in a last texel. Padding is
 * zeros, or what lies beyond the edges where they wrap. One upload a step, no im2col.
 */
import { wrapped } from '../../math/wrapped';
import type { FusedPlan } from './plan';

/** The column of the labels. */
export const labelColumn = ({ image }: FusedPlan) => image.rows * image.rowTexels;
export const exampleColumns = (plan: FusedPlan) => labelColumn(plan) + 1;

/** images: [batch, height, width, channels]; labels: [batch], or null where nobody asks for them. */
export function exampleTexels(
  plan: FusedPlan,
  images: Float32Array,
  labels: Float32Array | null,
  batch: number,
): Float32Array {
  const { rows, rowTexels, step } = plan.image;
  const { height, width, channels, padTop, padLeft, padding } = plan.first.layer.geometry;
  const wraps = padding === 'wrap';
  const perExample = 4 * exampleColumns(plan);
  const texels = new Float32Array(perExample * batch);
  const rowFloats = width * channels;
  const before = padLeft * channels;
  const firstRow = wraps ? 0 : padTop;
  const lastRow = wraps ? rows : Math.min(rows, padTop + height);
  // Where in its row of the image each float of a row of texels comes from; -1 in the padding.
  const sources = Int32Array.from({ length: 4 * rowTexels }, (_, to) => {
    const at = Math.floor(to / 4) * step + (to % 4) - before;
    if (wraps) return wrapped(at, rowFloats);
    return at >= 0 && at < rowFloats ? at : -1;
  });
  for (let example = 0; example < batch; example++) {
    for (let row = firstRow; row < lastRow; row++) {
      const source = (example * height + wrapped(row - padTop, height)) * rowFloats;
      let to = example * perExample + 4 * row * rowTexels;
      for (const at of sources) {
        if (at >= 0) texels[to] = images[source + at] as number;
        to++;
      }
    }
    if (labels) texels[(example + 1) * perExample - 4] = labels[example] as number;
  }
  return texels;
}
