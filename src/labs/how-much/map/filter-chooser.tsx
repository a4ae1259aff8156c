/** Which of the eight filters of the first layer the stage shows. */
import { useMessages } from '../../../ui/messages-context';
import { howMuchParameters } from '../parameters';
import { useHowMuch, useSetHowMuch } from '../use-how-much';

const { min, max } = howMuchParameters.filter;
const filters = Array.from({ length: max - min + 1 }, (_, filter) => min + filter);

export function FilterChooser() {
  const { tieMap: words } = useMessages();
  const filter = useHowMuch((state) => state.filter);
  const set = useSetHowMuch();
  return (
    <label className="field-inline">
      {words.filter}
      <select value={filter} onChange={(event) => set({ filter: Number(event.currentTarget.value) })}>
        {filters.map((number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
    </label>
  );
}
