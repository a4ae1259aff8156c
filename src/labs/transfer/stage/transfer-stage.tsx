/** The stage: the two jobs and their trunks; beside them the ledger of a kernel, what the networks say, and questions. */
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { lazyPart } from '../../../ui/lazy-part';
import { AnswersCard } from './answers-card';
import { ClassTable } from './class-table';
import { LedgerCard } from './ledger-card';
import { TransferNarrator } from './transfer-narrator';
import { TrunkCard } from './trunk-card';
import { useTrunkWatch } from './use-trunk-watch';
import '../../../lab-page/networks/networks.css';
import '../../../lab-page/value-table.css';
import './transfer-stage.css';

// Beside what is looked at first: its code may come last.
const { LaterPart: TransferQuestions } = lazyPart(() =>
  import('../evidence/transfer-questions').then((module) => module.TransferQuestions),
);

export function TransferStage() {
  const bench = useBench();
  useTrunkWatch();
  // What slow mode tells stands above the picture that shows it.
  const slow = useStore(narrationOf(bench), ({ speed }) => speed === 'slow');
  return (
    <div className="transfer-stage">
      <div className="transfer-column">
        {slow && <TransferNarrator />}
        <TrunkCard />
        {!slow && <TransferNarrator />}
        <ClassTable />
      </div>
      <div className="transfer-column">
        <LedgerCard />
        <AnswersCard />
      </div>
      <div className="transfer-questions">
        <TransferQuestions />
      </div>
    </div>
  );
}
