/**
 * Sums a ledger over the sites of each group: the gradient of a tied parameter is the sum of the gradients
 * of its uses. Float64 inside, float32 out.
 */
import type { Tying } from '../spec/tying';
import { type Allocate, zeros } from './allocate';
import { sitesByGroup } from './sites-by-group';

/** ledger: [sites, cells] -> [groups, cells]. Throws RangeError when the ledger does not fit the sites. */
export function segmentSum(
  ledger: Float32Array,
  tying: Tying,
  cells: number,
  allocate: Allocate = zeros,
): Float32Array {
  const { sites, groups } = tying;
  if (ledger.length !== sites * cells)
    throw new RangeError(`A ledger of ${ledger.length} numbers is not ${sites} sites of ${cells}.`);
  const { order, starts } = sitesByGroup(tying);
  const sums = new Float64Array(cells);
  const out = allocate(groups * cells, 'overwritten');
  for (let group = 0; group < groups; group++) {
    sums.fill(0);
    for (let at = starts[group] as number; at < (starts[group + 1] as number); at++) {
      const from = (order[at] as number) * cells;
      for (let cell = 0; cell < cells; cell++)
        sums[cell] = (sums[cell] as number) + (ledger[from + cell] as number);
    }
    out.set(sums, group * cells);
  }
  return out;
}
