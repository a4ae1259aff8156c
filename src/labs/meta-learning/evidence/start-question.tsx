/** The question to answer before the run: who is less wrong before adapting, and who after five steps? */
import { useStore } from 'zustand';
import { addWords } from '../../../i18n/catalogue';
import { metaLearningMore } from '../../../i18n/en/meta-learning-more';
import { large, percent } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { PredictionQuestion } from '../../../lab-page/prediction-question';
import { useMessages } from '../../../ui/messages-context';
import { useMetaLearning } from '../use-meta-learning';
import { errorAt, surveyedErrors } from './surveyed-errors';

addWords({ metaLearningMore });

/** Of two errors one is less where it is smaller by at least this part of the larger. */
const LESS_FROM = 0.15;
const ANSWERS = ['none-reptile', 'none-pretrained', 'pretrained-reptile', 'reptile-reptile'] as const;

/** Which of two trained starts is less wrong. */
export function lessWrong(pretrained: number, reptile: number): 'none' | 'pretrained' | 'reptile' {
  if (Math.abs(pretrained - reptile) < LESS_FROM * Math.max(pretrained, reptile)) return 'none';
  return pretrained < reptile ? 'pretrained' : 'reptile';
}

export function answerOf(before: readonly [number, number], after: readonly [number, number]) {
  const found = `${lessWrong(...before)}-${lessWrong(...after)}`;
  return ANSWERS.find((answer) => answer === found) ?? 'other';
}

export function StartQuestion() {
  const { experiment } = useBench();
  const { metaLearningMore } = useMessages();
  const words = metaLearningMore.predict;
  const compare = useMetaLearning((state) => state.compare);
  // Of both once the run has ended and every wave has been measured.
  const measured = useStore(experiment, ({ spec, step, surveys }) => {
    if (!spec || step < spec.steps) return null;
    const both = [surveyedErrors(surveys.pretrained), surveyedErrors(surveys.reptile)];
    const errors = both.flatMap((each) => (each?.step === step ? [errorAt(each, 0), errorAt(each, 5)] : []));
    return errors.length === 4 && errors.every(Number.isFinite) ? errors.join() : null;
  });
  const [beforeOne = 0, afterOne = 0, beforeTwo = 0, afterTwo = 0] = (measured ?? '').split(',').map(Number);
  const options = [...ANSWERS, 'other' as const];
  return (
    <PredictionQuestion
      question={words.question}
      options={options.map((value) => ({ value, label: words.options[value] }))}
      note={compare ? words.note(percent(LESS_FROM)) : words.needsBoth}
      truth={
        measured === null
          ? null
          : {
              value: answerOf([beforeOne, beforeTwo], [afterOne, afterTwo]),
              told: words.measured(
                words.pair(large(beforeOne), large(beforeTwo)),
                words.pair(large(afterOne), large(afterTwo)),
              ),
            }
      }
    />
  );
}
