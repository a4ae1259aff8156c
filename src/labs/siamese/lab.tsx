/** The Siamese lab: two pictures, two towers, one distance. */
import { addWords } from '../../i18n/catalogue';
import { siameseLab as words } from '../../i18n/en/siamese-lab';
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
import { DataTabs } from './data-tabs';
import { clearOwnPictures } from './pair/own-pictures';
import { type SiameseState, siameseParameters } from './parameters';
import { readPrediction } from './read-prediction';
import { SiameseStage } from './stage/siamese-stage';
import { useSiamese } from './use-siamese';

addWords({ siameseLab: words });

const SETUP_KEYS = ['rate', 'optimizer', 'batch', 'steps', 'decay', 'seed', 'examples'];
/** Accuracy to reach where half is a guess. */
const ONE_OF_TWO = 0.75;
const EXAMPLES = [300, 1000, 2000, 4000, 8000];

// Below the stage: its code may come last.
const { LaterPart: PairEvidence } = lazyPart(() =>
  import('./evidence/pair-evidence').then((module) => module.PairEvidence),
);

const { LaterPart: SwapQuestion } = lazyPart(() =>
  import('./evidence/swap-question').then((module) => module.SwapQuestion),
);
const { LaterPart: ChosenUnit } = lazyPart(() =>
  import('./stage/chosen-unit').then((module) => module.ChosenUnit),
);

const useTransport = () => useTrainingTransport(clearOwnPictures);

function SiameseLab() {
  const { siamese, siameseLab } = useMessages();
  const data = useSiamese((state) => state.data);
  return (
    <LabPage
      act="compare"
      question={siamese.question}
      lead={siameseLab.leads[data]}
      switch={<SharingSwitch networks={['independent', 'shared']} comparable />}
      acts={<DataTabs />}
      useTransport={useTransport}
      trains
      benchLine={<BenchLine setupKeys={SETUP_KEYS} examples={EXAMPLES} />}
      stage={<SiameseStage />}
      evidence={
        <div className="siamese-evidence">
          <SwapQuestion />
          <PairEvidence />
          <Evidence target={ONE_OF_TWO} />
        </div>
      }
      details={<ChosenUnit />}
      explanation={<MarkedText sentences={siameseLab.explanation} />}
    />
  );
}

export const siameseLab: LabModule = {
  table: siameseParameters,
  buildSpec: (state) => buildSpec(state as SiameseState),
  benchOf: (state) => benchOf(state as SiameseState),
  loadRecordings: () => import('./recordings').then((module) => module.recordings),
  readPrediction,
  Lab: SiameseLab,
};
