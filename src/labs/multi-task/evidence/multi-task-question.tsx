/** The question to answer before the run: will the second task gain or lose from the shared trunk? The last count tells. */
import { useStore } from 'zustand';
import { addWords } from '../../../i18n/catalogue';
import { multiTaskMore } from '../../../i18n/en/multi-task-more';
import { percent, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { PredictionQuestion } from '../../../lab-page/prediction-question';
import type { ExperimentState } from '../../../store/experiment-state';
import { accuracyOf } from '../../../store/network-record';
import { useMessages } from '../../../ui/messages-context';
import { useMultiTask } from '../use-multi-task';

addWords({ multiTaskMore });

/** Closer than this, two accuracies count as level. */
const LEVEL = 0.03;
const ANSWERS = ['gains', 'loses', 'level'] as const;

/** What the second task has from the shared trunk, given its accuracies. */
export function whatComesOfSharing(separate: number, hard: number): (typeof ANSWERS)[number] {
  if (Math.abs(hard - separate) < LEVEL) return 'level';
  return hard > separate ? 'gains' : 'loses';
}

/** The second task's accuracy on all held-out digits there are, separate and hard, once the run has ended; else null. */
export function measuredAtEnd({
  spec,
  step,
  networks,
}: Pick<ExperimentState, 'spec' | 'step' | 'networks'>): readonly [number, number] | null {
  if (!spec || step < spec.steps) return null;
  const of = (id: 'separate' | 'hard') => {
    const last = networks[id]?.evaluations.at(-1);
    return last?.full && last.step === step ? accuracyOf(last.test) : null;
  };
  const [separate, hard] = [of('separate'), of('hard')];
  return separate === null || hard === null ? null : [separate, hard];
}

export function MultiTaskQuestion() {
  const { experiment } = useBench();
  const { multiTaskMore: words } = useMessages();
  const second = useMultiTask((state) => state.data);
  const compare = useMultiTask((state) => state.compare);
  const networks = useStore(experiment, (state) => state.networks);
  const step = useStore(experiment, (state) => state.step);
  const spec = useStore(experiment, (state) => state.spec);
  const measured = measuredAtEnd({ spec, step, networks });
  const guess = words.guess[second];
  return (
    <PredictionQuestion
      key={second}
      question={words.question[second]}
      options={ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
      note={`${compare ? words.counts(whole(LEVEL * 100)) : words.needsBoth} ${guess}`}
      truth={
        measured && {
          value: whatComesOfSharing(...measured),
          told: `${words.measured(percent(measured[0]), percent(measured[1]))} ${guess}`,
        }
      }
    />
  );
}
