/**
 * A batch of images and labels as texels [batch, columns]: of each example the padded image row by row, texels
 * `step` floats apart so that every row of a window begins at a whole one, and the label in a last texel. One
 * upload a step, no im2col.
 */
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
  const { height, width, channels, padTop, padLeft } = plan.first.layer.geometry;
  const perExample = 4 * exampleColumns(plan);
  const texels = new Float32Array(perExample * batch);
  const rowFloats = width * channels;
  const before = padLeft * channels;
  const lastRow = Math.min(rows, padTop + height);
  for (let example = 0; example < batch; example++) {
    for (let row = padTop; row < lastRow; row++) {
      const source = (example * height + row - padTop) * rowFloats;
      let to = example * perExample + 4 * row * rowTexels;
      for (let texel = 0; texel < rowTexels; texel++)
        for (let at = texel * step - before; at < texel * step - before + 4; at++, to++)
          if (at >= 0 && at < rowFloats) texels[to] = images[source + at] as number;
    }
    if (labels) texels[(example + 1) * perExample - 4] = labels[example] as number;
  }
  return texels;
}
