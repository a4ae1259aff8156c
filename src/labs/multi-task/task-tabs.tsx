/** The second task as tabs, in the place where other labs have their acts. */
import { useMessages } from '../../ui/messages-context';
import { Segmented } from '../../ui/segmented';
import { multiTaskParameters } from './parameters';
import { useMultiTask, useSetMultiTask } from './use-multi-task';

export function TaskTabs() {
  const { multiTaskLab: words } = useMessages();
  const data = useMultiTask((state) => state.data);
  const set = useSetMultiTask();
  return (
    <Segmented
      legend={words.tasksLegend}
      look="tabs"
      value={data}
      onChange={(value) => set({ data: value })}
      segments={multiTaskParameters.data.options.map((value) => ({ value, label: words.tasks[value] }))}
    />
  );
}
