/** One choice of few, all visible: native radio buttons drawn as segments. Arrow keys move, as everywhere. */
import { useId } from 'react';
import './segmented.css';

export type Segment<Value extends string | number> = {
  readonly value: Value;
  readonly label: string;
  /** Colour role of the segment when chosen. */
  readonly tone?: 'ink' | 'shared' | 'independent' | 'muted';
};

export function Segmented<Value extends string | number>(props: {
  readonly legend: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly size?: 'large' | 'small';
  readonly look?: 'segments' | 'tabs';
  readonly disabled?: boolean;
  /** Id of what a screen reader says besides the legend. */
  readonly describedBy?: string;
}) {
  const name = useId();
  const { look = 'segments', size = 'small' } = props;
  return (
    <fieldset
      className={`segmented segmented-${look} segmented-${size}`}
      disabled={props.disabled ?? false}
      aria-describedby={props.describedBy}
    >
      <legend className="visually-hidden">{props.legend}</legend>
      {props.segments.map((segment) => (
        <label key={segment.value} className={`segment tone-${segment.tone ?? 'ink'}`}>
          <input
            type="radio"
            name={name}
            checked={segment.value === props.value}
            onChange={() => props.onChange(segment.value)}
          />
          <span>{segment.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
