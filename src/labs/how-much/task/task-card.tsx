/** The task: a digit to move on the canvas whose edges wrap around, what it is there, and what the networks say. */
import { useStore } from 'zustand';
import { percent } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { sampleDigit, sampleDigitCount } from '../../../lab-page/sample-digits';
import { useLiveAnswers } from '../../../lab-page/training/use-live-answers';
import { mostProbable } from '../../../math/most-probable';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { NETWORKS } from '../build-spec';
import type { HowMuchState } from '../parameters';
import { useHowMuch, useSetHowMuch } from '../use-how-much';
import { DigitCanvas } from './digit-canvas';
import { HalvesTable } from './halves-table';
import { labelAt, placeStore, placeWith } from './place';
import { taskPicture } from './task-picture';
import './task-card.css';

export function TaskCard() {
  const { howMuchLab: words } = useMessages();
  const { lab } = useBench();
  const task = useHowMuch((state) => state.data);
  const digit = useHowMuch((state) => state.digit);
  const set = useSetHowMuch();
  const moved = useStore(placeStore, (state) => state.place !== null && state.task === task);
  useLiveAnswers(() => {
    const { data, digit: chosen } = lab.getState().state as HowMuchState;
    return taskPicture(chosen, placeWith(placeStore.getState(), data));
  }, [placeStore]);
  return (
    <section className="card task-card" aria-label={words.taskTitle}>
      <header className="task-head">
        <h2>{words.taskTitle}</h2>
        <span className="note">{words.taskNote}</span>
      </header>
      <p className="note">{words.taskSays[task]}</p>
      <div className="task-body">
        <div className="task-picture">
          <DigitCanvas />
          <p className="note">{words.dragHint}</p>
          <div className="task-actions">
            <Button onClick={() => set({ digit: (digit + 1) % sampleDigitCount })}>{words.otherDigit}</Button>
            <Button disabled={!moved} onClick={() => placeStore.setState({ place: null, task: null })}>
              {words.backToStart}
            </Button>
          </div>
        </div>
        <Answers />
      </div>
      {task === 'two-rules' && <HalvesTable />}
    </section>
  );
}

/** What each network says of the picture: its most probable class and how sure it is. */
function Answers() {
  const { experiment } = useBench();
  const { howMuchLab: words, labPage } = useMessages();
  const task = useHowMuch((state) => state.data);
  const digit = useHowMuch((state) => state.digit);
  const onBench = useStore(experiment, (state) => state.bench);
  const prediction = useStore(experiment, (state) => state.prediction);
  const place = useStore(placeStore, (state) => placeWith(state, task));
  const label = labelAt(task, sampleDigit(digit).label, place);
  // While the answer to a new picture is on its way the last one stands, unjudged.
  const picture = taskPicture(digit, place);
  const isOfThis = prediction?.input.every((ink, pixel) => ink === picture[pixel]) ?? false;
  return (
    <div className="task-answers">
      <p className="task-truth number">{label === null ? words.noRule : words.isHere[task](label)}</p>
      <h3>{words.answers}</h3>
      <ul>
        {NETWORKS.map((id) => {
          const answer = prediction?.networks[id]?.answer;
          const said = answer ? mostProbable(answer) : null;
          return (
            <li key={id} className={id}>
              <strong>{labPage.networks[id]}</strong>
              {answer && said !== null ? (
                <>
                  <span className="number">
                    {words.says(said, percent(answer[said] ?? 0))}
                    {label !== null && isOfThis && (
                      <span className={said === label ? 'is-right' : 'is-wrong'}>
                        <span aria-hidden="true">{said === label ? ' ✓' : ' ✗'}</span>
                        <span className="visually-hidden">{said === label ? words.right : words.wrong}</span>
                      </span>
                    )}
                  </span>
                  <span className="answer-bar" aria-hidden="true">
                    <span style={{ width: percent(answer[said] ?? 0).replace(/\s/g, '') }} />
                  </span>
                </>
              ) : (
                <span className="note">{onBench.includes(id) ? words.untrained : words.notTrained}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
