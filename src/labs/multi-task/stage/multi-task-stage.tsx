/** The stage: the chosen network, beside it the learner's digit and a question; below, what happens in a sentence. */
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { useWatch } from '../../../lab-page/training/use-watch';
import { lazyPart } from '../../../ui/lazy-part';
import { shownUnit } from '../build-spec';
import { DigitCard } from '../digit/digit-card';
import { useMultiTask } from '../use-multi-task';
import { MultiTaskCard } from './multi-task-card';
import { MultiTaskNarrator } from './multi-task-narrator';
import { TrunkValues } from './trunk-values';
import { UnitChooser } from './unit-chooser';
import '../../../lab-page/networks/networks.css';
import './multi-task.css';

// Beside what is looked at first: its code may come last.
const { LaterPart: MultiTaskQuestion } = lazyPart(() =>
  import('../evidence/multi-task-question').then((module) => module.MultiTaskQuestion),
);

export function MultiTaskStage() {
  const bench = useBench();
  useWatch(useMultiTask(shownUnit), 1);
  // What slow mode tells stands above the picture that shows it.
  const slow = useStore(narrationOf(bench), ({ speed }) => speed === 'slow');
  return (
    <div className="multi-task-stage">
      <div className="multi-task-column">
        {slow && <MultiTaskNarrator />}
        <MultiTaskCard />
        <div className="multi-task-foot">
          {!slow && <MultiTaskNarrator />}
          <UnitChooser />
        </div>
        <TrunkValues />
      </div>
      <div className="multi-task-column">
        <DigitCard />
        <MultiTaskQuestion />
      </div>
    </div>
  );
}
