/** The stage: the tie map with its kernels and soft sharing, beside them the task and a question; below, a sentence. */
import { useStore } from 'zustand';
import { useBench } from '../../lab-page/bench';
import { narrationOf } from '../../lab-page/training/narration';
import { lazyPart } from '../../ui/lazy-part';
import { HowMuchNarrator } from './how-much-narrator';
import { MapPanel } from './map/map-panel';
import { TaskCard } from './task/task-card';
import './how-much.css';

// Beside and below what is looked at first: their code may come last.
const { LaterPart: HowMuchQuestion } = lazyPart(() =>
  import('./how-much-question').then((module) => module.HowMuchQuestion),
);
const { LaterPart: SoftCard } = lazyPart(() => import('./soft/soft-card').then((module) => module.SoftCard));
const { LaterPart: ChosenPosition } = lazyPart(() =>
  import('./chosen-position').then((module) => module.ChosenPosition),
);

export function HowMuchStage() {
  const bench = useBench();
  // What slow mode tells stands above the picture that shows it.
  const slow = useStore(narrationOf(bench), ({ speed }) => speed === 'slow');
  return (
    <div className="how-much-stage">
      <div className="how-much-column">
        {slow && <HowMuchNarrator />}
        <MapPanel />
        {!slow && <HowMuchNarrator />}
        <div className="how-much-soft">
          <SoftCard />
        </div>
      </div>
      <div className="how-much-column">
        <TaskCard />
        <HowMuchQuestion />
        <ChosenPosition />
      </div>
    </div>
  );
}
