/** The settings of a run as a form made from the parameter table; nothing changes until it is applied. */
import { useState } from 'react';
import type { ParameterTable, ParameterValue } from '../../spec/parameters';
import { Button } from '../../ui/button';
import { useMessages } from '../../ui/messages-context';
import { useBench } from '../bench';
import { type KeyLabels, ParameterField } from './parameter-field';
import './setup.css';

type Props = {
  readonly keys: readonly string[];
  readonly labels: KeyLabels;
  readonly onClose: () => void;
};

export function SetupForm({ keys, labels, onClose }: Props) {
  const { lab, table } = useBench();
  const { labPage } = useMessages();
  const [draft, setDraft] = useState<Readonly<Record<string, ParameterValue>>>({});
  const parameters: ParameterTable = table;
  return (
    <form
      className="setup-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // What could not be read is said at its field: the form stays until that is mended.
        const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]');
        if (wrong) return wrong.focus();
        lab.getState().set(draft);
        onClose();
      }}
    >
      <p className="note">{labPage.setup.lead}</p>
      {keys.map((key) => {
        const parameter = parameters[key];
        if (!parameter) return null;
        return (
          <ParameterField
            key={key}
            name={key}
            label={labels[key]}
            parameter={parameter}
            value={draft[key] ?? lab.getState().state[key] ?? parameter.default}
            onChange={(value) => setDraft((before) => ({ ...before, [key]: value }))}
          />
        );
      })}
      <Button look="main" type="submit">
        {labPage.setup.apply}
      </Button>
    </form>
  );
}
