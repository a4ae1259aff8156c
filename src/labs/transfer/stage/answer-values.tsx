/** The probabilities that each network gives the five digits of the task, as a table on request. */
import { useStore } from 'zustand';
import { percent } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { FIRST_NEW_DIGIT, TASK_CLASSES, TRANSFER_NETWORKS } from '../../../spec/transfer-network';
import { useMessages } from '../../../ui/messages-context';
import type { Sample, Task } from '../sample-picture';
import { answerTo } from './answer-to';

const classes = Array.from({ length: TASK_CLASSES }, (_, label) => label);

export function AnswerValues({ task, sample }: { readonly task: Task; readonly sample: Sample }) {
  const { experiment } = useBench();
  const { transferLab: words, labPage } = useMessages();
  const prediction = useStore(experiment, (state) => state.prediction);
  const known = TRANSFER_NETWORKS.flatMap((id) => {
    const answer = answerTo(prediction, id, task, sample.pixels);
    return answer ? [{ id, answer }] : [];
  });
  // In the old task all of them are one network.
  const rows = task === 'old' ? known.slice(0, 1) : known;
  if (rows.length === 0) return null;
  return (
    <details className="transfer-values">
      <summary>{words.values.answers}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className="values-scroll" tabIndex={0} aria-label={words.values.answers}>
        <table className="value-table number">
          <caption className="note">{words.values.answersCaption}</caption>
          <thead>
            <tr>
              <td />
              {classes.map((label) => (
                <th key={label} scope="col">
                  {(task === 'new' ? FIRST_NEW_DIGIT : 0) + label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, answer }) => (
              <tr key={id}>
                <th scope="row">{task === 'old' ? words.oldNetwork : labPage.networks[id]}</th>
                {classes.map((label) => (
                  <td key={label}>{percent(answer[label] ?? Number.NaN, 1)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
