/** Under two rules: how many held-out digits each network reads right above the line and below it. */
import { useStore } from 'zustand';
import { percent } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { useMessages } from '../../../ui/messages-context';
import { NETWORKS } from '../build-spec';

export function HalvesTable() {
  const { experiment } = useBench();
  const { howMuchLab: words, labPage } = useMessages();
  const surveys = useStore(experiment, (state) => state.surveys);
  const head = words.halvesHead;
  return (
    <table className="halves-table number">
      <caption className="note">{words.halvesNote}</caption>
      <thead>
        <tr>
          <th scope="col">{words.halves}</th>
          <th scope="col">{head.above}</th>
          <th scope="col">{head.below}</th>
        </tr>
      </thead>
      <tbody>
        {NETWORKS.map((id) => {
          const [above = Number.NaN, below = Number.NaN] = surveys[id]?.values ?? [];
          return (
            <tr key={id}>
              <th scope="row" className={id}>
                {labPage.networks[id]}
              </th>
              <td>{percent(above)}</td>
              <td>{percent(below)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
