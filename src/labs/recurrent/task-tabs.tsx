/** The tasks as tabs: choosing one sets the values that it is calibrated for. */
import { useMessages } from '../../ui/messages-context';
import { Segmented } from '../../ui/segmented';
import { ofTask, recurrentParameters } from './parameters';
import { useRecurrent, useSetRecurrent } from './use-recurrent';

export function TaskTabs() {
  const { recurrentLab: words } = useMessages();
  const task = useRecurrent((state) => state.data);
  const set = useSetRecurrent();
  return (
    <Segmented
      legend={words.tasks}
      look="tabs"
      value={task}
      onChange={(value) => set(ofTask(value))}
      segments={recurrentParameters.data.options.map((value) => ({ value, label: words.task[value] }))}
    />
  );
}
