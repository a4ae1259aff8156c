/** The angle between the gradients of both tasks over the recorded steps, of the networks that share a trunk. */
import { useRef } from 'react';
import { addWords } from '../../../i18n/catalogue';
import { multiTaskMore } from '../../../i18n/en/multi-task-more';
import { useBench } from '../../../lab-page/bench';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { useMessages } from '../../../ui/messages-context';
import { createLearningCurves, type LearningCurvesProps } from '../../../views/learning-curves';
import { angleCurves } from './angle-curves';
import { TaskFiguresTable } from './task-figures-table';

addWords({ multiTaskMore });

export function AngleChart() {
  const { experiment } = useBench();
  const messages = useMessages();
  const { multiTaskMore: words } = messages;
  const palette = usePalette();
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const chart = useView<LearningCurvesProps>(
    createLearningCurves,
    () => (width === 0 ? null : angleCurves(experiment.getState(), palette, width, messages)),
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
      <TaskFiguresTable />
    </section>
  );
}
