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
import { useBench } from '../bench';
import { CostFigures, CostFrame, type CostNotes } from './cost-frame';

export function CostTable(props: {
  readonly target: number;
  readonly onTarget: (target: number) => void;
  /** Of the lab, where the networks differ in something else than sharing. */
  readonly notes: CostNotes | undefined;
}) {
  const { experiment } = useBench();
  const { evidence } = useMessages();
  const spec = useStore(experiment, (store) => store.spec);
  const target = percent(props.target);
  return (
    <CostFrame
      title={evidence.cost}
      note={props.notes?.note ?? evidence.sameWork}
      foot={props.notes?.foot}
      control={
        <label className="cost-target">
          <span>{evidence.reachTarget}</span>
          <input
            type="range"
            min={0.15}
            max={0.95}
            step={0.05}
            value={props.target}
            aria-valuetext={target}
            onChange={(event) => props.onTarget(event.currentTarget.valueAsNumber)}
          />
          <output className="number">{target}</output>
        </label>
      }
      columns={[
        evidence.parameters,
        evidence.memory,
        evidence.multiplyAdds,
        evidence.msPerStep,
        `${evidence.reachSteps} ${evidence.reach} ${target}`,
        evidence.reachExamples,
        evidence.finalGap,
      ]}
    >
      {spec?.networks.map((network) => (
        <CostRow key={network.id} network={network} target={props.target} spec={spec} />
      ))}
    </CostFrame>
  );
}

function CostRow(props: {
  readonly network: NetworkSpec;
  readonly target: number;
  readonly spec: ExperimentSpec;
}) {
  const { network, target, spec } = props;
  const { experiment } = useBench();
  const { evidence } = useMessages();
  const cost = networkCost(network);
  const text = useStore(experiment, (store) => {
    const whole = store.networks[network.id];
    // Where a task comes first it is one network: what each takes begins after it.
    const record = whole && spec.lending ? sinceStep(whole, spec.lending.steps) : whole;
    return record ? measuredText(record, target, batchOf(spec), evidence) : '–|–|–|–';
  });
  const figures = [whole(cost.parameters), kilobytes(cost.bytes), work(cost.multiplyAdds, evidence)];
  return <CostFigures network={network.id} figures={[...figures, ...text.split('|')]} />;
}

/** Examples of a step: of new digits no more than there are. */
const batchOf = ({ batch, data }: ExperimentSpec) =>
  data.kind === 'new-digits' ? Math.min(batch, TASK_CLASSES * data.examples) : batch;

/** Multiply-adds: in millions where there are many. */
const work = (multiplyAdds: number, { millions }: Messages['evidence']) =>
  multiplyAdds < 1e5 ? whole(multiplyAdds) : millions(decimal(multiplyAdds / 1e6));

/** The measured cells of a row as one text, so that React renders only when a shown figure changes. */
function measuredText(
  record: NetworkRecord,
  target: number,
  batch: number,
  { notReached, lostAgain }: Messages['evidence'],
): string {
  const reached = stepsToReach(record, target);
  const gap = gapOf(record);
  const { msPerStep, testAccuracy } = measuredFigures(record);
  const held = (testAccuracy ?? 0) >= target;
  return [
    msPerStep === null ? '–' : whole(msPerStep),
    reached === null ? (gap === null ? '–' : notReached) : held ? whole(reached) : lostAgain(whole(reached)),
    reached === null ? '–' : whole(reached * batch),
    gap === null ? '–' : decimal(gap),
  ].join('|');
}
