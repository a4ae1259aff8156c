/** The tasks as tabs, in the place where other labs have their acts. */
import { useMessages } from '../../ui/messages-context';
import { Segmented } from '../../ui/segmented';
import { howMuchParameters } from './parameters';
import { useHowMuch, useSetHowMuch } from './use-how-much';

export function TaskTabs() {
  const { howMuchLab: words } = useMessages();
  const task = useHowMuch((state) => state.data);
  const set = useSetHowMuch();
  return (
    <Segmented
      legend={words.tasks}
      look="tabs"
      value={task}
      onChange={(value) => set({ data: value })}
      segments={howMuchParameters.data.options.map((value) => ({ value, label: words.task[value] }))}
    />
  );
}
