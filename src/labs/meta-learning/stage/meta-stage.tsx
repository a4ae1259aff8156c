/**
 * The stage: a panel for each network, side by side where there is room and Compare is on, else that of the switch; the
 * tools for the points; what happens in a sentence; and below one outer step, seen from close up, and a question.
 */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { useLiveAnswers } from '../../../lab-page/training/use-live-answers';
import { useWatch } from '../../../lab-page/training/use-watch';
import { useWidth } from '../../../lab-page/use-width';
import { MOST_POINTS, START_IDS } from '../../../spec/start-network';
import { Button } from '../../../ui/button';
import { lazyPart } from '../../../ui/lazy-part';
import { useMessages } from '../../../ui/messages-context';
import { shownPoints } from '../points/shown-points';
import { usePoints } from '../points/use-points';
import { useMetaLearning } from '../use-meta-learning';
import { stateOf } from './adaptations';
import { MetaNarrator } from './meta-narrator';
import { StartPanel } from './start-panel';
import { StepsSlider } from './steps-slider';
import '../../../lab-page/networks/networks.css';
import './meta.css';

const { LaterPart: OuterStep } = lazyPart(() => import('./outer-step').then((module) => module.OuterStep));
// Beside what is looked at first: its code may come last.
const { LaterPart: StartQuestion } = lazyPart(() =>
  import('../evidence/start-question').then((module) => module.StartQuestion),
);
const { Part: StartValues } = lazyPart(() => import('./start-values').then((module) => module.StartValues));
const { Part: PointsTable } = lazyPart(() =>
  import('../points/points-table').then((module) => module.PointsTable),
);

/** Narrower stages show one panel at a time. */
const THREE_PANELS = 780;

export function MetaStage() {
  const bench = useBench();
  const { metaLearningLab: words } = useMessages();
  const sharing = useMetaLearning((state) => state.sharing);
  const compare = useMetaLearning((state) => state.compare);
  const points = usePoints();
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const [table, setTable] = useState(false);
  const [values, setValues] = useState(false);
  const slow = useStore(narrationOf(bench), ({ speed }) => speed === 'slow');
  const all = compare && width >= THREE_PANELS;
  const panels = all ? START_IDS : [sharing];

  useWatch(0, 1);
  useLiveAnswers(() => shownPoints(stateOf(bench)).input);

  return (
    // What slow mode tells comes first, with the picture that shows it.
    <div ref={stage} className={`network-stage ${slow ? 'tells-outer-step' : ''}`}>
      <div className={`network-cards ${all ? 'start-panels' : ''}`}>
        {panels.map((network) => (
          <StartPanel
            key={all ? network : 'alone'}
            network={network}
            chosen={network === sharing}
            points={points}
          />
        ))}
      </div>
      <div className="card points-tools">
        <StepsSlider />
        <div className="points-buttons">
          <Button onClick={points.anotherWave}>{words.anotherWave}</Button>
          <Button onClick={points.add}>{words.add}</Button>
          <Button look="quiet" aria-expanded={table} onClick={() => setTable(!table)}>
            {words.table}
          </Button>
          <Button look="quiet" aria-expanded={values} onClick={() => setValues(!values)}>
            {words.values}
          </Button>
        </div>
        <p className="note">{points.shown.wave ? words.waveHint : words.ownHint}</p>
        <p className="points-refusal" role="status">
          {points.refusal === 'last' && words.refused.last}
          {points.refusal === 'most' && words.refused.most(whole(MOST_POINTS))}
        </p>
        {table && <PointsTable points={points.shown.list} onChange={points.change} />}
        {values && <StartValues networks={panels} shown={points.shown} />}
      </div>
      <MetaNarrator />
      <OuterStep />
      <StartQuestion />
    </div>
  );
}
