/** Quiet marks of the run: where it trains, with the reason and the choice behind it; and whether it was changed by hand. */
import { type ReactNode, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { addWords } from '../i18n/catalogue';
import { marks as ownWords } from '../i18n/en/marks';
import { useMessages } from '../ui/messages-context';
import { Segmented } from '../ui/segmented';
import { useBench } from './bench';

addWords({ marks: ownWords });

export function Marks() {
  const { experiment } = useBench();
  const { marks } = useMessages();
  const changed = useStore(experiment, (store) => store.changedByHand);
  return (
    <>
      <BackendMark />
      {changed && (
        <Mark label={marks.changed} warning>
          {marks.changedHint}
        </Mark>
      )}
    </>
  );
}

function BackendMark() {
  const { experiment, settings } = useBench();
  const { labPage, marks, app } = useMessages();
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
  const waiting = starting ? labPage.opening : marks.trainOn;
  return (
    <Mark label={backend ? marks.trainsOn(labPage.backend[backend]) : waiting}>
      {backend && reason && (
        <p>{marks.trainsBecause(labPage.backend[backend], marks.backendReason[reason])}</p>
      )}
      <p className="note" id={note}>
        {backendNote}
      </p>
      <Segmented
        legend={marks.trainOn}
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
