/** Which hidden unit of the first layer the stage shows. */
import { useMessages } from '../../../ui/messages-context';
import { firstUnits, shownUnit } from '../build-spec';
import { useMultiTask, useSetMultiTask } from '../use-multi-task';

export function UnitChooser() {
  const { multiTaskLab: words } = useMessages();
  const unit = useMultiTask(shownUnit) + 1;
  const units = useMultiTask(firstUnits);
  const set = useSetMultiTask();
  return (
    <label className="field-inline">
      {words.units}
      <select value={unit} onChange={(event) => set({ unit: Number(event.currentTarget.value) })}>
        {Array.from({ length: units }, (_, index) => index + 1).map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </label>
  );
}
