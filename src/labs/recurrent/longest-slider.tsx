/** The longest training sequence as a slider: a change begins a new run. Not where a task has one length only. */
import { sequenceTasks } from '../../spec/sequence-tasks';
import { useMessages } from '../../ui/messages-context';
import { trainedLength } from './build-spec';
import { useRecurrent, useSetRecurrent } from './use-recurrent';

export function LongestSlider() {
  const { recurrentLab: words } = useMessages();
  const task = useRecurrent((state) => state.data);
  const trained = useRecurrent(trainedLength);
  const set = useSetRecurrent();
  const { shortest, longest } = sequenceTasks[task];
  if (shortest === longest) return null;
  const text = words.longestIs[task](String(trained));
  return (
    <label className="field-inline longest-slider">
      {words.longest[task]}
      <input
        type="range"
        min={shortest}
        max={longest}
        step={1}
        value={trained}
        aria-valuetext={text}
        onChange={(event) => {
          const chosen = event.currentTarget.valueAsNumber;
          set({ longest: chosen === longest ? 0 : chosen });
        }}
      />
      <output className="number">{text}</output>
    </label>
  );
}
