/** The eight filters of the first layer as native radio buttons. */
import { useId } from 'react';
import { useMessages } from '../../../ui/messages-context';
import { useConvolution, useSetConvolution } from '../use-convolution';

const FILTERS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

export function FilterChooser() {
  const { learn: words } = useMessages();
  const filter = useConvolution((state) => state.filter);
  const set = useSetConvolution();
  const name = useId();
  return (
    <fieldset className="filter-chooser">
      <legend className="note">{words.filter}</legend>
      {FILTERS.map((number) => (
        <label key={number}>
          <input
            type="radio"
            name={name}
            checked={number === filter}
            aria-label={words.filterNumber(number)}
            onChange={() => set({ filter: number })}
          />
          <span className="number">{number}</span>
        </label>
      ))}
    </fieldset>
  );
}
