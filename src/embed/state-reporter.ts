/** Tells the page around what is on the bench, whenever that has changed, and who changed it. */
import type { FrameState } from '../spec/frame-messages';
import type { ParameterTable } from '../spec/parameters';
import type { Delay, LabStore } from '../store/lab-store';

const SEND_AFTER = 250; // ms, as the address

type Source = 'user' | 'api';

export type StateReporter = {
  /** What this changes was changed by the page around. */
  byApi<Result>(act: () => Result): Result;
  now(): { readonly state: FrameState; readonly source: Source };
  dispose(): void;
};

export function createStateReporter(ports: {
  readonly labId: string;
  readonly lab: LabStore<ParameterTable>;
  readonly delay: Delay;
  readonly send: (change: { readonly state: FrameState; readonly source: Source }) => void;
}): StateReporter {
  const { labId, lab, delay, send } = ports;
  const stateNow = (): FrameState => ({ lab: labId, ...lab.getState().state });
  let told = JSON.stringify(stateNow());
  /** Who made the newest change; a link counts as the user's. */
  let source: Source = 'user';
  let acting = false;
  let callOff: (() => void) | null = null;

  function tell(state: FrameState) {
    callOff?.();
    callOff = null;
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    send({ state, source });
  }

  const unsubscribe = lab.subscribe((now, before) => {
    if (now.state === before.state) return;
    const by = acting ? 'api' : 'user';
    // What the other one has done is told as theirs.
    if (callOff && by !== source) tell({ lab: labId, ...before.state });
    callOff?.();
    source = by;
    callOff = delay(() => tell(stateNow()), SEND_AFTER);
  });

  return {
    byApi(act) {
      acting = true;
      try {
        return act();
      } finally {
        acting = false;
      }
    },
    now: () => ({ state: stateNow(), source }),
    dispose() {
      unsubscribe();
      callOff?.();
    },
  };
}
