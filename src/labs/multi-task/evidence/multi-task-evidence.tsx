/** Below the stage: the angle over time, the second task by digit, and the evidence of every lab with task A's curves. */
import { addWords } from '../../../i18n/catalogue';
import { multiTaskMore } from '../../../i18n/en/multi-task-more';
import { percent } from '../../../i18n/format';
import { OtherTaskCurves } from '../../../lab-page/evidence/curves';
import { Evidence } from '../../../lab-page/evidence/evidence';
import { useMessages } from '../../../ui/messages-context';
import { AngleChart } from './angle-chart';
import { DigitTable } from './digit-table';
import { useConstantAnswer } from './use-constant-answer';
import './evidence.css';

addWords({ multiTaskMore });

/** Accuracy to reach where half is a guess. */
const ONE_OF_TWO = 0.85;

export function MultiTaskEvidence() {
  const { multiTaskMore: words } = useMessages();
  const constant = useConstantAnswer();
  const guess = constant && {
    value: constant.share,
    label: words.constant(constant.name, percent(constant.share)),
  };
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
