/**
 * The states of a recurrent network, step after step. What a group's kernels say is laid out once for all steps
 * that share it: a row of the table for each symbol, so that one row is added to an example, and the taps for the
 * state before as one matrix. Sums are float64, states float32.
 */
import { type Allocate, zeros } from './allocate';
import { cellsOf, type RecurrentPass, type RecurrentShape } from './recurrent-shape';
import { rowProducts } from './row-products';

/**
 * symbols: [batch, steps], weights: [groups, hidden, symbols+hidden+1] -> h [steps, batch, hidden]. After the end
 * of a sequence the cell runs on without a symbol.
 */
export function recurrentStates(
  symbols: ArrayLike<number>,
  weights: Float32Array,
  pass: RecurrentPass,
  allocate: Allocate = zeros,
): Float32Array {
  const { hidden, tying, batch, steps } = pass;
  const size = batch * hidden;
  const states = allocate(steps * size);
  const table = new Float64Array((pass.symbols + 1) * hidden);
  const recurrent = new Float64Array(hidden * hidden);
  const before = new Float64Array(size);
  const sums = new Float64Array(size); // Wh h_{t-1}
  let inTable = -1;
  for (let step = 0; step < steps; step++) {
    const group = tying.groupOf[step] as number;
    if (group !== inTable) layOut(weights, group, pass, table, recurrent);
    inTable = group;
    if (step > 0) {
      before.set(states.subarray((step - 1) * size, step * size));
      rowProducts(before, batch, recurrent, hidden, hidden, sums);
    }
    for (let example = 0; example < batch; example++) {
      const symbol = symbols[example * steps + step] as number;
      const row = (symbol < 0 ? pass.symbols : symbol) * hidden;
      const from = example * hidden;
      for (let unit = 0; unit < hidden; unit++)
        states[step * size + from + unit] = tanh(
          (sums[from + unit] as number) + (table[row + unit] as number),
        );
    }
  }
  return states;
}

/** Of one group: table [symbols+1, hidden], each symbol's tap + bias, last the bias alone; recurrent [hidden, hidden]. */
function layOut(
  weights: Float32Array,
  group: number,
  shape: RecurrentShape,
  table: Float64Array,
  recurrent: Float64Array,
): void {
  const { symbols, hidden } = shape;
  const cells = cellsOf(shape);
  for (let unit = 0; unit < hidden; unit++) {
    const kernel = (group * hidden + unit) * cells;
    const bias = weights[kernel + cells - 1] as number;
    for (let symbol = 0; symbol < symbols; symbol++)
      table[symbol * hidden + unit] = (weights[kernel + symbol] as number) + bias;
    table[symbols * hidden + unit] = bias;
    for (let source = 0; source < hidden; source++)
      recurrent[unit * hidden + source] = weights[kernel + symbols + source] as number;
  }
}

/** To 1e-16 absolute, several times faster than Math.tanh. */
function tanh(z: number): number {
  return 1 - 2 / (Math.exp(2 * z) + 1);
}
