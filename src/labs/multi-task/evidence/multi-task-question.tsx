/** The question to answer before the run: will the second task gain or lose from the shared trunk? The last count tells. */
import { useStore } from 'zustand';
import { addWords } from '../../../i18n/catalogue';
import { multiTaskMore } from '../../../i18n/en/multi-task-more';
import { percent, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { PredictionQuestion } from '../../../lab-page/prediction-question';
import { useMessages } from '../../../ui/messages-context';
import { useMultiTask } from '../use-multi-task';
import { LEVEL, measuredAtEnd, OUTCOMES, whatComesOfSharing } from './sharing-outcome';
import { useConstantAnswer } from './use-constant-answer';

addWords({ multiTaskMore });

export function MultiTaskQuestion() {
  const { experiment } = useBench();
  const { multiTaskMore: words } = useMessages();
  const second = useMultiTask((state) => state.data);
  const compare = useMultiTask((state) => state.compare);
  const networks = useStore(experiment, (state) => state.networks);
  const step = useStore(experiment, (state) => state.step);
  const spec = useStore(experiment, (state) => state.spec);
  const measured = measuredAtEnd({ spec, step, networks });
  const constant = useConstantAnswer();
  const guess = constant ? words.constantSaid(constant.name, percent(constant.share)) : '';
  return (
    <PredictionQuestion
      key={second}
      question={words.question[second]}
      options={OUTCOMES.map((value) => ({ value, label: words.answers[value] }))}
      note={`${compare ? words.counts(whole(LEVEL * 100)) : words.needsBoth} ${guess}`.trim()}
      truth={
        measured && {
          value: whatComesOfSharing(...measured),
          told: `${words.measured(percent(measured[0]), percent(measured[1]))} ${guess}`.trim(),
        }
      }
    />
  );
}
