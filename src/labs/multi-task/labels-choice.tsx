/** How many answers the second task knows: of the digits that the first one has, so never more than those. */
import { whole } from '../../i18n/format';
import { useMessages } from '../../ui/messages-context';
import { useMultiTask, useSetMultiTask } from './use-multi-task';

const CHOICES = [50, 200, 2000];

export function LabelsChoice() {
  const { multiTaskLab: words } = useMessages();
  const examples = useMultiTask((state) => state.examples);
  const labels = useMultiTask((state) => Math.min(state.labels, state.examples));
  const set = useSetMultiTask();
  const offered = CHOICES.filter((choice) => choice <= examples);
  const choices = offered.includes(labels) ? offered : [...offered, labels].sort((a, b) => a - b);
  return (
    <label className="field-inline">
      {words.labels}
      <select value={labels} onChange={(event) => set({ labels: Number(event.currentTarget.value) })}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {whole(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}
