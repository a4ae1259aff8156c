/** Transfer: a trunk is trained on one task and lent to another, on one axis of steps. */
import { useStore } from 'zustand';
import { addWords } from '../../i18n/catalogue';
import { transferLab as words } from '../../i18n/en/transfer-lab';
import { kilobytes, whole } from '../../i18n/format';
import { useBench } from '../../lab-page/bench';
import { BenchLine } from '../../lab-page/bench-line';
import { Evidence } from '../../lab-page/evidence/later-evidence';
import { LabPage } from '../../lab-page/lab-page';
import { MarkedText } from '../../lab-page/marked-text';
import { SharingSwitch } from '../../lab-page/sharing-switch';
import { useTrainingTransport } from '../../lab-page/training/use-training-transport';
import { networkCost } from '../../math/cost';
import { TRANSFER_NETWORKS, transferNetwork } from '../../spec/transfer-network';
import { lazyPart } from '../../ui/lazy-part';
import { useMessages } from '../../ui/messages-context';
import type { LabModule } from '../lab-module';
import { benchOf, buildSpec, OLD_TASK } from './build-spec';
import { type TransferState, transferParameters } from './parameters';
import { readPrediction } from './read-prediction';
import { TransferStage } from './stage/transfer-stage';
import './transfer.css';

addWords({ transferLab: words });

const SETUP_KEYS = ['rate', 'optimizer', 'batch', 'steps', 'decay', 'seed', 'examples'];
const EXAMPLES = [1, 2, 5, 10, 20, 50];
/** Numbers of each network, whether they learn or not: from scratch all do. */
const HELD = networkCost(transferNetwork('scratch'));

// Below the stage: its code may come last.
const { LaterPart: PointsPanel } = lazyPart(() =>
  import('./points/points-panel').then((module) => module.PointsPanel),
);

const useTransport = () => useTrainingTransport();

function TransferLab() {
  const { transfer, transferLab } = useMessages();
  const lent = useStore(useBench().experiment, (state) => state.step > OLD_TASK.steps);
  const told = transferLab.explanation;
  return (
    <LabPage
      act="lend"
      question={transfer.question}
      lead={transferLab.lead}
      switch={<SharingSwitch networks={TRANSFER_NETWORKS} comparable />}
      acts={null}
      useTransport={useTransport}
      trains
      benchLine={<BenchLine setupKeys={SETUP_KEYS} examples={EXAMPLES} labels={transferLab.labels} />}
      stage={<TransferStage />}
      evidence={
        <div className="transfer-evidence">
          <PointsPanel />
          <Evidence
            costs={{
              note: transferLab.costs.note,
              foot: transferLab.costs.foot(whole(HELD.parameters), kilobytes(HELD.bytes)),
            }}
          />
        </div>
      }
      details={null}
      // What comes of it is said once something has come of it: first the learner's own guess.
      explanation={<MarkedText sentences={lent ? [...told, transferLab.explanationAfter] : told} />}
    />
  );
}

export const transferLab: LabModule = {
  table: transferParameters,
  buildSpec: (state) => buildSpec(state as TransferState),
  benchOf: (state) => benchOf(state as TransferState),
  loadRecordings: () => import('./recordings').then((module) => module.recordings),
  readPrediction,
  Lab: TransferLab,
};
