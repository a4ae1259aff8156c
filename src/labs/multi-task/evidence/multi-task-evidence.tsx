/** Below the stage: the angle over time, the second task by digit, and the evidence of every lab with task A's curves. */
import { useStore } from 'zustand';
import { addWords } from '../../../i18n/catalogue';
import { multiTaskMore } from '../../../i18n/en/multi-task-more';
import { percent } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { OtherTaskCurves } from '../../../lab-page/evidence/curves';
import { Evidence } from '../../../lab-page/evidence/evidence';
import { useMessages } from '../../../ui/messages-context';
import { useMultiTask } from '../use-multi-task';
import { AngleChart } from './angle-chart';
import { constantAnswer } from './constant-answer';
import { DigitTable } from './digit-table';
import './evidence.css';

addWords({ multiTaskMore });

/** Accuracy to reach where half is a guess. */
const ONE_OF_TWO = 0.85;

export function MultiTaskEvidence() {
  const { multiTaskMore: words, multiTaskLab } = useMessages();
  const { experiment } = useBench();
  const second = useMultiTask((state) => state.data);
  const answer = useStore(experiment, (state) => constantAnswer(state)?.answer ?? null);
  const share = useStore(experiment, (state) => constantAnswer(state)?.share ?? null);
  const guess =
    answer === null || share === null
      ? null
      : { value: share, label: words.constant(multiTaskLab.classes[second][answer], percent(share)) };
  return (
    <div className="multi-task-evidence">
      <Evidence
        first={<OtherTaskCurves task={1} title={words.digitCurves} />}
        target={ONE_OF_TWO}
        guess={guess}
        costs={{ note: words.costs, foot: words.costsFoot }}
      />
      <AngleChart />
      <DigitTable />
    </div>
  );
}
