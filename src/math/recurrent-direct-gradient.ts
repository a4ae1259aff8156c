/**
 * The gradient of a cell's weights by a second path that makes no ledger: tap by tap, example by example, every
 * step's product is added straight to its group, in float64. It shares no buffer and no order of summation with
 * the ledger, so agreement of the two says something.
 */
import { cellsOf, type RecurrentPass } from './recurrent-shape';

/**
 * symbols [batch, steps], h [steps, batch, hidden], dz of some `filters` [steps, batch, filters] -> [groups,
 * filters, symbols+hidden+1]. `groups`: how many the steps use; they are numbered by first appearance.
 */
export function recurrentDirectGradient(
  symbols: ArrayLike<number>,
  states: Float32Array,
  dz: Float32Array,
  pass: RecurrentPass,
  filters: number,
  groups: number,
): Float32Array {
  const { batch, steps, tying } = pass;
  const cells = cellsOf(pass);
  const sums = new Float64Array(groups * filters * cells);
  for (let tap = 0; tap < cells; tap++)
    for (let example = 0; example < batch; example++)
      for (let step = 0; step < steps; step++) {
        const input = inputOf(symbols, states, pass, tap, example, step);
        if (input === 0) continue;
        const group = tying.groupOf[step] as number;
        const from = (step * batch + example) * filters;
        for (let filter = 0; filter < filters; filter++) {
          const to = (group * filters + filter) * cells + tap;
          sums[to] = (sums[to] as number) + (dz[from + filter] as number) * input;
        }
      }
  return Float32Array.from(sums);
}

/** What a tap sees: 1 under the symbol that is read, a unit of the state before, 1 under the bias. */
function inputOf(
  symbols: ArrayLike<number>,
  states: Float32Array,
  pass: RecurrentPass,
  tap: number,
  example: number,
  step: number,
): number {
  if (tap < pass.symbols) return symbols[example * pass.steps + step] === tap ? 1 : 0;
  const unit = tap - pass.symbols;
  if (unit === pass.hidden) return 1;
  if (step === 0) return 0;
  return states[((step - 1) * pass.batch + example) * pass.hidden + unit] as number;
}
