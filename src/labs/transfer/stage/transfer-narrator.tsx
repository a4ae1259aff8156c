/** What the stage shows in this moment, in a sentence; spoken when it changes in slow mode. */
import { useStore } from 'zustand';
import { large } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { TRANSFER_NETWORKS } from '../../../spec/transfer-network';
import { useMessages } from '../../../ui/messages-context';
import { STEP_PHASES } from '../../../views/step-phase';
import { OLD_TASK } from '../build-spec';
import { useTransfer } from '../use-transfer';
import { isLocked } from './trunk-line';
import { oldNetwork, shownStep, taskAt, watchedIn } from './trunks';

export function TransferNarrator() {
  const bench = useBench();
  const { experiment, lab } = bench;
  const { transferLab: words, labPage, training } = useMessages();
  const phase = useStore(narrationOf(bench), (state) => state.phase?.name ?? null);
  const sharing = useTransfer((state) => state.sharing);
  useCalmChanges([experiment, lab]);
  const step = shownStep(bench);
  const isOld = taskAt(step) === 'old';

  function losses(): string {
    if (isOld) {
      const loss = oldNetwork(bench)?.loss ?? null;
      return loss === null ? '' : large(loss);
    }
    return TRANSFER_NETWORKS.flatMap((id) => {
      const loss = watchedIn('new', bench, id)?.loss ?? null;
      return loss === null ? [] : [words.lossOf(labPage.networksInText[id], large(loss))];
    }).join(', ');
  }

  function text(): string {
    const kind = isOld ? 'old' : isLocked(sharing) ? 'locked' : 'moves';
    switch (phase) {
      case null:
        if (step === OLD_TASK.steps) return words.settled.end;
        if (losses() === '') return words.settled.start;
        return (isOld ? words.settled.old : words.settled.new)(losses());
      case 'forward':
        return words.told.forward(losses());
      case 'gradients':
        return words.told.gradients[kind];
      case 'sum':
        return words.told.sum[kind];
      case 'update':
        return isOld ? words.told.update.old : words.told.update[sharing];
      default:
        return phase satisfies never;
    }
  }
  return (
    <p className={`narrator number ${phase ? 'is-telling' : ''}`} role={phase ? 'status' : undefined}>
      {phase ? training.narration(STEP_PHASES.indexOf(phase) + 1, text()) : text()}
    </p>
  );
}
