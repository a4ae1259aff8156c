/** The size of the residuals over the recorded steps. */
import { useRef } from 'react';
import { percent } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { useMessages } from '../../../ui/messages-context';
import { createLearningCurves, type LearningCurvesProps } from '../../../views/learning-curves';
import { residualCurve } from './residual-sizes';

const HEIGHT = 110;
/** "residuals 100 %" */
const LABEL_CHARACTERS = 15;
/** Where the scale may end. */
const TOPS = [0.04, 0.1, 0.2, 0.5, 1];

export function ResidualChart() {
  const { experiment } = useBench();
  const { howMuchLab: words } = useMessages();
  const palette = usePalette();
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const chart = useView<LearningCurvesProps>(
    createLearningCurves,
    () => {
      if (width === 0) return null;
      const state = experiment.getState();
      const points = residualCurve(state);
      const newest = points.at(-1);
      const largest = Math.max(0, ...points.map(({ value }) => value));
      const top = TOPS.find((value) => value >= largest) ?? Math.ceil(largest);
      return {
        domain: [0, top],
        scale: 'linear',
        ticks: [0, top / 2, top],
        tickText: (value) => percent(value),
        threshold: null,
        labelCharacters: LABEL_CHARACTERS,
        palette,
        width,
        height: HEIGHT,
        steps: Math.max(state.spec?.steps ?? 1, state.step),
        series: newest
          ? [
              {
                ...{ id: 'residuals', label: words.residualLabel(percent(newest.value)) },
                ...{ color: palette.ink, line: 'solid' as const, points },
              },
            ]
          : [],
        marker: state.scrub === null ? null : (state.frames[state.scrub]?.step ?? null),
      };
    },
    [experiment],
    () => {
      const { frames, scrub, step, spec } = experiment.getState();
      return [palette, width, frames, scrub, spec, frames.length === 0 ? 0 : step];
    },
  );
  return (
    <figure className="residual-chart" ref={frame}>
      <figcaption className="note">{words.residualChart}</figcaption>
      <div ref={chart} />
    </figure>
  );
}
