/** How many held-out digits a network reads, at the newest count of the task that is looked at. */
import type { Bench } from '../../../lab-page/bench';
import { TRANSFER_NETWORKS, type TransferNetworkId } from '../../../spec/transfer-network';
import { accuracyOf } from '../../../store/network-record';
import { shownStep, taskAt } from './trunks';

/** 0 to 1; null where nothing has been counted in this task up to that step. */
export function accuracyNow(stores: Pick<Bench, 'experiment'>, id: TransferNetworkId): number | null {
  const step = shownStep(stores);
  const task = taskAt(step);
  const { evaluations = [] } = stores.experiment.getState().networks[id] ?? {};
  const counted = evaluations.filter((each) => each.step <= step && taskAt(each.step) === task).at(-1);
  return counted ? accuracyOf(counted.test) : null;
}

/** Of the one network that learns the old task. */
export function oldAccuracy(stores: Pick<Bench, 'experiment'>): number | null {
  const found = TRANSFER_NETWORKS.map((id) => accuracyNow(stores, id)).find((share) => share !== null);
  return found ?? null;
}
