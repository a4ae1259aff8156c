/**
 * The experiment of the page: its state and what may be done with it. The conversation with the training worker,
 * which starts at the first action that needs it, is experiment-run's. No React, no DOM.
 */

import { createStore } from 'zustand/vanilla';
import type { BackendChoice } from '../spec/backend';
import type { ExperimentSpec, NetworkId } from '../spec/experiment-spec';
import type { Watch } from '../worker/frames';
import type { Input } from '../worker/messages';
import { createExperimentRun, type RunPorts } from './experiment-run';
import {
  atStepZero,
  type ExperimentState,
  isBehind,
  isRecovering,
  noExperiment,
  type TrainingSpeed,
} from './experiment-state';
import type { Tell } from './questions';
import { type ActiveStore, withActions } from './readable-store';
import { changesOfStored, type StoredRun } from './stored-run';

export type ExperimentActions = {
  /** A new experiment at step 0. Opens it only if the worker is awake already. */
  configure(spec: ExperimentSpec, bench: readonly NetworkId[], backend?: BackendChoice): void;
  /** Shows a run recorded elsewhere in place of one at step 0, if it is of this very experiment. */
  showStored(run: StoredRun): void;
  /** Back to step 0 of what was shown of a stored run; does nothing where none is shown. */
  leaveStored(): void;
  /** Starts the worker and opens the experiment, if that has not been done. */
  wake(): void;
  setBench(networks: readonly NetworkId[]): void;
  /** Trains to the end of the run; from there, when no network is behind, as many steps again. */
  run(): void;
  pause(): void;
  /** How fast Run trains; takes effect at once. Single steps and catching up know no pace. */
  setSpeed(speed: TrainingSpeed): void;
  /** While on (nobody can see the page) nothing trains; what was under way then goes on. No pause to the eye. */
  suspend(on: boolean): void;
  /** While nobody can see the page: gives worker and GPU back. Seen again, or acted on, the run stands where it stood. */
  rest(): void;
  /** After a failure: loads the data or opens the run again, and takes up the training that it broke off. */
  retry(): void;
  /** What `recovered` or `tookBack` says has been read. */
  dismissRecovered(): void;
  /** Trains this many steps; while a run is going on it pauses instead. */
  stepOnce(count?: number): void;
  /** Back to step 0 of the same experiment. */
  reset(): void;
  setWatch(watch: Watch): void;
  /** Looks back at a recorded frame; null: at the newest. */
  scrubTo(index: number | null): void;
  /** Pauses what is under way, then adds `delta` to one weight of each of these networks; see `poked`. */
  poke(networks: readonly NetworkId[], site: number, filter: number, tap: number, delta: number): void;
  /** Asks what the networks say of an input. One question at a time; of those that wait, the last. */
  predict(input: Input): void;
  /** The same, beside what the screen asks and shows: every question gets its own answer, once. */
  ask(input: Input, tell: Tell): void;
  /** Measures the survey of the data while `active`; see `surveys`. */
  survey(active: boolean): void;
  /** Back to the last good weights after a divergence. */
  restore(): void;
  /** Something not in the link has changed the run. */
  markChanged(): void;
  dispose(): void;
};

export type ExperimentStore = ActiveStore<ExperimentState, ExperimentActions>;

export function createExperimentStore(ports: RunPorts): ExperimentStore {
  const run = createExperimentRun(ports, {
    get: () => store.getState(),
    set: (changes) => store.setState(changes),
  });
  const { worker, change, wake } = run;

  /** For what only looks at the networks: it does not start again what has failed. */
  function wakeUnlessFailed(): boolean {
    if (!store.getState().failure) wake();
    return worker.isOpen();
  }

  const actions: ExperimentActions = {
    configure: (spec, bench, backend) => run.startOver({ spec, bench }, backend),
    showStored(stored) {
      if (!worker.isOpen()) change(changesOfStored(store.getState(), stored));
    },
    leaveStored() {
      if (store.getState().stored) change(atStepZero(store.getState()));
    },
    wake,
    setBench(networks) {
      const { catchingUp } = store.getState();
      const still = catchingUp && networks.includes(catchingUp.network);
      change({ bench: networks, catchingUp: still ? catchingUp : null });
      run.setBench();
    },
    run() {
      wake();
      const state = store.getState();
      const { spec, step } = state;
      if (!spec) return;
      run.train((Math.floor((isBehind(state) ? step - 1 : step) / spec.steps) + 1) * spec.steps, false);
    },
    pause: run.pause,
    setSpeed: run.setSpeed,
    suspend: run.suspend,
    rest: run.rest,
    retry: run.retry,
    dismissRecovered() {
      // What is still going on cannot be dismissed.
      if (!isRecovering(store.getState())) change({ recovered: null, tookBack: null });
    },
    stepOnce(count = 1) {
      wake();
      const { spec, step, target, catchingUp } = store.getState();
      if (!spec) return;
      if (target === null ? catchingUp !== null : !run.isStepping()) return run.pause();
      run.train((target ?? step) + count, true);
    },
    reset: () => run.startOver({}),
    setWatch(watch) {
      change({ watch });
      worker.send({ type: 'watch', watch });
    },
    scrubTo(index) {
      const last = store.getState().frames.length - 1;
      change({ scrub: index === null || last < 0 ? null : Math.max(0, Math.min(last, Math.round(index))) });
    },
    poke(networks, site, filter, tap, delta) {
      wake();
      const { target, catchingUp } = store.getState();
      if (target !== null || catchingUp) run.pause();
      change({ changedByHand: true, scrub: null, poking: worker.isOpen(), poked: null });
      worker.send({ type: 'poke', networks, site, filter, tap, delta });
    },
    predict(input) {
      if (wakeUnlessFailed()) run.questions.ask(input.slice());
    },
    ask(input, tell) {
      if (wakeUnlessFailed()) run.questions.askAside(input.slice(), tell);
      else tell({ refused: store.getState().failure?.code ?? 'started-over' });
    },
    survey(active) {
      worker.survey(active);
      if (active) wakeUnlessFailed();
    },
    restore: run.restore,
    markChanged: () => change({ changedByHand: true }),
    dispose: run.dispose,
  };
  const store = createStore<ExperimentState & ExperimentActions>(() => ({ ...noExperiment, ...actions }));
  return withActions(store, actions);
}
