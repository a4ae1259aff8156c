/** The angle between the gradients of both tasks over the recorded steps, of the networks that share a trunk. */
import { useRef } from 'react';
import { addWords } from '../../../i18n/catalogue';
import { multiTaskMore } from '../../../i18n/en/multi-task-more';
import { whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { useMessages } from '../../../ui/messages-context';
import { createLearningCurves, type LearningCurvesProps } from '../../../views/learning-curves';
import { networkLook } from '../../../views/network-look';
import { angleCurve } from './angle-curve';

addWords({ multiTaskMore });

const HEIGHT = 150;
/** "hard 123°" and the name of the right angle */
const LABEL_CHARACTERS = 22;
const TICKS = [0, 90, 180];
const shown = ['soft', 'hard'] as const;

export function AngleChart() {
  const { experiment } = useBench();
  const { multiTaskMore: words, labPage } = useMessages();
  const palette = usePalette();
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const chart = useView<LearningCurvesProps>(
    createLearningCurves,
    () => {
      if (width === 0) return null;
      const state = experiment.getState();
      return {
        ...{ domain: [0, 180], scale: 'linear', ticks: TICKS, tickText: (value) => `${value}°` },
        threshold: null,
        ...{ labelCharacters: width < 500 ? 0 : LABEL_CHARACTERS, palette, width, height: HEIGHT },
        steps: Math.max(state.spec?.steps ?? 1, state.step),
        series: shown.flatMap((id) => {
          const points = angleCurve(state.frames, id);
          const last = points.at(-1);
          const { tone, line } = networkLook[id];
          return last
            ? [
                {
                  ...{ id, points, line, color: palette[tone] },
                  label: `${labPage.networksInText[id]} ${whole(last.value)}°`,
                },
              ]
            : [];
        }),
        marker: state.scrub === null ? null : (state.frames[state.scrub]?.step ?? null),
      };
    },
    [experiment],
    () => {
      const { frames, scrub, spec } = experiment.getState();
      return [palette, width, frames, scrub, spec];
    },
  );
  return (
    <section className="card angle-card" aria-label={words.angleChart}>
      <figure className="evidence-chart" ref={frame}>
        <figcaption>
          <h3>{words.angleChart}</h3>
          <span className="note">{words.angleNote}</span>
        </figcaption>
        <div ref={chart} />
      </figure>
      <p className="note">{words.angleWarning}</p>
    </section>
  );
}
