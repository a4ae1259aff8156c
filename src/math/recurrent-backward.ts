/**
 * Backpropagation through time: the gradient of every z, from the last step to the first,
 * dz_t = (headW^T dlogits_t + Wh_{t+1}^T dz_{t+1}) * (1 - h_t^2). Sums are float64.
 */
import { type Allocate, zeros } from './allocate';
import { cellsOf, type RecurrentPass, type RecurrentShape } from './recurrent-shape';
import { rowProducts } from './row-products';

/**
 * h [steps, batch, hidden], what `recurrentHead` gives [steps, batch, classes+1], weights of cell and head ->
 * dz [steps, batch, hidden].
 */
export function recurrentBackward(
  states: Float32Array,
  headOut: Float32Array,
  weights: Float32Array,
  head: Float32Array,
  pass: RecurrentPass,
  allocate: Allocate = zeros,
): Float32Array {
  const { hidden, tying, batch, steps } = pass;
  const size = batch * hidden;
  const dz = allocate(steps * size);
  const recurrent = new Float64Array(hidden * hidden);
  const after = new Float64Array(size);
  const sums = new Float64Array(size); // dh_t
  let laidOut = -1;
  for (let step = steps - 1; step >= 0; step--) {
    if (step < steps - 1) {
      const group = tying.groupOf[step + 1] as number;
      if (group !== laidOut) layOutTransposed(weights, group, pass, recurrent);
      laidOut = group;
      after.set(dz.subarray((step + 1) * size, (step + 2) * size));
      rowProducts(after, batch, recurrent, hidden, hidden, sums);
    }
    addFromHead(headOut, head, pass, step, sums);
    for (let at = 0; at < size; at++) {
      const h = states[step * size + at] as number;
      dz[step * size + at] = (sums[at] as number) * (1 - h * h);
    }
  }
  return dz;
}

/** Of one group's taps for the state before [hidden, source], the transpose. */
function layOutTransposed(
  weights: Float32Array,
  group: number,
  shape: RecurrentShape,
  recurrent: Float64Array,
): void {
  const { symbols, hidden } = shape;
  const cells = cellsOf(shape);
  for (let unit = 0; unit < hidden; unit++) {
    const taps = (group * hidden + unit) * cells + symbols;
    for (let source = 0; source < hidden; source++)
      recurrent[source * hidden + unit] = weights[taps + source] as number;
  }
}

/** sums [batch, hidden] += headW^T dlogits of one step; most places of most tasks carry no label. */
function addFromHead(
  headOut: Float32Array,
  head: Float32Array,
  { classes, hidden, batch }: RecurrentPass,
  step: number,
  sums: Float64Array,
): void {
  for (let example = 0; example < batch; example++) {
    const from = (step * batch + example) * (classes + 1);
    const to = example * hidden;
    for (let index = 0; index < classes; index++) {
      const gradient = headOut[from + index] as number;
      if (gradient === 0) continue;
      const row = index * (hidden + 1);
      for (let unit = 0; unit < hidden; unit++)
        sums[to + unit] = (sums[to + unit] as number) + gradient * (head[row + unit] as number);
    }
  }
}
