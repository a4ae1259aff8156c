/** The three charts of the evidence strip: held-out accuracy, training accuracy with the gap, loss. */
import { type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { decimal, large, percent, whole } from '../../i18n/format';
import type { Messages } from '../../i18n/messages';
import type { NetworkId, NetworkSpec } from '../../spec/experiment-spec';
import { NETWORK_IDS } from '../../spec/network-id';
import type { ExperimentState } from '../../store/experiment-state';
import { measuredFigures } from '../../store/figures';
import type { NetworkRecord } from '../../store/network-record';
import { useMessages } from '../../ui/messages-context';
import type { Level } from '../../views/curve-plot';
import {
  type CurveSeries,
  createLearningCurves,
  type LearningCurvesProps,
} from '../../views/learning-curves';
import { networkLook } from '../../views/network-look';
import type { Palette } from '../../views/palette';
import { useBench } from '../bench';
import { usePalette } from '../use-palette';
import { useView } from '../use-view';
import { useWidth } from '../use-width';
import { accuracyPoints, lossPoints, otherTaskPoints, rangeOf } from './curve-data';
import { seriesInTurn } from './series-in-turn';
import { thingsOf } from './things';

const HEIGHT = 190;
/** "independent 12.34" */
const LABEL_CHARACTERS = 17;

export const styleOf = (network: NetworkId, palette: Palette) => {
  const { tone, line } = networkLook[network];
  return { color: palette[tone], line };
};

/** `name`: of the network, or of the one that all are at first. */
type SeriesOf = (network: NetworkId, record: NetworkRecord, palette: Palette, name: string) => CurveSeries;

export function Chart(props: {
  readonly title: string;
  readonly note: ReactNode;
  readonly shape: Pick<
    LearningCurvesProps,
    'domain' | 'scale' | 'ticks' | 'tickText' | 'threshold' | 'guess'
  >;
  readonly seriesOf: SeriesOf;
  /** What of a record the curves are made of: nothing is drawn again while it is the same. */
  readonly madeOf: (record: NetworkRecord) => unknown;
}) {
  const { experiment } = useBench();
  const { evidence, labPage } = useMessages();
  const palette = usePalette();
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const { shape, seriesOf } = props;
  const recordsOf = (state: ExperimentState) =>
    NETWORK_IDS.map((network) => [network, state.networks[network]] as const);
  const chart = useView(
    createLearningCurves,
    () => {
      if (width === 0) return null;
      const state = experiment.getState();
      const split = splitOf(state, evidence);
      const known = recordsOf(state).flatMap(([network, record]) =>
        record ? [[network, record] as const] : [],
      );
      const series = seriesInTurn(known, split?.step ?? null, (network, record, first) =>
        first
          ? { ...seriesOf(network, record, palette, evidence.oneNetwork), color: palette.ink, line: 'solid' }
          : seriesOf(network, record, palette, labPage.networksInText[network]),
      );
      return {
        ...shape,
        labelCharacters: LABEL_CHARACTERS,
        palette,
        width,
        height: HEIGHT,
        steps: lastStep(state),
        split,
        series,
        marker: markerOf(state),
      };
    },
    [experiment],
    () => {
      const state = experiment.getState();
      const records = recordsOf(state).map(([, record]) => record && props.madeOf(record));
      return [
        palette,
        width,
        shape.threshold?.value,
        shape.guess?.label,
        lastStep(state),
        markerOf(state),
        ...records,
      ];
    },
  );
  return (
    <figure className="evidence-chart" ref={frame}>
      <figcaption>
        <h3>{props.title}</h3>
        <span className="note">{props.note}</span>
      </figcaption>
      <div ref={chart} />
    </figure>
  );
}

/** What the loss is a mean of. */
function lossOf(network: NetworkSpec | undefined): keyof Messages['evidence']['lossHint'] {
  if (network?.kind === 'layered') return network.loss;
  return network?.kind === 'start' ? 'squared-error' : 'cross-entropy';
}

/** Where the experiment has a task that comes first: the step after which the other begins. */
const splitOf = ({ spec }: ExperimentState, { tasks }: Messages['evidence']) =>
  spec?.lending ? { step: spec.lending.steps, ...tasks } : null;

const lastStep = (state: ExperimentState) => Math.max(state.spec?.steps ?? 1, state.step);
const markerOf = (state: ExperimentState) =>
  state.scrub === null ? null : (state.frames[state.scrub]?.step ?? null);

const accuracyShape = {
  domain: [0, 1],
  scale: 'linear',
  ticks: [0, 0.5, 1],
  tickText: (value: number) => decimal(value, 1),
} as const;

/** What an example of this experiment is called. */
function useThings(): ReturnType<typeof thingsOf> {
  const { experiment } = useBench();
  const { evidence } = useMessages();
  return useStore(experiment, ({ spec }) => thingsOf(spec, evidence));
}

/** On how many examples the points were measured, for the line under a title: at pauses it is more than between. */
function useMeasured(set: 'test' | 'train'): string | null {
  const { experiment } = useBench();
  const { evidence } = useMessages();
  return useStore(experiment, ({ networks, spec }) => {
    const range = rangeOf(networks, set);
    if (!range) return null;
    const things = thingsOf(spec, evidence)[set];
    return evidence.measured(whole(range.least), whole(range.most), things);
  });
}

export function AccuracyCurves({ target, guess }: { readonly target: number; readonly guess: Level | null }) {
  const { evidence } = useMessages();
  const measured = useMeasured('test');
  return (
    <Chart
      title={evidence.heldOut(useThings().unseen)}
      note={measured ?? evidence.notYet}
      shape={{
        ...accuracyShape,
        threshold: { value: target, label: evidence.target(percent(target)) },
        guess,
      }}
      madeOf={(record) => record.evaluations}
      seriesOf={(network, record, palette, name) => {
        const points = accuracyPoints(record.evaluations, 'test');
        return {
          id: network,
          label: `${name} ${decimal(points.at(-1)?.value ?? Number.NaN)}`,
          ...styleOf(network, palette),
          points,
        };
      }}
    />
  );
}

/** Another task that is asked of the same examples, from 1: its accuracy on held-out ones. */
export function OtherTaskCurves({ task, title }: { readonly task: number; readonly title: string }) {
  const { evidence } = useMessages();
  const measured = useMeasured('test');
  return (
    <Chart
      title={title}
      note={measured ?? evidence.notYet}
      shape={{ ...accuracyShape, threshold: null }}
      madeOf={(record) => record.evaluations}
      seriesOf={(network, record, palette, name) => {
        const points = otherTaskPoints(record.evaluations, task);
        return {
          id: network,
          label: `${name} ${decimal(points.at(-1)?.value ?? Number.NaN)}`,
          ...styleOf(network, palette),
          points,
        };
      }}
    />
  );
}

export function TrainingCurves() {
  const { evidence } = useMessages();
  const measured = useMeasured('train');
  const things = useThings();
  return (
    <Chart
      title={evidence.training(things.train)}
      note={measured ? `${measured}, ${evidence.gapShaded}` : evidence.gapHint(things.unseen)}
      shape={{ ...accuracyShape, threshold: null }}
      madeOf={(record) => record.evaluations}
      seriesOf={(network, record, palette, name) => {
        const points = accuracyPoints(record.evaluations, 'train');
        const partner = accuracyPoints(record.evaluations, 'test');
        const gap = (points.at(-1)?.value ?? Number.NaN) - (partner.at(-1)?.value ?? Number.NaN);
        return {
          id: network,
          label: `${name} ${decimal(points.at(-1)?.value ?? Number.NaN)}`,
          gapLabel: evidence.gap(decimal(gap)),
          ...styleOf(network, palette),
          points,
          partner,
        };
      }}
    />
  );
}

export function LossCurves({ note }: { readonly note?: string }) {
  const { evidence } = useMessages();
  const { experiment } = useBench();
  const loss = useStore(experiment, ({ spec }) => {
    const [network] = spec?.networks ?? [];
    return lossOf(network);
  });
  return (
    <Chart
      title={evidence.loss}
      note={note ?? evidence.lossHint[loss]}
      shape={{
        domain: [0.01, 10],
        scale: 'log',
        ticks: [0.01, 0.1, 1, 10],
        tickText: String,
        threshold: null,
      }}
      madeOf={(record) => record.losses}
      seriesOf={(network, record, palette, name) => {
        const points = lossPoints(record.losses);
        return {
          id: network,
          label: `${name} ${large(measuredFigures(record).loss ?? Number.NaN)}`,
          ...styleOf(network, palette),
          points,
        };
      }}
    />
  );
}
