/** What is said of the kernels of a lane, by what is known of them and by the moment of a told step. */
import { whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import type { Bench } from '../../../lab-page/bench';
import { TRANSFER_NETWORKS } from '../../../spec/transfer-network';
import type { TransferLane } from '../../../views/transfer-view';
import { OLD_TASK } from '../build-spec';
import type { TransferState } from '../parameters';
import { isLent, isLocked } from './trunk-line';
import { rowOf, shownStep, taskAt, watchedIn } from './trunks';

/** The four lanes in the order of the switch, as they are when this is called. */
export function trunkLanes(
  bench: Bench,
  { transferLab: words, labPage }: Pick<Messages, 'transferLab' | 'labPage'>,
): readonly TransferLane[] {
  const { lab, experiment, selection } = bench;
  const task = taskAt(shownStep(bench));
  const { bench: onBench } = experiment.getState();
  const lit = selection.getState().part;
  const chosen = (lab.getState().state as TransferState).sharing;
  // Words of the explanation light up a lane in place of the chosen one.
  const shown = TRANSFER_NETWORKS.find((id) => id === lit) ?? (lit === null ? chosen : null);
  return TRANSFER_NETWORKS.map((id): TransferLane => {
    const row = task === 'new' ? rowOf(watchedIn('new', bench, id)) : null;
    const off = onBench.length > 0 && !onBench.includes(id);
    const waiting = task === 'old' ? words.lanes.waiting(whole(OLD_TASK.steps)) : words.lanes.unread;
    return {
      ...{ id, name: labPage.networks[id], fate: words.fates[id] },
      ...{ lent: isLent(id), locked: isLocked(id), row, chosen: id === shown },
      empty: off ? words.lanes.off : waiting,
    };
  });
}
