/** The question to answer before the run: which of the two will read the longest sequences? The survey tells. */
import { useStore } from 'zustand';
import { percent, whole } from '../../i18n/format';
import { useBench } from '../../lab-page/bench';
import { PredictionQuestion } from '../../lab-page/prediction-question';
import { sequenceTasks } from '../../spec/sequence-tasks';
import type { ExperimentState } from '../../store/experiment-state';
import { useMessages } from '../../ui/messages-context';
import { useRecurrent } from './use-recurrent';

/** Reads: at least so much better than a guess. */
const ABOVE_CHANCE = 0.25;
const ANSWERS = ['shared', 'independent', 'both', 'neither'] as const;

/** Accuracy of both networks at the longest length once the run has ended, else null. */
export function measuredAtEnd({
  spec,
  step,
  surveys,
}: Pick<ExperimentState, 'spec' | 'step' | 'surveys'>): readonly [number, number] | null {
  const { shared, independent } = surveys;
  if (!spec || step < spec.steps || !shared?.done || !independent?.done) return null;
  if (shared.step !== step || independent.step !== step) return null;
  return [shared.values.at(-1) ?? Number.NaN, independent.values.at(-1) ?? Number.NaN];
}

/** Which of the two reads, given their accuracies and that of a guess. */
export function whoReads(shared: number, independent: number, chance: number): (typeof ANSWERS)[number] {
  const [one, own] = [shared, independent].map((accuracy) => accuracy >= chance + ABOVE_CHANCE);
  if (one && own) return 'both';
  if (one) return 'shared';
  return own ? 'independent' : 'neither';
}

export function RecurrentQuestion() {
  const { experiment } = useBench();
  const { recurrentLab } = useMessages();
  const words = recurrentLab.predict;
  const task = useRecurrent((state) => state.data);
  const compare = useRecurrent((state) => state.compare);
  const measured = useStore(experiment, (state) => measuredAtEnd(state)?.join() ?? null);
  const { classes, reads } = sequenceTasks[task];
  const chance = 1 / classes;
  const [shared = Number.NaN, independent = Number.NaN] = (measured ?? '').split(',').map(Number);
  return (
    <PredictionQuestion
      key={task}
      question={words.question[task]}
      options={ANSWERS.map((value) => ({ value, label: words.options[value] }))}
      note={compare ? words.counts(whole(ABOVE_CHANCE * 100), percent(chance)) : words.needsBoth}
      truth={
        measured === null
          ? null
          : {
              value: whoReads(shared, independent, chance),
              told: words.measured(percent(shared), percent(independent), whole(reads)),
            }
      }
    />
  );
}
