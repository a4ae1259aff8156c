/** The Meta-learning lab: one start, found in three ways, and a few steps from each to the same points. */
import { addWords } from '../../i18n/catalogue';
import { metaLearningLab as words } from '../../i18n/en/meta-learning-lab';
import { BenchLine } from '../../lab-page/bench-line';
import { LabPage } from '../../lab-page/lab-page';
import { MarkedText } from '../../lab-page/marked-text';
import { SharingSwitch } from '../../lab-page/sharing-switch';
import { useTrainingTransport } from '../../lab-page/training/use-training-transport';
import { START_IDS } from '../../spec/start-network';
import { lazyPart } from '../../ui/lazy-part';
import { useMessages } from '../../ui/messages-context';
import type { LabModule } from '../lab-module';
import { benchOf, buildSpec } from './build-spec';
import { useMeasuredStarts } from './evidence/use-measured-starts';
import { type MetaLearningState, metaLearningParameters } from './parameters';
import { RateChoice } from './rate-choice';
import { readPrediction } from './read-prediction';
import { MetaStage } from './stage/meta-stage';

addWords({ metaLearningLab: words });

const SETUP_KEYS = ['rate', 'inner', 'tasks', 'outer', 'batch', 'steps', 'seed', 'examples'];
/** Points of a task. */
const EXAMPLES = [3, 5, 10, 20, 50];

// Below the stage: its code may come last.
const { LaterPart: MetaEvidence } = lazyPart(() =>
  import('./evidence/meta-evidence').then((module) => module.MetaEvidence),
);

const useTransport = () => useTrainingTransport();

function MetaLearningLab() {
  const { metaLearning, metaLearningLab } = useMessages();
  const told = metaLearningLab.explanation;
  const measured = useMeasuredStarts();
  return (
    <LabPage
      act="adapt"
      question={metaLearning.question}
      lead={metaLearningLab.lead}
      switch={<SharingSwitch networks={START_IDS} comparable compareHint={metaLearningLab.compareHint} />}
      acts={null}
      useTransport={useTransport}
      trains
      benchLine={
        <BenchLine setupKeys={SETUP_KEYS} examples={EXAMPLES} labels={metaLearningLab.labels}>
          <RateChoice />
        </BenchLine>
      }
      stage={<MetaStage />}
      evidence={<MetaEvidence />}
      details={null}
      // What comes of it is said once this run has measured it: first the learner's own guess.
      explanation={<MarkedText sentences={measured ? [...told, measured] : told} />}
    />
  );
}

export const metaLearningLab: LabModule = {
  table: metaLearningParameters,
  buildSpec: (state) => buildSpec(state as MetaLearningState),
  benchOf: (state) => benchOf(state as MetaLearningState),
  loadRecordings: () => import('./recordings').then((module) => module.recordings),
  readPrediction,
  Lab: MetaLearningLab,
};
