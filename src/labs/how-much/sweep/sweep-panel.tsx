/**
 * The sweep of How much to share. The learner starts it and reads on; cells fill in as background workers finish
 * them, the best of each number of examples gets a star, and a press on a cell puts its run on the stage.
 */
import { useRef, useState } from 'react';
import { addWords } from '../../../i18n/catalogue';
import { sweep as ownWords } from '../../../i18n/en/sweep';
import { useMessages } from '../../../ui/messages-context';
import { Segmented } from '../../../ui/segmented';
import { SweepBar, SweepButtons } from './sweep-bar';
import { SweepChoice } from './sweep-choice';
import { SweepCurvesFigure } from './sweep-curves-figure';
import { SweepMapFigure, type SweepMeasure } from './sweep-map-figure';
import { SweepSave } from './sweep-save';
import { findingSentences, sweepOf } from './sweep-words';
import { useSweep } from './use-sweep';
import './sweep.css';

addWords({ sweep: ownWords });

const MEASURES: readonly SweepMeasure[] = ['accuracy', 'gap'];

export function SweepPanel() {
  const { sweep: words } = useMessages();
  const sweep = useSweep();
  const { plan, state } = sweep;
  const [measure, setMeasure] = useState<SweepMeasure>('accuracy');
  const section = useRef<HTMLElement>(null);
  const some = state.figures.size > 0;
  return (
    <section className="sweep" aria-label={words.title} ref={section}>
      <div className="card sweep-card">
        <header className="sweep-header">
          <div>
            <h3>{words.title}</h3>
            <p className="note number">{sweepOf(plan.settings, words)}</p>
          </div>
          <SweepButtons sweep={sweep} />
        </header>
        <SweepBar sweep={sweep} />
        <SweepChoice sweep={sweep} />
        <div className="sweep-measure">
          <Segmented
            legend={words.measures.legend}
            segments={MEASURES.map((value) => ({ value, label: words.measures[value] }))}
            value={measure}
            onChange={setMeasure}
          />
          <span className="note">{words.measureNotes[measure]}</span>
        </div>
        <SweepMapFigure sweep={sweep} measure={measure} />
        <p className="sweep-findings">{findingSentences(plan, state.figures, words).join(' ')}</p>
        {some && <SweepSave sweep={sweep} pictures={section} measure={words.measureNotes[measure]} />}
      </div>
      <SweepCurvesFigure sweep={sweep} />
    </section>
  );
}
