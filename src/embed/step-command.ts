/**
 * The command `step`: trains so many steps and waits until every network on the bench has its figures on all
 * examples. One at a time. Whatever ends it (a fault, a pause, another run), it ends exactly once.
 */
import { type ErrorCode, errorCodes } from '../spec/frame-messages';
import { type ExperimentState, isMild } from '../store/experiment-state';
import type { ExperimentStore } from '../store/experiment-store';
import { areFiguresIn, isTraining } from '../store/figures';

export type StepOutcome =
  | { readonly ok: true; readonly step: number }
  | { readonly ok: false; readonly code: ErrorCode; readonly why: string };

export type StepCommand = {
  isPending(): boolean;
  start(count: number, end: (outcome: StepOutcome) => void): void;
  /** Something else has been asked for. */
  cancel(): void;
};

const failureOf = ({ failure }: ExperimentState) => (failure && !isMild(failure) ? failure : null);
const stoppedAt = ({ step }: ExperimentState): StepOutcome => ({
  ok: false,
  code: 'bad-state',
  why: `Another command came before the steps were done. The networks are at step ${step}.`,
});

export function createStepCommand(
  experiment: Pick<ExperimentStore, 'getState' | 'subscribe' | 'stepOnce' | 'pause'>,
): StepCommand {
  let cancel: (() => void) | null = null;

  function start(count: number, end: (outcome: StepOutcome) => void) {
    const { spec } = experiment.getState();
    /** Step to reach; null: what was under way is still to stop. */
    let goal: number | null = null;
    let starting = false;

    function settle(outcome: StepOutcome) {
      if (cancel !== stop) return;
      cancel = null;
      unsubscribe();
      end(outcome);
    }
    const stop = () => settle(stoppedAt(experiment.getState()));

    function begin() {
      if (cancel !== stop || goal !== null || isTraining(experiment.getState())) return;
      const before = failureOf(experiment.getState());
      if (before?.code === 'diverged')
        return settle({ ok: false, code: 'diverged', why: errorCodes.diverged });
      starting = true;
      experiment.stepOnce(count);
      starting = false;
      goal = experiment.getState().target;
      if (goal === null && !failureOf(experiment.getState())) return stop();
      judge(experiment.getState());
    }

    function judge(state: ExperimentState) {
      if (starting || cancel !== stop) return;
      const failure = failureOf(state);
      if (state.spec !== spec) return stop();
      if (goal === null) {
        if (failure) settle({ ok: false, code: failure.code, why: errorCodes[failure.code] });
        // In a turn of its own: the store is still telling others of this change.
        else if (!isTraining(state)) queueMicrotask(begin);
        return;
      }
      if (failure) return settle({ ok: false, code: failure.code, why: errorCodes[failure.code] });
      if (state.target === goal) return;
      if (state.target !== null || state.step < goal) return stop();
      if (!isTraining(state) && areFiguresIn(state)) settle({ ok: true, step: state.step });
    }

    cancel = stop;
    const unsubscribe = experiment.subscribe((state) => judge(state));
    if (isTraining(experiment.getState())) experiment.pause();
    else begin();
  }

  return { isPending: () => cancel !== null, start, cancel: () => cancel?.() };
}
