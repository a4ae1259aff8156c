/** The evidence of the Recurrent lab: accuracy by length, where a task has more than one, then what every lab shows. */
import { Evidence } from '../../lab-page/evidence/evidence';
import { sequenceTasks } from '../../spec/sequence-tasks';
import { LengthChart } from './length-chart';
import { useRecurrent } from './use-recurrent';

export function RecurrentEvidence() {
  const { shortest, reads } = sequenceTasks[useRecurrent((state) => state.data)];
  return shortest < reads ? <Evidence first={<LengthChart />} /> : <Evidence />;
}
