/** The stage: the tie map with its kernels and soft sharing, beside them the task and a question; below, a sentence. */
import { lazyPart } from '../../ui/lazy-part';
import { HowMuchNarrator } from './how-much-narrator';
import { MapPanel } from './map/map-panel';
import { SoftCard } from './soft/soft-card';
import { TaskCard } from './task/task-card';
import './how-much.css';

// Beside and below what is looked at first: their code may come last.
const { LaterPart: HowMuchQuestion } = lazyPart(() =>
  import('./how-much-question').then((module) => module.HowMuchQuestion),
);
const { LaterPart: ChosenPosition } = lazyPart(() =>
  import('./chosen-position').then((module) => module.ChosenPosition),
);

export function HowMuchStage() {
  return (
    <div className="how-much-stage">
      <div className="how-much-column">
        <MapPanel />
        <HowMuchNarrator />
        <SoftCard />
      </div>
      <div className="how-much-column">
        <TaskCard />
        <HowMuchQuestion />
        <ChosenPosition />
      </div>
    </div>
  );
}
