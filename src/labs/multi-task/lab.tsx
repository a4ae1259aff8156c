/** The multi-task lab: a digit, two tasks, one trunk or two. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { addWords } from '../../i18n/catalogue';
import { multiTaskLab as words } from '../../i18n/en/multi-task-lab';
import { whole } from '../../i18n/format';
import { useBench } from '../../lab-page/bench';
import { BenchLine } from '../../lab-page/bench-line';
import { LabPage } from '../../lab-page/lab-page';
import { MarkedText } from '../../lab-page/marked-text';
import { SharingSwitch } from '../../lab-page/sharing-switch';
import { useTrainingTransport } from '../../lab-page/training/use-training-transport';
import { multiTaskIds } from '../../spec/multi-task-network';
import { lazyPart } from '../../ui/lazy-part';
import { useMessages } from '../../ui/messages-context';
import type { LabModule } from '../lab-module';
import { benchOf, buildSpec } from './build-spec';
import { clearOwnDigit } from './digit/own-digit';
import { outcomeOf } from './evidence/sharing-outcome';
import { LabelsChoice } from './labels-choice';
import { type MultiTaskState, multiTaskParameters } from './parameters';
import { readPrediction } from './read-prediction';
import { MultiTaskStage } from './stage/multi-task-stage';
import { TaskTabs } from './task-tabs';
import { useMultiTask, useSetMultiTask } from './use-multi-task';

addWords({ multiTaskLab: words });

const RUN_KEYS = ['rate', 'optimizer', 'batch', 'steps', 'decay', 'seed', 'examples'];
const SETUP_KEYS = [...RUN_KEYS, 'labels', 'units', 'depth', 'shrink'];
const EXAMPLES = [500, 1000, 2000, 5000, 8000];

// Below the stage: its code may come last.
const { LaterPart: MultiTaskEvidence } = lazyPart(() =>
  import('./evidence/multi-task-evidence').then((module) => module.MultiTaskEvidence),
);

const useTransport = () => useTrainingTransport(clearOwnDigit);

function MultiTaskLab() {
  const { multiTask, multiTaskLab } = useMessages();
  const data = useMultiTask((state) => state.data);
  const examples = useMultiTask((state) => state.examples);
  const labels = useMultiTask((state) => state.labels);
  const outcome = useStore(useBench().experiment, outcomeOf);
  useKnownLabels();
  const { always, before, gains, loses, level } = multiTaskLab.explanation;
  const told = outcome ? { gains, loses, level }[outcome] : before;
  return (
    <LabPage
      act="tasks"
      question={multiTask.question}
      lead={multiTaskLab.leads[data](whole(examples), whole(Math.min(labels, examples)))}
      switch={<SharingSwitch networks={multiTaskIds} comparable />}
      acts={<TaskTabs />}
      useTransport={useTransport}
      trains
      benchLine={
        <BenchLine setupKeys={SETUP_KEYS} examples={EXAMPLES}>
          <LabelsChoice />
        </BenchLine>
      }
      stage={<MultiTaskStage />}
      evidence={<MultiTaskEvidence />}
      details={null}
      // What comes of sharing is said once the run has measured it: first the learner's own guess.
      explanation={<MarkedText sentences={[...always, told[data]]} />}
    />
  );
}

/** Task B's answers are of digits that task A has: what asks for more, a link too, becomes all of them. */
function useKnownLabels() {
  const most = useMultiTask((state) => state.examples);
  const labels = useMultiTask((state) => state.labels);
  const set = useSetMultiTask();
  useEffect(() => {
    if (labels > most) set({ labels: most });
  });
}

export const multiTaskLab: LabModule = {
  table: multiTaskParameters,
  buildSpec: (state) => buildSpec(state as MultiTaskState),
  benchOf: (state) => benchOf(state as MultiTaskState),
  loadRecordings: () => import('./recordings').then((module) => module.recordings),
  readPrediction,
  Lab: MultiTaskLab,
};
