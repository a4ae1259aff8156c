/** The line below the picture: the sum of the ledger of the chosen kernel, or that there is none and why. */
import { powerOfTen, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import type { Bench } from '../../../lab-page/bench';
import { checksum } from '../../../math/checksum';
import { ofFilter } from '../../../math/of-filter';
import { sumOfTiles } from '../../../math/sum-of-tiles';
import { type TransferNetworkId, transferNetwork } from '../../../spec/transfer-network';
import { sharedTying } from '../../../spec/tying';
import { SAME_WITHIN } from '../../../views/ledger-picture';
import { KERNELS } from '../../../views/transfer-layout';
import { endOfOld, oldNetwork, shownStep, taskAt, type Watched, watchedIn } from './trunks';

const CELLS = 26;
const SITES = 196;

export type TrunkLine = { readonly text: string; readonly differs: boolean };
type Words = Pick<Messages, 'transferLab' | 'training' | 'labPage'>;

/** Whether the first layer of a network is frozen in the new task. */
export const isLocked = (id: TransferNetworkId): boolean => transferNetwork(id).transfer?.[0]?.rate === 0;
export const isLent = (id: TransferNetworkId): boolean =>
  transferNetwork(id).transfer?.[0]?.tying.kind === 'shared';

const differences = new WeakMap<Watched, Map<number, number>>();

/** Largest relative difference of the sum of the tiles and the gradient of one kernel; null where they are not known. */
export function differenceOf(watched: Watched, filter: number): number | null {
  const { ledger, gradient } = watched;
  if (!ledger || !gradient) return null;
  const known = differences.get(watched) ?? new Map<number, number>();
  differences.set(watched, known);
  const before = known.get(filter);
  if (before !== undefined) return before;
  const tiles = ofFilter(ledger, KERNELS, CELLS, filter);
  const made = sumOfTiles(tiles, sharedTying(SITES), ofFilter(gradient, KERNELS, CELLS, filter)).difference;
  known.set(filter, made);
  return made;
}

/** filter: 0-based. */
export function trunkLine(
  stores: Pick<Bench, 'experiment'>,
  id: TransferNetworkId,
  filter: number,
  { transferLab: words, training, labPage }: Words,
): TrunkLine {
  const step = shownStep(stores);
  const task = taskAt(step);
  const watched = task === 'old' ? oldNetwork(stores) : watchedIn('new', stores, id);
  if (step === 0) return { text: words.startLine, differs: false };
  if (!watched) return { text: training.unreadLine, differs: false };
  const name = task === 'old' ? words.oldNetwork : labPage.networks[id];
  if (task === 'new' && isLocked(id)) {
    const [now, lent] = [checksum(watched.kernels), endOfOld(stores)];
    const same = id === 'frozen' && lent !== null && checksum(lent) === now;
    return { text: (same ? words.lockedSame : words.lockedLine)(name, now), differs: false };
  }
  const difference = differenceOf(watched, filter);
  if (difference === null) return { text: training.kernelsLine(whole(watched.step)), differs: false };
  const differs = !(difference < SAME_WITHIN);
  const say = differs ? words.sumDiffers : words.sumLine;
  return { text: say(whole(filter + 1), name, powerOfTen(difference)), differs };
}
