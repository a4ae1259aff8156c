/** A held-out digit of the task at hand, and what each network says of it; beside it how many digits it reads. */
import { useStore } from 'zustand';
import { percent } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { isTrained, useLiveAnswers } from '../../../lab-page/training/use-live-answers';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { mostProbable } from '../../../math/most-probable';
import type { NetworkId } from '../../../spec/experiment-spec';
import { FIRST_NEW_DIGIT, TRANSFER_NETWORKS, type TransferNetworkId } from '../../../spec/transfer-network';
import type { ExperimentState } from '../../../store/experiment-state';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { createDigitCanvas } from '../../../views/digit-canvas';
import { networkLook } from '../../../views/network-look';
import { type TransferState, transferParameters } from '../parameters';
import { samplePicture, type Task } from '../sample-picture';
import { useSetTransfer, useTransfer } from '../use-transfer';
import { accuracyNow, oldAccuracy } from './accuracies';
import { answerTo } from './answer-to';
import { AnswerValues } from './answer-values';
import { shownStep, taskAt } from './trunks';

const SAMPLES = transferParameters.digit.max;

/** The task that the networks are at now: answers come from now, wherever the scrubber stands. */
const taskNow = ({ step }: Pick<ExperimentState, 'step'>): Task => taskAt(step);

export function AnswersCard() {
  const bench = useBench();
  const { lab, experiment } = bench;
  const { transferLab: words } = useMessages();
  const palette = usePalette();
  const digit = useTransfer((state) => state.digit);
  const set = useSetTransfer();
  const task = useStore(experiment, taskNow);
  const pictureNow = () =>
    samplePicture(taskNow(experiment.getState()), (lab.getState().state as TransferState).digit);
  useLiveAnswers(() => pictureNow().pixels);
  useCalmChanges([experiment, lab]);
  const picture = useView(
    createDigitCanvas,
    () => ({ pixels: pictureNow().pixels, palette }),
    [lab, experiment],
    () => [palette, pictureNow().pixels],
  );
  const sample = samplePicture(task, digit);
  return (
    <section className="card answers-card" aria-label={words.answers}>
      <h2>{words.answers}</h2>
      <div className="answers-body">
        <div className="answers-picture">
          <div className="answers-canvas" role="img" aria-label={words.pictureOf(sample.label)}>
            <div ref={picture} />
          </div>
          <p className="number">{words.itIs(sample.label)}</p>
          <p className="note">{task === 'old' ? words.askedOld : words.askedNew}</p>
          <Button onClick={() => set({ digit: (digit % SAMPLES) + 1 })}>{words.otherDigit}</Button>
        </div>
        <ul className="answers-list">
          {task === 'old' ? (
            <Answer id={null} sample={sample} task={task} />
          ) : (
            TRANSFER_NETWORKS.map((id) => <Answer key={id} id={id} sample={sample} task={task} />)
          )}
        </ul>
      </div>
      <AnswerValues task={task} sample={sample} />
    </section>
  );
}

function Answer(props: {
  /** Null: the one network of the old task, whichever is on the bench. */
  readonly id: TransferNetworkId | null;
  readonly sample: { readonly label: number; readonly pixels: Float32Array };
  readonly task: Task;
}) {
  const { id, sample, task } = props;
  const bench = useBench();
  const { experiment } = bench;
  const { transferLab: words, labPage } = useMessages();
  const onBench = useStore(experiment, (state) => state.bench);
  const prediction = useStore(experiment, (state) => state.prediction);
  const asked: NetworkId | undefined = id ?? onBench[0];
  const trained = useStore(experiment, (state) => asked !== undefined && isTrained(state, asked));
  const answer = asked && answerTo(prediction, asked, task, sample.pixels);
  const said = answer ? mostProbable(answer) : null;
  const first = task === 'new' ? FIRST_NEW_DIGIT : 0;
  const share = taskAt(shownStep(bench)) === task ? (id ? accuracyNow(bench, id) : oldAccuracy(bench)) : null;
  const off = id !== null && onBench.length > 0 && !onBench.includes(id);
  const right = said !== null && said + first === sample.label;
  return (
    <li className={id ? networkLook[id].tone : 'ink'}>
      <strong>{id ? labPage.networks[id] : words.oldNetwork}</strong>
      {answer && said !== null ? (
        <>
          <span className="number">
            {words.says(said + first, percent(answer[said] ?? 0))}
            <span className={right ? 'is-right' : 'is-wrong'}>
              <span aria-hidden="true">{right ? ' ✓' : ' ✗'}</span>
              <span className="visually-hidden">{right ? words.right : words.wrong}</span>
            </span>
          </span>
          <span className="reading-bar" aria-hidden="true">
            <span style={{ width: `${(100 * (answer[said] ?? 0)).toFixed(1)}%` }} />
          </span>
        </>
      ) : (
        <span className="note">{off ? words.notTrained : trained ? words.asking : words.untrained}</span>
      )}
      {share !== null && <span className="note number">{words.reads(percent(share))}</span>}
    </li>
  );
}
