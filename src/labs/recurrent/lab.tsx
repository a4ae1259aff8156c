/** The Recurrent lab: one page, four tasks. The page stays while the tasks change, and so does the focus. */
import { addWords } from '../../i18n/catalogue';
import { recurrentLab as words } from '../../i18n/en/recurrent-lab';
import { BenchLine } from '../../lab-page/bench-line';
import { LabPage } from '../../lab-page/lab-page';
import { MarkedText } from '../../lab-page/marked-text';
import { SharingSwitch } from '../../lab-page/sharing-switch';
import { useTrainingTransport } from '../../lab-page/training/use-training-transport';
import { lazyPart } from '../../ui/lazy-part';
import { useMessages } from '../../ui/messages-context';
import type { LabModule } from '../lab-module';
import { benchOf, buildSpec } from './build-spec';
import { LongestSlider } from './longest-slider';
import { exampleChoices, type RecurrentState, recurrentParameters } from './parameters';
import { readPrediction } from './read-prediction';
import { RecurrentStage } from './recurrent-stage';
import { TaskTabs } from './task-tabs';
import { useRecurrent } from './use-recurrent';
import { WordField } from './word-field';

addWords({ recurrentLab: words });

const SETUP_KEYS = ['rate', 'optimizer', 'batch', 'steps', 'decay', 'seed', 'examples'];

/** Below the stage: its code may come last. */
const { LaterPart: Evidence } = lazyPart(() =>
  import('./recurrent-evidence').then((module) => module.RecurrentEvidence),
);
const { LaterPart: ChosenStep } = lazyPart(() => import('./chosen-step').then((module) => module.ChosenStep));

const useTransport = () => useTrainingTransport();

function RecurrentLab() {
  const { recurrentLab } = useMessages();
  const task = useRecurrent((state) => state.data);
  return (
    <LabPage
      act="read"
      question={recurrentLab.questions[task]}
      lead={recurrentLab.leads[task]}
      aside={<WordField key={task} />}
      switch={<SharingSwitch networks={['independent', 'shared']} comparable />}
      acts={<TaskTabs />}
      useTransport={useTransport}
      trains
      benchLine={
        <BenchLine setupKeys={SETUP_KEYS} examples={exampleChoices[task]}>
          <LongestSlider />
        </BenchLine>
      }
      stage={<RecurrentStage />}
      evidence={<Evidence />}
      details={<ChosenStep />}
      explanation={<MarkedText sentences={recurrentLab.explanation[task]} />}
    />
  );
}

export const recurrentLab: LabModule = {
  table: recurrentParameters,
  buildSpec: (state) => buildSpec(state as RecurrentState),
  benchOf: (state) => benchOf(state as RecurrentState),
  loadRecordings: () => import('./recordings').then((module) => module.recordings),
  readPrediction,
  Lab: RecurrentLab,
};
