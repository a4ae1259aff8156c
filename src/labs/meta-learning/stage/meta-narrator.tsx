/** What happens in the step that is looked at, in a sentence. */
import { large, small, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { type Told, ToldStep } from '../../../lab-page/training/told-step';
import { outerRateAt } from '../../../math/start-steps';
import { START_IDS, type StartId } from '../../../spec/start-network';
import { shownNetworks } from '../../../store/experiment-state';
import { useMessages } from '../../../ui/messages-context';
import type { StepPhaseName } from '../../../views/step-phase';
import { useMetaLearning } from '../use-meta-learning';
import { stateOf } from './adaptations';

export function MetaNarrator() {
  const bench = useBench();
  const { metaLearningLab, labPage } = useMessages();
  const words = metaLearningLab.told;
  const sharing = useMetaLearning((state) => state.sharing);

  function tell(): Told {
    const watched = shownNetworks(bench.experiment.getState());
    const state = stateOf(bench);
    const step = watched[sharing]?.step ?? 0;
    const lossOf = (id: StartId) => large(watched[id]?.loss ?? Number.NaN);
    const losses = START_IDS.flatMap((id) =>
      watched[id]?.step === step ? [`${labPage.networksInText[id]} ${lossOf(id)}`] : [],
    );
    const part = small(outerRateAt(state.outer, step - 1, state.steps));
    const told = (phase: StepPhaseName) =>
      sharing === 'reptile'
        ? words.reptile[phase](
            whole(state.tasks),
            whole(state.inner),
            lossOf(sharing),
            part,
            whole(state.examples),
          )
        : words[sharing][phase](lossOf(sharing));
    return {
      settled: step === 0 ? words.before : words.losses(whole(step), losses.join(', ')),
      forward: told('forward'),
      gradients: told('gradients'),
      sum: told('sum'),
      update: told('update'),
    };
  }
  return <ToldStep tell={tell} />;
}
