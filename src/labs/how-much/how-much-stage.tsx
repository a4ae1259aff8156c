/** The stage: the tie map with its kernels, beside it the task and soft sharing; below them what happens in a sentence. */
import { HowMuchNarrator } from './how-much-narrator';
import { MapPanel } from './map/map-panel';
import { SoftCard } from './soft/soft-card';
import { TaskCard } from './task/task-card';
import './how-much.css';

export function HowMuchStage() {
  return (
    <div className="how-much-stage">
      <MapPanel />
      <div className="how-much-beside">
        <TaskCard />
        <SoftCard />
      </div>
      <HowMuchNarrator />
    </div>
  );
}
