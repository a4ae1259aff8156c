/** The angle chart of a moment: degrees over steps, of the networks that share a trunk. */
import { whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import type { ExperimentState } from '../../../store/experiment-state';
import type { LearningCurvesProps } from '../../../views/learning-curves';
import { networkLook } from '../../../views/network-look';
import type { Palette } from '../../../views/palette';
import { angleCurve } from './angle-curve';

const HEIGHT = 150;
/** "hard 123°" */
const LABEL_CHARACTERS = 9;
const TICKS = [0, 90, 180];
const shown = ['soft', 'hard'] as const;

export function angleCurves(
  { frames, scrub, spec, step }: Pick<ExperimentState, 'frames' | 'scrub' | 'spec' | 'step'>,
  palette: Palette,
  width: number,
  { labPage }: Pick<Messages, 'labPage'>,
): LearningCurvesProps {
  return {
    ...{ domain: [0, 180], scale: 'linear', ticks: TICKS, tickText: (value) => `${value}°` },
    threshold: null,
    ...{ labelCharacters: LABEL_CHARACTERS, palette, width, height: HEIGHT },
    steps: Math.max(spec?.steps ?? 1, step),
    series: shown.flatMap((id) => {
      const points = angleCurve(frames, id);
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
    marker: scrub === null ? null : (frames[scrub]?.step ?? null),
  };
}
