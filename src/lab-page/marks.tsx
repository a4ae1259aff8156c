/** Quiet marks of the run: where it trains, with the reason and the choice behind it; and whether it was changed by hand. */
import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../ui/messages-context';
import { Segmented } from '../ui/segmented';
import { useBench } from './bench';

export function Marks() {
  const { experiment } = useBench();
  const { labPage } = useMessages();
  const changed = useStore(experiment, (store) => store.changedByHand);
  return (
    <>
      <BackendMark />
      {changed && (
        <Mark label={labPage.changed} warning>
          {labPage.changedHint}
        </Mark>
      )}
    </>
  );
}

function BackendMark() {
  const { experiment, settings } = useBench();
  const { labPage, app } = useMessages();
  const backend = useStore(experiment, (store) => store.backend);
  const reason = useStore(experiment, (store) => store.backendReason);
  const asleep = useStore(experiment, ({ status }) => status === 'closed');
  const choice = useStore(settings, (store) => store.backend);
  if (asleep && !backend) return null;
  const { backends, backendNote } = app.settingsDialog;
  return (
    <Mark label={backend ? labPage.trainsOn(labPage.backend[backend]) : labPage.opening}>
      {backend && reason && (
        <p>{labPage.trainsBecause(labPage.backend[backend], labPage.backendReason[reason])}</p>
      )}
      <Segmented
        legend={labPage.trainOn}
        value={choice}
        onChange={(value) => settings.getState().set({ backend: value })}
        segments={(['auto', 'webgl', 'cpu'] as const).map((value) => ({ value, label: backends[value] }))}
      />
      <p className="note">{backendNote}</p>
    </Mark>
  );
}

/** A small label; pressing it opens what it means. */
function Mark(props: { readonly label: string; readonly children: ReactNode; readonly warning?: boolean }) {
  const id = useId();
  return (
    <span className="mark">
      <button
        type="button"
        className={props.warning ? 'mark-label mark-warning' : 'mark-label'}
        popoverTarget={id}
      >
        {props.label}
      </button>
      <div id={id} popover="auto" className="mark-explanation">
        {props.children}
      </div>
    </span>
  );
}
