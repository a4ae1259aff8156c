/** The evidence of the Recurrent lab: accuracy by length, where a task has more than one, then what every lab shows. */
import { Evidence } from '../../lab-page/evidence/evidence';
import { sequenceTasks } from '../../spec/sequence-tasks';
import { LengthChart } from './length-chart';
import { useRecurrent } from './use-recurrent';

export function RecurrentEvidence() {
  const { shortest, reads, classes } = sequenceTasks[useRecurrent((state) => state.data)];
  // Where there are two classes, half is a guess.
  return <Evidence first={shortest < reads && <LengthChart />} target={classes === 2 ? 0.75 : 0.5} />;
}
