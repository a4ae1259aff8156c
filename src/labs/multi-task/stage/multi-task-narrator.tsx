/** What the stage shows in this moment, in a sentence; spoken when it changes in slow mode. */
import { useStore } from 'zustand';
import { large } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { multiTaskIds } from '../../../spec/multi-task-network';
import { shownNetworks } from '../../../store/experiment-state';
import { useMessages } from '../../../ui/messages-context';
import { STEP_PHASES } from '../../../views/step-phase';
import { useMultiTask } from '../use-multi-task';

export function MultiTaskNarrator() {
  const bench = useBench();
  const { experiment, lab } = bench;
  const { multiTaskLab: words, labPage, training } = useMessages();
  const phase = useStore(narrationOf(bench), (state) => state.phase?.name ?? null);
  const sharing = useMultiTask((state) => state.sharing);
  useCalmChanges([experiment, lab]);

  function text(): string {
    const watched = shownNetworks(experiment.getState());
    const losses = multiTaskIds
      .flatMap((id) => {
        const loss = watched[id]?.loss ?? null;
        return loss === null ? [] : [words.lossOf(labPage.networksInText[id], large(loss))];
      })
      .join(', ');
    switch (phase) {
      case null:
        return losses === '' ? words.exampleLine : words.lastLoss(losses);
      case 'forward':
        return words.told.forward(losses);
      case 'gradients':
        return words.told.gradients;
      case 'sum':
        return words.told.sum[sharing];
      case 'update':
        return words.told.update[sharing];
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
