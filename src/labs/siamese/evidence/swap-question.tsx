/** The question to answer before the run: will a swap change verdicts? The test pairs tell. */
import { useStore } from 'zustand';
import { addWords } from '../../../i18n/catalogue';
import { siameseMore as ownWords } from '../../../i18n/en/siamese-more';
import { whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { PredictionQuestion } from '../../../lab-page/prediction-question';
import { useMessages } from '../../../ui/messages-context';
import { useSiamese } from '../use-siamese';
import { surveyedPairs } from './surveyed-pairs';
import { shareText } from './swap-figure';

addWords({ siameseMore: ownWords });

/** A swap changes verdicts: those of at least so large a share of the pairs. */
const COUNTS_FROM = 0.01;
const ANSWERS = ['shared', 'independent', 'both', 'neither'] as const;

/** For whom a swap changes verdicts, given the shares of the pairs. */
export function whoFlips(shared: number, independent: number): (typeof ANSWERS)[number] {
  const [one, own] = [shared >= COUNTS_FROM, independent >= COUNTS_FROM];
  if (one && own) return 'both';
  if (one) return 'shared';
  return own ? 'independent' : 'neither';
}

export function SwapQuestion() {
  const bench = useBench();
  const { siameseMore } = useMessages();
  const words = siameseMore.predict;
  const compare = useSiamese((state) => state.compare);
  // Of both networks once the run has ended and every pair has been measured.
  const measured = useStore(bench.experiment, ({ spec, step, surveys }) => {
    const ended = spec !== null && step >= spec.steps;
    const isWhole = (id: 'shared' | 'independent') => surveys[id]?.done && surveys[id]?.step === step;
    if (!ended || !isWhole('shared') || !isWhole('independent')) return null;
    const shares = (['shared', 'independent'] as const).map(
      (id) => surveyedPairs(bench, id)?.flips ?? Number.NaN,
    );
    return shares.every(Number.isFinite) ? shares.join() : null;
  });
  const [shared = Number.NaN, independent = Number.NaN] = (measured ?? '').split(',').map(Number);
  return (
    <PredictionQuestion
      question={words.question}
      options={ANSWERS.map((value) => ({ value, label: words.options[value] }))}
      note={compare ? words.counts(whole(COUNTS_FROM * 100)) : words.needsBoth}
      truth={
        measured === null
          ? null
          : {
              value: whoFlips(shared, independent),
              told: words.measured(shareText(shared), shareText(independent)),
            }
      }
    />
  );
}
