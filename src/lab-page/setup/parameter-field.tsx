/** One parameter as a form field. What cannot be read is said at the field; the last good value stays. */
import { useId, useState } from 'react';
import { whole } from '../../i18n/format';
import type { Parameter, ParameterValue } from '../../spec/parameters';
import { parseText } from '../../spec/parse-value';
import { useMessages } from '../../ui/messages-context';

/** Names of keys on the screen, by key. */
export type KeyLabels = Readonly<Record<string, string>>;

export function ParameterField(props: {
  readonly name: string;
  /** Its name in this lab, where that is not the one it has in every lab. */
  readonly label: string | undefined;
  readonly parameter: Parameter;
  readonly value: ParameterValue;
  readonly onChange: (value: ParameterValue) => void;
}) {
  const { parameter, name, value, onChange } = props;
  const { labPage } = useMessages();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const ofEveryLab: KeyLabels = labPage.labels;
  const label = props.label ?? ofEveryLab[name] ?? name;
  const options: Readonly<Record<string, string>> = labPage.options;

  if (parameter.kind === 'choice')
    return (
      <div className="setup-field">
        <label htmlFor={id}>{label}</label>
        <select
          id={id}
          value={String(value)}
          onChange={(event) => {
            const parsed = parseText(parameter, event.currentTarget.value);
            if (parsed.outcome === 'good') onChange(parsed.value);
          }}
        >
          {parameter.options.map((option) => (
            <option key={option} value={String(option)}>
              {options[option] ?? option}
            </option>
          ))}
        </select>
      </div>
    );
  if (parameter.kind !== 'integer' && parameter.kind !== 'number') return null;

  const read = (text: string) => {
    const parsed = parseText(parameter, text);
    const bounds = [bound(parameter.min), bound(parameter.max)] as const;
    if (parsed.outcome === 'bad') setProblem(labPage.setup.notANumber(text));
    else if (parsed.outcome === 'clamped') setProblem(labPage.setup.outOfRange(...bounds));
    else {
      setProblem(null);
      onChange(parsed.value);
    }
  };
  return (
    <div className="setup-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        defaultValue={String(value)}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => read(event.currentTarget.value)}
      />
      <p
        id={`${id}-hint`}
        className={problem ? 'setup-problem' : 'note'}
        role={problem ? 'alert' : undefined}
      >
        {problem ?? labPage.setup.range(bound(parameter.min), bound(parameter.max))}
      </p>
    </div>
  );
}

const bound = (value: number) => (Number.isInteger(value) ? whole(value) : String(value));
