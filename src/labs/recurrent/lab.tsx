/** The Recurrent lab: one page, four tasks. The page stays while the tasks change, and so does the focus. */
import { addWords } from '../../i18n/catalogue';
import { recurrentLab as words } from '../../i18n/en/recurrent-lab';
import { BenchLine } from '../../lab-page/bench-line';
import { Evidence } from '../../lab-page/evidence/evidence';
import { LabPage } from '../../lab-page/lab-page';
import { MarkedText } from '../../lab-page/marked-text';
import { SharingSwitch } from '../../lab-page/sharing-switch';
import { useTrainingTransport } from '../../lab-page/training/use-training-transport';
import { sequenceTasks } from '../../spec/sequence-tasks';
import { lazyPart } from '../../ui/lazy-part';
import { useMessages } from '../../ui/messages-context';
import type { LabModule } from '../lab-module';
import { benchOf, buildSpec } from './build-spec';
import { LengthChart } from './length-chart';
import { LongestSlider } from './longest-slider';
import { exampleChoices, type RecurrentState, recurrentParameters } from './parameters';
import { readPrediction } from './read-prediction';
import { RecurrentStage } from './recurrent-stage';
import { TaskTabs } from './task-tabs';
import { useRecurrent } from './use-recurrent';
import { WordField } from './word-field';

addWords({ recurrentLab: words });

const SETUP_KEYS = ['rate', 'optimizer', 'batch', 'steps', 'decay', 'seed', 'examples'];

/** Far below the stage: its code may come last. */
const { LaterPart: ChosenStep } = lazyPart(() => import('./chosen-step').then((module) => module.ChosenStep));

const useTransport = () => useTrainingTransport();

function RecurrentLab() {
  const { recurrentLab } = useMessages();
  const task = useRecurrent((state) => state.data);
  const { shortest, reads } = sequenceTasks[task];
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
      // A task with one length has nothing to show by length.
      evidence={shortest < reads ? <Evidence first={<LengthChart />} /> : <Evidence />}
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
