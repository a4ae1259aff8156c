/** The line below the ledger: the sum of the ledger of the chosen kernel, or that there is none and why. */
import { powerOfTen, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import type { Bench } from '../../../lab-page/bench';
import { checksum } from '../../../math/checksum';
import { type TransferNetworkId, transferNetwork } from '../../../spec/transfer-network';
import { tileSumOf } from '../../../views/ledger-picture';
import { ledgerOf } from './trunk-ledger';
import { endOfOld, oldNetwork, shownStep, taskAt, watchedIn } from './trunks';

export type TrunkLine = { readonly text: string; readonly differs: boolean };
type Words = Pick<Messages, 'transferLab' | 'training' | 'labPage'>;

/** Whether the first layer of a network is frozen in the new task. */
export const isLocked = (id: TransferNetworkId): boolean => transferNetwork(id).transfer?.[0]?.rate === 0;
export const isLent = (id: TransferNetworkId): boolean =>
  transferNetwork(id).transfer?.[0]?.tying.kind === 'shared';

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
  const picture = ledgerOf(watched, filter);
  if (!picture) return { text: training.kernelsLine(whole(watched.step)), differs: false };
  const { difference, same } = tileSumOf(picture);
  const say = same ? words.sumLine : words.sumDiffers;
  return { text: say(whole(filter + 1), name, powerOfTen(difference)), differs: !same };
}
