/** What each start costs and what its tasks get for it: one row a network. There is no accuracy to reach. */
import { useStore } from 'zustand';
import { kilobytes, large, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { CostFigures, CostFrame } from '../../../lab-page/evidence/cost-frame';
import { networkCost } from '../../../math/cost';
import { TEST_TASKS } from '../../../math/sine-tasks';
import type { ExperimentSpec, NetworkSpec } from '../../../spec/experiment-spec';
import type { StartId } from '../../../spec/start-network';
import { measuredFigures } from '../../../store/figures';
import { useMessages } from '../../../ui/messages-context';
import { leastBefore } from './least-before';
import { errorAt, surveyedErrors } from './surveyed-errors';

const COLUMNS = ['parameters', 'memory', 'multiplyAdds', 'points', 'ms', 'before', 'after'] as const;

export function StartCosts() {
  const { experiment } = useBench();
  const { metaLearningMore: words } = useMessages();
  const spec = useStore(experiment, (state) => state.spec);
  const least = useStore(experiment, (state) => {
    const measured = surveyedErrors(state.surveys.pretrained);
    if (!measured || !state.spec) return '';
    return words.least(large(errorAt(measured, 0)), whole(TEST_TASKS), large(leastBefore(state.spec.seed)));
  });
  return (
    <CostFrame
      title={words.cost}
      note={words.costNote}
      foot={
        spec ? `${words.seen(pointsOf(spec, 'reptile'), pointsOf(spec, 'pretrained'))} ${least}` : undefined
      }
      columns={COLUMNS.map((column) => words.columns[column])}
    >
      {spec?.networks.map((network) => (
        <Row key={network.id} network={network} spec={spec} />
      ))}
    </CostFrame>
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
  const cost = networkCost(network);
  const text = useStore(experiment, ({ networks, surveys }) => {
    const { msPerStep, testError } = measuredFigures(networks[network.id]);
    const surveyed = surveyedErrors(surveys[network.id]);
    const known = (value: number | null | undefined) => (value == null ? '–' : large(value));
    return [known(msPerStep), known(surveyed && errorAt(surveyed, 0)), known(testError)].join('|');
  });
  const figures = [
    whole(cost.parameters),
    kilobytes(cost.bytes),
    whole(cost.multiplyAdds),
    whole(pointsOfStep(network, spec)),
  ];
  return <CostFigures network={network.id} figures={[...figures, ...text.split('|')]} />;
}
