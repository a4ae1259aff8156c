/** The errors behind the curves of the panels, one row for each number of steps; the points have a table of their own. */
import { large, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { MOST_ADAPTING } from '../../../math/start-adaptation';
import type { StartId } from '../../../spec/start-network';
import { useMessages } from '../../../ui/messages-context';
import type { ShownPoints } from '../points/shown-points';
import { adaptationOf, errorAfter, isAbout } from './adaptations';

const rows = Array.from({ length: MOST_ADAPTING + 1 }, (_, steps) => steps);

export function StartValues(props: { readonly networks: readonly StartId[]; readonly shown: ShownPoints }) {
  const { networks, shown } = props;
  const bench = useBench();
  const { metaLearningLab: words, labPage } = useMessages();
  useCalmChanges([bench.experiment, bench.lab]);
  const columns = networks.map((id) => {
    const adaptation = adaptationOf(bench, id);
    return { id, adaptation: adaptation && isAbout(adaptation, shown) ? adaptation : null };
  });
  return (
    <div className="start-values">
      <table className="number">
        <caption className="note">{words.valuesCaption[shown.wave ? 'wave' : 'points']}</caption>
        <thead>
          <tr>
            <th scope="col">{words.valuesSteps}</th>
            {columns.map(({ id, adaptation }) => (
              <th key={id} scope="col">
                {words.valuesStart(labPage.networks[id], adaptation ? whole(adaptation.step) : '–')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((steps) => (
            <tr key={steps}>
              <th scope="row">{whole(steps)}</th>
              {columns.map(({ id, adaptation }) => (
                <td key={id}>{adaptation ? large(errorAfter(adaptation, shown, steps).error) : '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
