/** How many answers the second task knows. */
import { whole } from '../../i18n/format';
import { useMessages } from '../../ui/messages-context';
import { useMultiTask, useSetMultiTask } from './use-multi-task';

const CHOICES = [50, 200, 2000];

export function LabelsChoice() {
  const { multiTaskLab: words } = useMessages();
  const labels = useMultiTask((state) => state.labels);
  const set = useSetMultiTask();
  const choices = CHOICES.includes(labels) ? CHOICES : [...CHOICES, labels].sort((a, b) => a - b);
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
