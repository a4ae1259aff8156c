/**
 * The sweep of the page: its store, made once, and the plan that is shown. What runs or waits to be resumed is shown
 * as it was started, and so is what has just finished, until the page or the choice of rows and columns changes.
 */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { sweepPorts } from '../../../lab-page/sweep/sweep-ports';
import { patternNames } from '../../../spec/tie-map';
import type { SweepPlan } from '../../../store/sweep/sweep-plan';
import { createSweepStore, type SweepState, type SweepStore } from '../../../store/sweep/sweep-store';
import { useHowMuch } from '../use-how-much';
import { chosenOf, type Degree, degreeOf, FIRST_ROWS, ownMapOf, ROWS, settingsOf } from './sweep-page';

export type SweepChoice = { readonly rows: readonly number[]; readonly degrees: readonly Degree[] };

export type Sweep = {
  readonly store: SweepStore;
  readonly state: SweepState;
  readonly plan: SweepPlan;
  /** The plan is of other settings than the page has now. */
  readonly foreign: boolean;
  readonly choice: SweepChoice;
  readonly choose: (choice: SweepChoice) => void;
  /** Numbers of examples to choose from. */
  readonly rows: readonly number[];
  /** Shows a sweep of what the page has now. */
  readonly release: () => void;
  /** The page's own map, if it has or had one. */
  readonly own: string | null;
};

function useSweepStore(): SweepStore {
  const { background } = useBench();
  const [store] = useState(() => createSweepStore(sweepPorts(background)));
  useEffect(() => store.rest, [store]);
  return store;
}

const FIRST_CHOICE: SweepChoice = { rows: FIRST_ROWS, degrees: [...patternNames, 'own'] };
const choiceOf = ({ rows, columns }: SweepPlan): SweepChoice => ({ rows, degrees: columns.map(degreeOf) });

export function useSweep(): Sweep {
  const { settings: device, carries } = useBench();
  const store = useSweepStore();
  const state = useStore(store);
  const backend = useStore(device, (settings) => settings.backend);
  const page = useHowMuch((whole) => whole);
  const digits = carries?.trainingDigits ?? null;
  const rows = ROWS.filter((examples) => digits === null || examples <= digits);
  const settings = settingsOf(page, backend, digits);

  const latestOwn = useRef<string | null>(null);
  latestOwn.current = ownMapOf(page) ?? latestOwn.current;
  const own = latestOwn.current;
  const columns = [...patternNames, ...(own === null ? [] : [own])];

  const [held, setHeld] = useState(state.plan);
  const [wanted, setWanted] = useState<SweepChoice>(() => (held ? choiceOf(held) : FIRST_CHOICE));
  useEffect(() => {
    if (state.plan) setHeld(state.plan);
  }, [state.plan]);

  const present = JSON.stringify([settings, own]);
  const seen = useRef(present);
  useEffect(() => {
    if (seen.current === present) return;
    seen.current = present;
    if (store.getState().status === 'idle') setHeld(null);
  }, [present, store]);

  // A stored plan may be of rows and columns that are not offered here.
  const choice: SweepChoice = {
    rows: chosenOf(rows, wanted.rows, FIRST_CHOICE.rows),
    degrees: chosenOf(columns.map(degreeOf), wanted.degrees, FIRST_CHOICE.degrees),
  };
  const draft: SweepPlan = {
    settings,
    rows: rows.filter((examples) => choice.rows.includes(examples)),
    columns: columns.filter((map) => choice.degrees.includes(degreeOf(map))),
  };
  const plan = state.plan ?? held ?? draft;
  return {
    ...{ store, state, plan, choice, rows, own },
    foreign: JSON.stringify(plan.settings) !== JSON.stringify(settings),
    choose(next) {
      setWanted(next);
      setHeld(null);
    },
    release: () => setHeld(null),
  };
}
