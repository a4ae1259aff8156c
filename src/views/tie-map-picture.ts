/**
 * What the tie map's card draws of one network: kernels of the groups (of a soft layer their shared parts), gradients
 * of the positions, and sums of these, as far as they have arrived.
 */
import type { LedgerPicture, PictureSource } from './ledger-picture';

export type TieMapPicture = LedgerPicture & {
  readonly source: PictureSource;
  /** 0-based. */
  readonly filter: number;
  /** Step that the numbers belong to. */
  readonly step: number;
  /** The kernels are shared parts, to which every position adds a residual. */
  readonly soft: boolean;
};

/** [groups, cells] float64 sums of the gradients of each group's first positions, `arrived` of all 256. */
export function groupSums({ tiles, groupOf, groups }: LedgerPicture, arrived: number): Float64Array {
  const cells = tiles.length / groupOf.length;
  const sums = new Float64Array(groups * cells);
  for (let site = 0; site < arrived; site++) {
    const to = (groupOf[site] ?? 0) * cells;
    for (let cell = 0; cell < cells; cell++)
      sums[to + cell] = (sums[to + cell] ?? 0) + (tiles[site * cells + cell] ?? 0);
  }
  return sums;
}
