/** Which numbers of examples and which degrees of sharing a sweep has; one of each at least. */
import { useId } from 'react';
import { whole } from '../../../i18n/format';
import { patternNames } from '../../../spec/tie-map';
import { useMessages } from '../../../ui/messages-context';
import { degreeName } from './sweep-words';
import type { Sweep } from './use-sweep';

export function SweepChoice({ sweep }: { readonly sweep: Sweep }) {
  const { sweep: words } = useMessages();
  const { choice, choose, rows, own } = sweep;
  const { settings } = sweep.plan;
  const fixed = sweep.state.status !== 'idle';
  const degrees = [
    ...patternNames.map((map) => ({ value: map, label: degreeName(map, settings, words) })),
    ...(own === null ? [] : [{ value: 'own' as const, label: degreeName(own, settings, words) }]),
  ];
  return (
    <details className="sweep-choice">
      <summary>{words.choose}</summary>
      {fixed && <p className="note">{words.whileRunning}</p>}
      <Boxes
        legend={words.rowsLegend}
        options={rows.map((examples) => ({ value: examples, label: whole(examples) }))}
        chosen={choice.rows}
        disabled={fixed}
        onChange={(chosen) => choose({ ...choice, rows: chosen })}
      />
      <Boxes
        legend={words.columnsLegend}
        options={degrees}
        chosen={choice.degrees}
        disabled={fixed}
        onChange={(chosen) => choose({ ...choice, degrees: chosen })}
      />
    </details>
  );
}

function Boxes<Value extends string | number>(props: {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly disabled: boolean;
  readonly onChange: (chosen: readonly Value[]) => void;
}) {
  const { options, chosen, onChange } = props;
  const id = useId();
  const here = options.filter(({ value }) => chosen.includes(value));
  return (
    <fieldset className="sweep-boxes" disabled={props.disabled}>
      <legend className="note">{props.legend}</legend>
      {options.map(({ value, label }) => {
        const on = chosen.includes(value);
        return (
          <label key={value} htmlFor={`${id}${value}`} className="number">
            <input
              id={`${id}${value}`}
              type="checkbox"
              checked={on}
              // The last one stays: a sweep of nothing is none.
              disabled={on && here.length === 1}
              onChange={() => onChange(on ? chosen.filter((other) => other !== value) : [...chosen, value])}
            />
            {label}
          </label>
        );
      })}
    </fieldset>
  );
}
