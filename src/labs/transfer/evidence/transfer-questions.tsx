/** Two questions to answer before the run: which will be best with five examples, and with fifty? Run or points tell. */
import { useStore } from 'zustand';
import { percent, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { PredictionQuestion } from '../../../lab-page/prediction-question';
import { TRANSFER_NETWORKS } from '../../../spec/transfer-network';
import { useMessages } from '../../../ui/messages-context';
import {
  type Accuracies,
  accuraciesAt,
  accuraciesAtEnd,
  bestOf,
  LEVEL,
  pointsOf,
} from '../points/points-figures';
import { usePoints } from '../points/use-points';

const ASKED = { few: 5, many: 50 } as const;

export function TransferQuestions() {
  return (
    <>
      <Question asked="few" />
      <Question asked="many" />
    </>
  );
}

/** The best network, or that the best two are level. */
export function answerOf(accuracies: Accuracies): string {
  const best = bestOf(accuracies);
  return best.length === 1 ? (best[0] ?? 'level') : 'level';
}

function Question({ asked }: { readonly asked: keyof typeof ASKED }) {
  const { experiment } = useBench();
  const { transferLab: words, labPage } = useMessages();
  const { plan, state, foreign } = usePoints();
  const examples = ASKED[asked];
  const spec = useStore(experiment, (store) => store.spec);
  const step = useStore(experiment, (store) => store.step);
  const networks = useStore(experiment, (store) => store.networks);
  const ofRun = spec?.data.examples === examples ? accuraciesAtEnd({ spec, step, networks }) : null;
  const ofPoints = foreign ? null : accuraciesAt(pointsOf(plan, state.figures), plan.rows.indexOf(examples));
  const accuracies = ofRun ?? ofPoints;
  const figures =
    accuracies &&
    TRANSFER_NETWORKS.map((id) => words.figure(labPage.networksInText[id], percent(accuracies[id], 1))).join(
      ', ',
    );
  return (
    <PredictionQuestion
      question={words.question[asked]}
      options={[
        ...TRANSFER_NETWORKS.map((id) => ({ value: id as string, label: labPage.networks[id] })),
        { value: 'level', label: words.level },
      ]}
      note={`${words.needs(whole(examples))} ${words.counts(whole(LEVEL * 100))}`}
      truth={
        accuracies && figures
          ? {
              value: answerOf(accuracies),
              told: ofRun ? words.ofRun(figures) : words.ofPoints(String(plan.settings.seed), figures),
            }
          : null
      }
    />
  );
}
