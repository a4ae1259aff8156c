/** What the stage shows in this moment, in a sentence. */
import { large, whole } from '../../../i18n/format';
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
  const batch = whole(useMultiTask((state) => state.batch));
  // A batch larger than task B's answers are many shows some of them more than once.
  const repeated = useMultiTask(({ batch, labels, examples }) => {
    const known = Math.min(labels, examples);
    return known < batch ? whole(known) : null;
  });
  const { told } = words;

  function tell() {
    const now = experiment.getState();
    const watched = shownNetworks(now);
    const untrained = now.scrub === null ? words.exampleLine(batch) : words.startLine;
    const losses = multiTaskIds
      .flatMap((id) => {
        const loss = watched[id]?.loss ?? null;
        return loss === null ? [] : [words.lossOf(labPage.networksInText[id], large(loss))];
      })
      .join(', ');
    return {
      settled: losses === '' ? untrained : words.lastLoss(losses),
      forward: told.forward(batch, repeated, losses),
      gradients: told.gradients,
      sum: told.sum[sharing],
      update: told.update[sharing],
    };
  }
  return <ToldStep tell={tell} />;
}
