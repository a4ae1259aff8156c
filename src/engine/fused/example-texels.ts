/**
 * A batch of images and labels as texels [rows, batch]: the padded images row by row, texels `step` floats apart
 * so that every window row begins at a whole one, and the labels in a last row. One upload a step, no im2col.
 */
import type { FusedPlan } from './plan';

/** The row of the labels. */
export const labelRow = ({ image }: FusedPlan) => image.rows * image.rowTexels;
export const exampleRows = (plan: FusedPlan) => labelRow(plan) + 1;

/** images: [batch, height, width, channels]; labels: [batch], or null where nobody asks for them. */
export function exampleTexels(
  plan: FusedPlan,
  images: Float32Array,
  labels: Float32Array | null,
  batch: number,
): Float32Array {
  const { rows, rowTexels, step } = plan.image;
  const { height, width, channels, padTop, padLeft } = plan.first.layer.geometry;
  const texels = new Float32Array(4 * exampleRows(plan) * batch);
  const rowFloats = width * channels;
  const before = padLeft * channels;
  for (let row = padTop; row < Math.min(rows, padTop + height); row++)
    for (let texel = 0; texel < rowTexels; texel++) {
      const from = texel * step - before;
      const first = Math.max(0, -from);
      const end = Math.min(4, rowFloats - from);
      const to = 4 * (row * rowTexels + texel) * batch;
      for (let example = 0; example < batch; example++) {
        const source = (example * height + row - padTop) * rowFloats + from;
        for (let part = first; part < end; part++)
          texels[to + 4 * example + part] = images[source + part] as number;
      }
    }
  if (labels)
    for (let example = 0; example < batch; example++)
      texels[4 * (labelRow(plan) * batch + example)] = labels[example] as number;
  return texels;
}
