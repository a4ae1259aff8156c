/**
 * Sums a ledger over the sites of each group: the gradient of a tied parameter is the sum of the gradients
 * of its uses. Float64 inside, float32 out.
 */
import type { Tying } from '../spec/tying';

/** ledger: [sites, cells] -> [groups, cells]. Throws RangeError when the ledger does not fit the sites. */
export function segmentSum(ledger: Float32Array, tying: Tying, cells: number): Float32Array {
  const { sites, groups, groupOf } = tying;
  if (ledger.length !== sites * cells)
    throw new RangeError(`A ledger of ${ledger.length} numbers is not ${sites} sites of ${cells}.`);
  const sums = new Float64Array(groups * cells);
  for (let site = 0; site < sites; site++) {
    const to = (groupOf[site] as number) * cells;
    const from = site * cells;
    for (let cell = 0; cell < cells; cell++)
      sums[to + cell] = (sums[to + cell] as number) + (ledger[from + cell] as number);
  }
  return new Float32Array(sums);
}
