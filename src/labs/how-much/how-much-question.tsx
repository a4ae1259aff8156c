/** The question to answer before the run: which of the three will read new digits best? The run's last count tells. */
import { useStore } from 'zustand';
import { percent, whole } from '../../i18n/format';
import { useBench } from '../../lab-page/bench';
import { PredictionQuestion } from '../../lab-page/prediction-question';
import type { ExperimentState } from '../../store/experiment-state';
import { accuracyOf } from '../../store/network-record';
import { useMessages } from '../../ui/messages-context';
import { NETWORKS } from './build-spec';
import { useHowMuch } from './use-how-much';

/** Closer than this, two accuracies count as level. */
const LEVEL = 0.03;
/** Where none reads so much, all are close to the guess of .1 and none is better than another. */
const LEARNED = 0.2;
const ANSWERS = ['shared', 'grouped', 'independent', 'level'] as const;

type Accuracies = Readonly<Record<(typeof NETWORKS)[number], number>>;

/** Held-out accuracies of all three on all digits there are once the run has ended, else null. */
export function measuredAtEnd({
  spec,
  step,
  networks,
}: Pick<ExperimentState, 'spec' | 'step' | 'networks'>): Accuracies | null {
  if (!spec || step < spec.steps) return null;
  const values = NETWORKS.map((id) => {
    const last = networks[id]?.evaluations.at(-1);
    return last?.full && last.step === step ? accuracyOf(last.test) : null;
  });
  const [shared = null, grouped = null, independent = null] = values;
  return shared === null || grouped === null || independent === null
    ? null
    : { shared, grouped, independent };
}

/** Which reads best, or that the best two are level. */
export function whoReadsBest(accuracies: Accuracies): (typeof ANSWERS)[number] {
  const [best, next] = NETWORKS.toSorted((one, other) => accuracies[other] - accuracies[one]);
  if (!best || !next) return 'level';
  return accuracies[best] - accuracies[next] < LEVEL ? 'level' : best;
}

export function HowMuchQuestion() {
  const { experiment } = useBench();
  const { howMuchLab: words } = useMessages();
  const task = useHowMuch((state) => state.data);
  const compare = useHowMuch((state) => state.compare);
  const networks = useStore(experiment, (state) => state.networks);
  const step = useStore(experiment, (state) => state.step);
  const spec = useStore(experiment, (state) => state.spec);
  const measured = measuredAtEnd({ spec, step, networks });
  const early = measured !== null && Math.max(...Object.values(measured)) < LEARNED;
  return (
    <PredictionQuestion
      key={task}
      question={words.question[task]}
      options={ANSWERS.map((value) => ({ value, label: words.answersTo[value] }))}
      note={early ? words.tooEarly : compare ? words.counts(whole(LEVEL * 100)) : words.needsAll}
      truth={
        early || !measured
          ? null
          : {
              value: whoReadsBest(measured),
              told: words.measured(
                percent(measured.shared),
                percent(measured.grouped),
                percent(measured.independent),
              ),
            }
      }
    />
  );
}
