/**
 * The ledger of a recurrent network: what each step alone gives to the gradient of the cell's weights, summed over
 * the batch only. A symbol's tap collects the dz of the examples that read it there. Sums are float64.
 */
import { type Allocate, zeros } from './allocate';
import { cellsOf, type RecurrentPass } from './recurrent-shape';
import { rowProducts, transposeInto } from './row-products';

/** symbols [batch, steps], h and dz [steps, batch, hidden] -> [steps, hidden, symbols+hidden+1]. */
export function recurrentLedger(
  symbols: ArrayLike<number>,
  states: Float32Array,
  dz: Float32Array,
  pass: RecurrentPass,
  allocate: Allocate = zeros,
): Float32Array {
  const { symbols: count, hidden, batch, steps } = pass;
  const cells = cellsOf(pass);
  const size = batch * hidden;
  const ledger = allocate(steps * hidden * cells);
  const bySymbol = new Float64Array((count + 1) * hidden);
  const upstream = new Float64Array(size); // [hidden, batch]
  const before = new Float64Array(size); // [hidden, batch]
  const products = new Float64Array(hidden * hidden);
  for (let step = 0; step < steps; step++) {
    const own = dz.subarray(step * size, (step + 1) * size);
    sumBySymbol(symbols, own, pass, step, bySymbol);
    if (step > 0) {
      transposeInto(own, batch, hidden, upstream);
      transposeInto(states.subarray((step - 1) * size, step * size), batch, hidden, before);
      rowProducts(upstream, hidden, before, hidden, batch, products);
    }
    for (let unit = 0; unit < hidden; unit++) {
      const to = (step * hidden + unit) * cells;
      for (let symbol = 0; symbol < count; symbol++)
        ledger[to + symbol] = bySymbol[symbol * hidden + unit] as number;
      for (let source = 0; source < hidden; source++)
        ledger[to + count + source] = products[unit * hidden + source] as number;
      ledger[to + cells - 1] = bySymbol[count * hidden + unit] as number;
    }
  }
  return ledger;
}

/** dz [batch, hidden] of one step -> sums [symbols+1, hidden], overwritten: by the symbol read there, last all of it. */
function sumBySymbol(
  symbols: ArrayLike<number>,
  dz: Float32Array,
  { symbols: count, hidden, steps }: RecurrentPass,
  step: number,
  sums: Float64Array,
): void {
  sums.fill(0);
  for (let from = 0, at = step; from < dz.length; from += hidden, at += steps) {
    const symbol = symbols[at] as number;
    const all = count * hidden;
    for (let unit = 0; unit < hidden; unit++) {
      const gradient = dz[from + unit] as number;
      sums[all + unit] = (sums[all + unit] as number) + gradient;
      if (symbol < 0) continue;
      const to = symbol * hidden + unit;
      sums[to] = (sums[to] as number) + gradient;
    }
  }
}
