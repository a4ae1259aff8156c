/** A whole number of CSS pixels. While it is typed anything may stand there; what counts is always in bounds. */
import { useState } from 'react';

export function PixelField(props: {
  readonly label: string;
  readonly bounds: { readonly min: number; readonly max: number };
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const { min, max } = props.bounds;
  const [text, setText] = useState<string | null>(null);
  return (
    <label className="share-field">
      <span className="note">{props.label}</span>
      <input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        value={text ?? props.value}
        onChange={(event) => {
          setText(event.target.value);
          const typed = Math.round(event.target.valueAsNumber);
          if (typed >= min && typed <= max) props.onChange(typed);
        }}
        onBlur={(event) => {
          const typed = Math.round(event.target.valueAsNumber);
          if (Number.isFinite(typed)) props.onChange(Math.min(max, Math.max(min, typed)));
          setText(null);
        }}
      />
    </label>
  );
}
