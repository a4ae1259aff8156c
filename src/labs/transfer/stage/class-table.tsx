/** Which digits of the task at hand each network reads: the survey of up to 100 held-out ones of each. */
import { useStore } from 'zustand';
import { percent, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { FIRST_NEW_DIGIT, TASK_CLASSES, TRANSFER_NETWORKS } from '../../../spec/transfer-network';
import { useMessages } from '../../../ui/messages-context';
import { taskAt } from './trunks';

const classes = Array.from({ length: TASK_CLASSES }, (_, label) => label);

export function ClassTable() {
  const { experiment } = useBench();
  // Surveys are of now, wherever the scrubber stands.
  const task = useStore(experiment, ({ step }) => taskAt(step));
  const { transferLab: words, labPage, training } = useMessages();
  const surveys = useStore(experiment, (state) => state.surveys);
  // Looked back at another step, a table that stays names its own.
  const at = useStore(experiment, ({ scrub, step }) => (scrub === null ? null : step));
  const title = at === null ? words.byClass : `${words.byClass} · ${training.atStep(whole(at))}`;
  const first = task === 'new' ? FIRST_NEW_DIGIT : 0;
  // What was measured in the other task is of other digits.
  const known = TRANSFER_NETWORKS.flatMap((id) => {
    const survey = surveys[id];
    return survey && taskAt(survey.since) === task && taskAt(survey.step) === task
      ? [{ id, values: survey.values }]
      : [];
  });
  const rows =
    task === 'old'
      ? known.slice(0, 1).map((row) => ({ ...row, name: words.oldNetwork }))
      : known.map((row) => ({ ...row, name: labPage.networks[row.id] }));
  if (rows.length === 0) return null;
  return (
    <section className="card class-card" aria-label={words.byClass}>
      <table className="value-table class-table number">
        <caption className="note">{title}</caption>
        <thead>
          <tr>
            <td />
            {classes.map((label) => (
              <th key={label} scope="col">
                {first + label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, values }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {classes.map((label) => (
                <td key={label}>{percent(values[label] ?? Number.NaN)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
