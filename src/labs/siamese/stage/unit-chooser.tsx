/** Which four of the 64 hidden units the stage shows. */
import { useMessages } from '../../../ui/messages-context';
import { siameseParameters } from '../parameters';
import { useSetSiamese, useSiamese } from '../use-siamese';
import { UNITS_SHOWN } from './first-towers';

const { min, max } = siameseParameters.units;
const choices = Array.from({ length: max - min + 1 }, (_, index) => min + index);

export function UnitChooser() {
  const { siameseLab: words } = useMessages();
  const units = useSiamese((state) => state.units);
  const set = useSetSiamese();
  return (
    <label className="field-inline">
      {words.units}
      <select value={units} onChange={(event) => set({ units: Number(event.currentTarget.value) })}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words.unitsRange((choice - 1) * UNITS_SHOWN + 1, choice * UNITS_SHOWN)}
          </option>
        ))}
      </select>
    </label>
  );
}
