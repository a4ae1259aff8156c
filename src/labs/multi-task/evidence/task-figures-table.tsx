/** The charts of both tasks for those who want numbers: a table on request, and sentences for those who see no chart. */
import { addWords } from '../../../i18n/catalogue';
import { multiTaskMore } from '../../../i18n/en/multi-task-more';
import { percent, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { useMessages } from '../../../ui/messages-context';
import { networkLook } from '../../../views/network-look';
import { taskFigures, taskSentences } from './task-figures';

addWords({ multiTaskMore });

export function TaskFiguresTable() {
  const { experiment } = useBench();
  const messages = useMessages();
  const { multiTaskMore: words, labPage } = messages;
  useCalmChanges([experiment]);
  const figures = taskFigures(experiment.getState());
  const head = words.valuesHead;
  const share = (value: number | null) => percent(value ?? Number.NaN);
  const degrees = (value: number | undefined) => (value === undefined ? '–' : words.degrees(whole(value)));
  return (
    <>
      <p className="visually-hidden">{taskSentences(figures, messages)}</p>
      <details className="task-figures">
        <summary>{words.values}</summary>
        <div className="by-digit-scroll">
          <table className="number">
            <caption className="note">{words.valuesCaption}</caption>
            <thead>
              <tr>
                {[head.network, head.first, head.other, head.angle, head.least, head.most].map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.map(({ id, first, second, angles }) => (
                <tr key={id}>
                  <th scope="row" className={networkLook[id].tone}>
                    {labPage.networks[id]}
                  </th>
                  <td>{share(first)}</td>
                  <td>{share(second)}</td>
                  <td>{degrees(angles?.now)}</td>
                  <td>{degrees(angles?.least)}</td>
                  <td>{degrees(angles?.most)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
