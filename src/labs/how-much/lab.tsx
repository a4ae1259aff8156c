/** How much to share: one page, three tasks. The page stays while the tasks change, and so does the focus. */
import { useStore } from 'zustand';
import { addWords } from '../../i18n/catalogue';
import { howMuchLab as words } from '../../i18n/en/how-much-lab';
import { tieMap } from '../../i18n/en/tie-map';
import { useBench } from '../../lab-page/bench';
import { BenchLine } from '../../lab-page/bench-line';
import { Evidence } from '../../lab-page/evidence/later-evidence';
import { LabPage } from '../../lab-page/lab-page';
import { MarkedText } from '../../lab-page/marked-text';
import { SharingSwitch } from '../../lab-page/sharing-switch';
import { useTrainingTransport } from '../../lab-page/training/use-training-transport';
import { lazyPart } from '../../ui/lazy-part';
import { useMessages } from '../../ui/messages-context';
import type { LabModule } from '../lab-module';
import { benchOf, buildSpec } from './build-spec';
import { HowMuchStage } from './how-much-stage';
import { type HowMuchState, howMuchParameters } from './parameters';
import { readPrediction } from './read-prediction';
import { TaskTabs } from './task-tabs';
import { useHowMuch } from './use-how-much';

addWords({ howMuchLab: words, tieMap });

const SETUP_KEYS = ['rate', 'optimizer', 'batch', 'steps', 'decay', 'seed', 'examples'];
const EXAMPLES = [200, 500, 1000, 2000, 5000, 8000];

// Below the stage: its code may come last.
const { LaterPart: SweepPanel } = lazyPart(() =>
  import('./sweep/sweep-panel').then((module) => module.SweepPanel),
);

const useTransport = () => useTrainingTransport();

function HowMuchLab() {
  const { howMuch, howMuchLab } = useMessages();
  const task = useHowMuch((state) => state.data);
  const trained = useStore(useBench().experiment, (state) => state.step > 0);
  const told = howMuchLab.explanation[task];
  return (
    <LabPage
      act="map"
      question={howMuch.question}
      lead={howMuchLab.leads[task]}
      switch={<SharingSwitch networks={['independent', 'grouped', 'shared']} comparable />}
      acts={<TaskTabs />}
      useTransport={useTransport}
      trains
      benchLine={<BenchLine setupKeys={SETUP_KEYS} examples={EXAMPLES} />}
      stage={<HowMuchStage />}
      evidence={
        <div className="how-much-evidence">
          <Evidence />
          <SweepPanel />
        </div>
      }
      details={null}
      // What comes of it is said once something has come of it: first the learner's own guess.
      explanation={<MarkedText sentences={trained ? told : told.slice(0, -1)} />}
    />
  );
}

export const howMuchLab: LabModule = {
  table: howMuchParameters,
  buildSpec: (state) => buildSpec(state as HowMuchState),
  benchOf: (state) => benchOf(state as HowMuchState),
  loadRecordings: () => import('./recordings').then((module) => module.recordings),
  readPrediction,
  Lab: HowMuchLab,
};
