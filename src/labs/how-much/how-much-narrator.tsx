/** What the stage shows in this moment, in a sentence. */
import { large } from '../../i18n/format';
import { useBench } from '../../lab-page/bench';
import { ToldStep } from '../../lab-page/training/told-step';
import { shownNetworks } from '../../store/experiment-state';
import { useMessages } from '../../ui/messages-context';
import { NETWORKS } from './build-spec';
import { useHowMuch } from './use-how-much';

export function HowMuchNarrator() {
  const { experiment } = useBench();
  const { howMuchLab: words, labPage } = useMessages();
  const sharing = useHowMuch((state) => state.sharing);
  const soft = useHowMuch((state) => state.soft);
  const { told } = words;

  function tell() {
    const watched = shownNetworks(experiment.getState());
    const losses = NETWORKS.flatMap((id) => {
      const loss = watched[id]?.loss ?? null;
      return loss === null ? [] : [words.lossOf(labPage.networksInText[id], large(loss))];
    }).join(', ');
    return {
      settled: losses === '' ? words.settled : words.lastLoss(losses),
      forward: told.forward(losses),
      gradients: told.gradients,
      sum: told.sum[sharing],
      update: soft && sharing === 'grouped' ? `${told.update.grouped} ${told.soft}` : told.update[sharing],
    };
  }
  return <ToldStep tell={tell} />;
}
