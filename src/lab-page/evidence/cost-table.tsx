/** What each network costs and what it took to reach a chosen held-out accuracy: one row a network. */
import { useStore } from 'zustand';
import { decimal, kilobytes, percent, whole } from '../../i18n/format';
import type { Messages } from '../../i18n/messages';
import { networkCost } from '../../math/cost';
import type { ExperimentSpec, NetworkSpec } from '../../spec/experiment-spec';
import { TASK_CLASSES } from '../../spec/transfer-network';
import { measuredFigures } from '../../store/figures';
import { gapOf, type NetworkRecord, sinceStep, stepsToReach } from '../../store/network-record';
import { useMessages } from '../../ui/messages-context';
import { networkLook } from '../../views/network-look';
import { useBench } from '../bench';

export function CostTable(props: { readonly target: number; readonly onTarget: (target: number) => void }) {
  const { experiment } = useBench();
  const { evidence } = useMessages();
  const spec = useStore(experiment, (store) => store.spec);
  return (
    <div className="cost">
      <div className="cost-header">
        <h3>{evidence.cost}</h3>
        <span className="note">{evidence.sameWork}</span>
        <label className="cost-target">
          <span>{evidence.reachTarget}</span>
          <input
            type="range"
            min={0.15}
            max={0.95}
            step={0.05}
            value={props.target}
            aria-valuetext={percent(props.target)}
            onChange={(event) => props.onTarget(event.currentTarget.valueAsNumber)}
          />
          <output className="number">{percent(props.target)}</output>
        </label>
      </div>
      <div className="cost-scroll">
        <table className="number">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{evidence.network}</span>
              </th>
              <th scope="col">{evidence.parameters}</th>
              <th scope="col">{evidence.memory}</th>
              <th scope="col">{evidence.multiplyAdds}</th>
              <th scope="col">{evidence.msPerStep}</th>
              <th scope="col">
                {evidence.reachSteps} {evidence.reach} {percent(props.target)}
              </th>
              <th scope="col">{evidence.reachExamples}</th>
              <th scope="col">{evidence.finalGap}</th>
            </tr>
          </thead>
          <tbody>
            {spec?.networks.map((network) => (
              <CostRow key={network.id} network={network} target={props.target} spec={spec} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function CostRow(props: {
  readonly network: NetworkSpec;
  readonly target: number;
  readonly spec: ExperimentSpec;
}) {
  const { network, target, spec } = props;
  const { experiment } = useBench();
  const { evidence, labPage } = useMessages();
  const cost = networkCost(network);
  const text = useStore(experiment, (store) => {
    const whole = store.networks[network.id];
    // Where a task comes first it is one network: what each takes begins after it.
    const record = whole && spec.lending ? sinceStep(whole, spec.lending.steps) : whole;
    return record ? measuredText(record, target, batchOf(spec), evidence.notReached) : '–|–|–|–';
  });
  const [speed, steps, examples, gap] = text.split('|');
  return (
    <tr>
      <th scope="row" className={networkLook[network.id].tone}>
        {labPage.networksInText[network.id]}
      </th>
      <td>{whole(cost.parameters)}</td>
      <td>{kilobytes(cost.bytes)}</td>
      <td>{work(cost.multiplyAdds, evidence)}</td>
      <td>{speed}</td>
      <td>{steps}</td>
      <td>{examples}</td>
      <td>{gap}</td>
    </tr>
  );
}

/** Examples of a step: of new digits no more than there are. */
const batchOf = ({ batch, data }: ExperimentSpec) =>
  data.kind === 'new-digits' ? Math.min(batch, TASK_CLASSES * data.examples) : batch;

/** Multiply-adds: in millions where there are many. */
const work = (multiplyAdds: number, { millions }: Messages['evidence']) =>
  multiplyAdds < 1e5 ? whole(multiplyAdds) : millions(decimal(multiplyAdds / 1e6));

/** The measured cells of a row as one text, so that React renders only when a shown figure changes. */
function measuredText(record: NetworkRecord, target: number, batch: number, notReached: string): string {
  const reached = stepsToReach(record, target);
  const gap = gapOf(record);
  const { msPerStep } = measuredFigures(record);
  return [
    msPerStep === null ? '–' : whole(msPerStep),
    reached === null ? (gap === null ? '–' : notReached) : whole(reached),
    reached === null ? '–' : whole(reached * batch),
    gap === null ? '–' : decimal(gap),
  ].join('|');
}
