/** Two charts: the error after five steps along the run, and the error while a start adapts, of every network. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import { large, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { Chart, styleOf } from '../../../lab-page/evidence/curves';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { TEST_TASKS } from '../../../math/sine-tasks';
import { MOST_ADAPTING, SURVEYED_STEPS } from '../../../math/start-adaptation';
import { START_IDS } from '../../../spec/start-network';
import { errorOf } from '../../../store/network-record';
import { useMessages } from '../../../ui/messages-context';
import { createLearningCurves, type LearningCurvesProps } from '../../../views/learning-curves';
import { surveyedErrors } from './surveyed-errors';

const HEIGHT = 190;
/** "pretrained 12.34" */
const LABEL_CHARACTERS = 17;

const shape = {
  domain: [0.1, 10],
  scale: 'log',
  ticks: [0.1, 1, 10],
  tickText: String,
  threshold: null,
} as const;

export function FewStepsCurves() {
  const { metaLearningMore: words, labPage } = useMessages();
  return (
    <Chart
      title={words.errorTitle}
      note={words.errorNote(whole(TEST_TASKS))}
      shape={shape}
      madeOf={(record) => record.evaluations}
      seriesOf={(network, { evaluations }, palette) => {
        // Where steps run away there is no error to draw.
        const points = evaluations.flatMap(({ step, test }) => {
          const value = errorOf(test);
          return value === null ? [] : [{ step, value }];
        });
        const last = points.at(-1)?.value ?? Number.NaN;
        return {
          id: network,
          label: `${labPage.networksInText[network]} ${large(last)}`,
          ...styleOf(network, palette),
          points,
        };
      }}
    />
  );
}

export function AdaptingCurves() {
  const { experiment } = useBench();
  const { metaLearningMore: words, labPage } = useMessages();
  const palette = usePalette();
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const points = useStore(experiment, ({ spec }) => spec?.data.examples ?? 0);
  const told = useStore(experiment, ({ surveys }) =>
    START_IDS.flatMap((id) => {
      const measured = surveyedErrors(surveys[id]);
      if (!measured) return [];
      const points = SURVEYED_STEPS.map((steps, at) =>
        words.adaptPoint(whole(steps), large(measured.errors[at] ?? Number.NaN)),
      );
      return [words.adaptSummary(labPage.networks[id], points.join(', '))];
    }).join(' '),
  );
  const chart = useView<LearningCurvesProps>(
    createLearningCurves,
    () => {
      if (width === 0) return null;
      const { surveys } = experiment.getState();
      return {
        ...shape,
        palette,
        width,
        height: HEIGHT,
        steps: MOST_ADAPTING,
        labelCharacters: LABEL_CHARACTERS,
        marker: null,
        series: START_IDS.flatMap((id) => {
          const errors = surveyedErrors(surveys[id])?.errors ?? [];
          const points = SURVEYED_STEPS.map((step, at) => ({ step, value: errors[at] ?? Number.NaN })).filter(
            ({ value }) => Number.isFinite(value),
          );
          if (points.length === 0) return [];
          const label = `${labPage.networksInText[id]} ${large(points.at(-1)?.value ?? Number.NaN)}`;
          return [{ id, label, ...styleOf(id, palette), points }];
        }),
      };
    },
    [experiment],
    () => [palette, width, ...START_IDS.map((id) => surveyedErrors(experiment.getState().surveys[id]))],
  );
  return (
    <figure className="evidence-chart" ref={frame}>
      <figcaption>
        <h3>{words.adaptTitle}</h3>
        <span className="note">
          {told ? words.adaptNote(whole(TEST_TASKS), whole(points), whole(MOST_ADAPTING)) : words.adaptNotYet}
        </span>
        <span className="visually-hidden">{told}</span>
      </figcaption>
      <div ref={chart} />
    </figure>
  );
}
