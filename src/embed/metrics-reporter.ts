/**
 * Tells the page around the figures of training: at most twice a second while it runs, once after it starts,
 * stops or is reset, whoever did it, and not otherwise. After a stop it waits until all examples are counted.
 * A `step` command holds it: its figures are told once, at its end.
 */
import type { Metrics, RunFigures } from '../spec/frame-messages';
import { type ExperimentState, isMild } from '../store/experiment-state';
import type { ExperimentStore } from '../store/experiment-store';
import { areFiguresIn, isTraining, runFigures } from '../store/figures';
import type { Delay } from '../store/lab-store';

const INTERVAL = 500; // ms

export type MetricsReporter = {
  /** Does this and tells the figures once after it. */
  around(act: () => void): void;
  /** Nothing is told until `release`. */
  hold(): void;
  /** `report`: the figures are told now; else as after whatever has happened meanwhile. */
  release(report: boolean): void;
  dispose(): void;
};

export function metricsOf(state: ExperimentState): Metrics {
  const runs: Record<string, RunFigures> = {};
  for (const network of state.spec?.networks ?? [])
    if (state.bench.includes(network.id)) runs[network.id] = runFigures(network, state.networks[network.id]);
  return {
    step: state.step,
    steps: state.spec?.steps ?? 0,
    backend: state.backend,
    running: isTraining(state),
    runs,
  };
}

export function createMetricsReporter(ports: {
  readonly experiment: Pick<ExperimentStore, 'getState' | 'subscribe'>;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  readonly delay: Delay;
  readonly send: (metrics: Metrics) => void;
}): MetricsReporter {
  const { experiment, clock, delay, send } = ports;
  let running = isTraining(experiment.getState());
  /** Training has stopped and its last figures are not told yet. */
  let due = false;
  let held = false;
  let last = Number.NEGATIVE_INFINITY;
  let callOff: (() => void) | null = null;

  function report() {
    callOff?.();
    callOff = null;
    due = false;
    last = clock();
    send(metricsOf(experiment.getState()));
  }

  function reportWhenCounted(state: ExperimentState) {
    due = true;
    const failed = state.failure !== null && !isMild(state.failure);
    if (failed || areFiguresIn(state)) report();
  }

  function reportProgress() {
    const wait = last + INTERVAL - clock();
    if (wait <= 0) report();
    else callOff ??= delay(report, wait);
  }

  function forget() {
    callOff?.();
    callOff = null;
    due = false;
    running = isTraining(experiment.getState());
  }

  const unsubscribe = experiment.subscribe((state, previous) => {
    if (held) return;
    if (state.spec !== previous.spec) return forget();
    const startedOver = state.order === 0 && previous.order > 0 && previous.failure === null;
    if (startedOver) {
      forget();
      return report();
    }
    const was = running;
    running = isTraining(state);
    if (running && !was) {
      if (due) report();
      report();
    } else if (running) {
      if (state.networks !== previous.networks || state.step !== previous.step) reportProgress();
    } else if (was) {
      callOff?.();
      callOff = null;
      reportWhenCounted(state);
    } else if (due) reportWhenCounted(state);
  });

  return {
    around(act) {
      if (due) report();
      held = true;
      act();
      held = false;
      forget();
      report();
    },
    hold() {
      if (due) report();
      forget();
      held = true;
    },
    release(now) {
      held = false;
      forget();
      if (now) report();
      else if (!running) reportWhenCounted(experiment.getState());
    },
    dispose() {
      unsubscribe();
      callOff?.();
    },
  };
}
