/** What each start costs and what its tasks get for it: one row a network. There is no accuracy to reach. */
import { useStore } from 'zustand';
import { kilobytes, large, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { networkCost } from '../../../math/cost';
import type { ExperimentSpec, NetworkSpec } from '../../../spec/experiment-spec';
import type { StartId } from '../../../spec/start-network';
import { measuredFigures } from '../../../store/figures';
import { useMessages } from '../../../ui/messages-context';
import { networkLook } from '../../../views/network-look';
import { errorAt, surveyedErrors } from './surveyed-errors';

const COLUMNS = ['parameters', 'memory', 'multiplyAdds', 'points', 'ms', 'before', 'after'] as const;

export function StartCosts() {
  const { experiment } = useBench();
  const { metaLearningMore: words, evidence } = useMessages();
  const spec = useStore(experiment, (state) => state.spec);
  return (
    <div className="cost">
      <div className="cost-header">
        <h3>{words.cost}</h3>
        <span className="note">{words.costNote}</span>
      </div>
      <div className="cost-scroll">
        <table className="number">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{evidence.network}</span>
              </th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spec?.networks.map((network) => (
              <Row key={network.id} network={network} spec={spec} />
            ))}
          </tbody>
        </table>
      </div>
      {spec && <p className="note">{words.seen(pointsOf(spec, 'reptile'), pointsOf(spec, 'pretrained'))}</p>}
    </div>
  );
}

/** Points that one outer step trains on. */
export function pointsOfStep(network: NetworkSpec, { batch, data }: ExperimentSpec): number {
  if (network.kind !== 'start' || network.rule === 'none') return 0;
  return network.rule === 'joint' ? batch : network.tasks * network.innerSteps * data.examples;
}

function pointsOf(spec: ExperimentSpec, id: StartId): string {
  const network = spec.networks.find((each) => each.id === id);
  return whole(network ? pointsOfStep(network, spec) : 0);
}

function Row({ network, spec }: { readonly network: NetworkSpec; readonly spec: ExperimentSpec }) {
  const { experiment } = useBench();
  const { labPage } = useMessages();
  const cost = networkCost(network);
  const text = useStore(experiment, ({ networks, surveys }) => {
    const { msPerStep, testError } = measuredFigures(networks[network.id]);
    const surveyed = surveyedErrors(surveys[network.id]);
    const known = (value: number | null | undefined) => (value == null ? '–' : large(value));
    return [known(msPerStep), known(surveyed && errorAt(surveyed, 0)), known(testError)].join('|');
  });
  const [ms, before, after] = text.split('|');
  return (
    <tr>
      <th scope="row" className={networkLook[network.id].tone}>
        {labPage.networksInText[network.id]}
      </th>
      <td>{whole(cost.parameters)}</td>
      <td>{kilobytes(cost.bytes)}</td>
      <td>{whole(cost.multiplyAdds)}</td>
      <td>{whole(pointsOfStep(network, spec))}</td>
      <td>{ms}</td>
      <td>{before}</td>
      <td>{after}</td>
    </tr>
  );
}
