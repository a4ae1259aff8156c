/** How many held-out digits of each kind the second task gets right, network by network. */
import { useStore } from 'zustand';
import { addWords } from '../../../i18n/catalogue';
import { multiTaskMore } from '../../../i18n/en/multi-task-more';
import { percent } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { multiTaskIds, TASK_CLASSES, TASK_SURVEY_WIDTH } from '../../../spec/multi-task-network';
import { useMessages } from '../../../ui/messages-context';
import { networkLook } from '../../../views/network-look';

addWords({ multiTaskMore });

const DIGITS = Array.from({ length: TASK_CLASSES[0] }, (_, digit) => digit);

export function DigitTable() {
  const { experiment } = useBench();
  const { multiTaskMore: words, labPage } = useMessages();
  const surveys = useStore(experiment, (state) => state.surveys);
  return (
    <section className="card by-digit" aria-label={words.byDigit}>
      <h3>{words.byDigit}</h3>
      <div className="by-digit-scroll">
        <table className="number">
          <caption className="note">{words.byDigitNote}</caption>
          <thead>
            <tr>
              <th scope="col">{words.digit}</th>
              {DIGITS.map((digit) => (
                <th key={digit} scope="col">
                  {digit}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {multiTaskIds.map((id) => (
              <tr key={id}>
                <th scope="row" className={networkLook[id].tone}>
                  {labPage.networks[id]}
                </th>
                {DIGITS.map((digit) => (
                  <td key={digit}>{percent(surveys[id]?.values[digit * TASK_SURVEY_WIDTH] ?? Number.NaN)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
