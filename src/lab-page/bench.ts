/**
 * What a lab page works with: the stores of one lab and the frame loop, handed down by context.
 * `lab` holds the public state (the hash), `experiment` the networks, `selection` what the pointer or focus is on.
 */
import { createContext, useContext } from 'react';
import type { AskedDigits } from '../spec/asked-digits';
import type { ParameterTable, StateOf } from '../spec/parameters';
import type { Presentation, Removable } from '../spec/parse-query';
import type { Answers } from '../store/answers';
import type { ExperimentStore } from '../store/experiment-store';
import type { LabStore } from '../store/lab-store';
import type { SelectionStore } from '../store/selection-store';
import type { SettingsStore } from '../store/settings-store';
import type { BackgroundWorkers } from '../store/sweep/sweep-lane';
import type { FrameLoop } from '../views/frame-loop';

export type Bench<Table extends ParameterTable = ParameterTable> = {
  readonly labId: string;
  readonly table: Table;
  readonly lab: LabStore<Table>;
  readonly experiment: ExperimentStore;
  readonly selection: SelectionStore;
  readonly settings: SettingsStore;
  readonly presentation: Presentation;
  readonly frameLoop: FrameLoop;
  /** What the learner answers to a question of the page, for the page around an embed. */
  readonly answers: Answers;
  /** For what trains beside the networks of the page. */
  readonly background: BackgroundWorkers;
  /** True once, if the learner has already pressed the button that sets the stage in motion. */
  readonly takeArrival: () => boolean;
  /** Set in the single file where a lab trains on digits: it carries fewer training digits than the full version at that address. */
  readonly carries: {
    readonly trainingDigits: number;
    readonly fullVersion: string;
    /** What the experiment of a state asks for. */
    readonly asked: (state: StateOf<Table>) => AskedDigits;
  } | null;
};

export const BenchContext = createContext<Bench | null>(null);

/** The bench of the lab page around this component. Throws outside of one. */
export function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (!bench) throw new Error('This component belongs on a lab page.');
  return bench;
}

/** Whether a part of the page is there: a teacher may have taken it away. */
export function useShows(): (part: Removable) => boolean {
  const { hide } = useBench().presentation;
  return (part) => !hide.includes(part);
}
