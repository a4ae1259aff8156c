/** Quiet marks of the run: where it trains, with the reason and the choice behind it; and whether it was changed by hand. */
import { type ReactNode, useId, useRef } from 'react';
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
  const status = useStore(experiment, (store) => store.status);
  const choice = useStore(settings, (store) => store.backend);
  const note = useId();
  /** Once it stands it stays: a choice made in it must not take it away under the pointer. */
  const stands = useRef(false);
  stands.current ||= backend !== null || status !== 'closed';
  if (!stands.current) return null;
  const { backends, backendNote } = app.settingsDialog;
  const starting = status === 'opening' || status === 'recovering';
  const waiting = starting ? labPage.opening : labPage.trainOn;
  return (
    <Mark label={backend ? labPage.trainsOn(labPage.backend[backend]) : waiting}>
      {backend && reason && (
        <p>{labPage.trainsBecause(labPage.backend[backend], labPage.backendReason[reason])}</p>
      )}
      <p className="note" id={note}>
        {backendNote}
      </p>
      <Segmented
        legend={labPage.trainOn}
        describedBy={note}
        value={choice}
        onChange={(value) => settings.getState().set({ backend: value })}
        segments={(['auto', 'webgl', 'cpu'] as const).map((value) => ({ value, label: backends[value] }))}
      />
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
