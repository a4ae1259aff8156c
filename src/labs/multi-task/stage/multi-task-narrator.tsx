/** What the stage shows in this moment, in a sentence. */
import { large } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { ToldStep } from '../../../lab-page/training/told-step';
import { multiTaskIds } from '../../../spec/multi-task-network';
import { shownNetworks } from '../../../store/experiment-state';
import { useMessages } from '../../../ui/messages-context';
import { useMultiTask } from '../use-multi-task';

export function MultiTaskNarrator() {
  const { experiment } = useBench();
  const { multiTaskLab: words, labPage } = useMessages();
  const sharing = useMultiTask((state) => state.sharing);
  const { told } = words;

  function tell() {
    const watched = shownNetworks(experiment.getState());
    const losses = multiTaskIds
      .flatMap((id) => {
        const loss = watched[id]?.loss ?? null;
        return loss === null ? [] : [words.lossOf(labPage.networksInText[id], large(loss))];
      })
      .join(', ');
    return {
      settled: losses === '' ? words.exampleLine : words.lastLoss(losses),
      forward: told.forward(losses),
      gradients: told.gradients,
      sum: told.sum[sharing],
      update: told.update[sharing],
    };
  }
  return <ToldStep tell={tell} />;
}
