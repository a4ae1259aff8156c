/** The ledger of one kernel of a trunk: the gradient of each of 196 positions, and the gradient computed another way. */
import { ofFilter } from '../../../math/of-filter';
import { sharedTying } from '../../../spec/tying';
import type { LedgerPicture } from '../../../views/ledger-picture';
import { KERNELS } from '../../../views/transfer-layout';
import { CELLS, type Watched } from './trunks';

export const SITES = 196;
const { groupOf } = sharedTying(SITES);
const known = new WeakMap<Watched, Map<number, LedgerPicture>>();

/** filter: 0-based. Null where the gradients are not known. The same object as long as the numbers are the same. */
export function ledgerOf(watched: Watched | null, filter: number): LedgerPicture | null {
  if (!watched?.ledger || !watched.gradient) return null;
  const made = known.get(watched) ?? new Map<number, LedgerPicture>();
  known.set(watched, made);
  const before = made.get(filter);
  if (before) return before;
  const picture: LedgerPicture = {
    kernels: ofFilter(watched.kernels, KERNELS, CELLS, filter),
    previousKernels: ofFilter(watched.previousKernels, KERNELS, CELLS, filter),
    tiles: ofFilter(watched.ledger, KERNELS, CELLS, filter),
    gradient: ofFilter(watched.gradient, KERNELS, CELLS, filter),
    groupOf,
    groups: 1,
  };
  made.set(filter, picture);
  return picture;
}
