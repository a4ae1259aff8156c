/** What happens in this moment, in a sentence; spoken when it changes in slow mode. */
import { useStore } from 'zustand';
import { large, small, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { outerRateAt } from '../../../math/start-steps';
import { useMessages } from '../../../ui/messages-context';
import { STEP_PHASES } from '../../../views/step-phase';
import { useMetaLearning } from '../use-meta-learning';
import { stateOf } from './adaptations';

export function MetaNarrator() {
  const bench = useBench();
  const { experiment, lab } = bench;
  const { training, metaLearningLab, labPage } = useMessages();
  const words = metaLearningLab.told;
  const sharing = useMetaLearning((state) => state.sharing);
  const phase = useStore(narrationOf(bench), (state) => state.phase?.name ?? null);
  useCalmChanges([experiment, lab]);

  function text(): string {
    const { networks, bench: onBench } = experiment.getState();
    const state = stateOf(bench);
    const step = networks[sharing]?.step ?? 0;
    const loss = large(networks[sharing]?.losses.at(-1) ?? Number.NaN);
    if (phase === null) {
      if (step === 0) return words.before;
      const losses = onBench.map(
        (id) => `${labPage.networksInText[id]} ${large(networks[id]?.losses.at(-1) ?? Number.NaN)}`,
      );
      return words.losses(losses.join(', '));
    }
    if (sharing !== 'reptile') return words[sharing][phase](loss);
    const part = small(outerRateAt(state.outer, step - 1, state.steps));
    return words.reptile[phase](whole(state.tasks), whole(state.inner), loss, part, whole(state.examples));
  }
  return (
    <p className={`narrator number ${phase ? 'is-telling' : ''}`} role={phase ? 'status' : undefined}>
      {phase ? training.narration(STEP_PHASES.indexOf(phase) + 1, text()) : text()}
    </p>
  );
}
