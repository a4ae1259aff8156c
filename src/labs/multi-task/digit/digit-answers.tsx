/** What each network says of the digit for both tasks, one row a network; or why it says nothing. */
import { percent } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import { useBench } from '../../../lab-page/bench';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { mostProbable } from '../../../math/most-probable';
import { type MultiTaskId, multiTaskIds } from '../../../spec/multi-task-network';
import type { ExperimentState } from '../../../store/experiment-state';
import { useMessages } from '../../../ui/messages-context';
import { networkLook } from '../../../views/network-look';
import { answerBeside, type TaskAnswer } from '../stage/trunk-pictures';
import { useMultiTask } from '../use-multi-task';
import { ownDigit, shownDigit } from './own-digit';

export function DigitAnswers() {
  const bench = useBench();
  const { multiTaskLab: words, labPage } = useMessages();
  const second = useMultiTask((state) => state.data);
  const digit = useMultiTask((state) => state.digit);
  useCalmChanges([bench.experiment, bench.lab, ownDigit]);
  const truth = shownDigit({ digit, data: second });
  const head = words.answersHead;
  return (
    <table className="digit-answers number">
      <caption className="visually-hidden">{words.answersCaption}</caption>
      <thead>
        <tr>
          {[head.network, head.digit, head.second[second]].map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {multiTaskIds.map((id) => {
          const answer = answerBeside(bench, id);
          const [digits = null, seconds = null] = answer && answer.step > 0 ? answer.probabilities : [];
          const silence = silenceOf(bench.experiment.getState(), id, answer);
          return (
            <tr key={id}>
              <th scope="row" className={networkLook[id].tone}>
                {labPage.networks[id]}
              </th>
              {digits && seconds ? (
                <>
                  <Said shares={digits} nameOf={String} truth={truth.digit} />
                  <Said
                    shares={seconds}
                    nameOf={(at) => words.classes[second][at] ?? '–'}
                    truth={truth.second}
                  />
                </>
              ) : (
                <td colSpan={2} className="note">
                  {words.silence[silence]}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type Run = Pick<ExperimentState, 'bench' | 'scrub' | 'status'>;

/** Why a network says nothing of the digit that training has taught it. */
export function silenceOf(
  { bench, scrub, status }: Run,
  id: MultiTaskId,
  answer: TaskAnswer | null,
): keyof Messages['multiTaskLab']['silence'] {
  if (!bench.includes(id)) return 'notOnBench';
  if (answer?.step === 0) return scrub === null ? 'untrained' : 'atStart';
  if (scrub !== null) return 'atStep';
  return status === 'failed' || status === 'closed' ? 'yet' : 'asked';
}

/** The most probable class, how sure the network is, and whether it is right. */
function Said(props: {
  readonly shares: Float32Array;
  readonly nameOf: (at: number) => string;
  readonly truth: number | null;
}) {
  const { multiTaskLab: words } = useMessages();
  const { shares, truth } = props;
  const said = mostProbable(shares);
  const isRight = said === truth;
  return (
    <td>
      <strong>{props.nameOf(said)}</strong> <span className="note">{percent(shares[said] ?? 0)}</span>
      {truth !== null && (
        <>
          <span aria-hidden="true" className={isRight ? '' : 'is-wrong'}>
            {isRight ? ' ✓' : ' ✗'}
          </span>
          <span className="visually-hidden"> {isRight ? words.right : words.wrong}</span>
        </>
      )}
    </td>
  );
}
