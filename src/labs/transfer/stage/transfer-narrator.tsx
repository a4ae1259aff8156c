/** What the stage shows in this moment, in a sentence. */
import { large } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { ToldStep } from '../../../lab-page/training/told-step';
import { TRANSFER_NETWORKS } from '../../../spec/transfer-network';
import { useMessages } from '../../../ui/messages-context';
import { OLD_TASK } from '../build-spec';
import { useTransfer } from '../use-transfer';
import { isLocked } from './trunk-line';
import { oldNetwork, shownStep, taskAt, watchedIn } from './trunks';

export function TransferNarrator() {
  const bench = useBench();
  const { transferLab: words, labPage } = useMessages();
  const sharing = useTransfer((state) => state.sharing);
  const { settled, told } = words;

  function lossesOf(task: 'old' | 'new'): string {
    if (task === 'old') {
      const loss = oldNetwork(bench)?.loss ?? null;
      return loss === null ? '' : large(loss);
    }
    return TRANSFER_NETWORKS.flatMap((id) => {
      const loss = watchedIn('new', bench, id)?.loss ?? null;
      return loss === null ? [] : [words.lossOf(labPage.networksInText[id], large(loss))];
    }).join(', ');
  }

  function tell() {
    const step = shownStep(bench);
    const task = taskAt(step);
    const kind = task === 'old' ? 'old' : isLocked(sharing) ? 'locked' : 'moves';
    const losses = lossesOf(task);
    const soFar = losses === '' ? settled.start : settled[task](losses);
    return {
      settled: step === OLD_TASK.steps ? settled.end : soFar,
      forward: told.forward(losses),
      gradients: told.gradients[kind],
      sum: told.sum[kind],
      update: told.update[task === 'old' ? 'old' : sharing],
    };
  }
  return <ToldStep tell={tell} />;
}
