/** A button that stays on: a small box, ticked while it is. */
import { Button } from './button';

export function Toggle(props: {
  readonly on: boolean;
  readonly label: string;
  readonly hint: string;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <Button
      className="toggle"
      aria-pressed={props.on}
      title={props.hint}
      onClick={() => props.onChange(!props.on)}
    >
      <svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true">
        <rect x=".75" y=".75" width="13.5" height="13.5" rx="4" className="toggle-box" />
        {props.on && <path d="M4 7.8 6.6 10.4 11.2 5" className="toggle-tick" />}
      </svg>
      <span className="toggle-label">{props.label}</span>
    </Button>
  );
}
