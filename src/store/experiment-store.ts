/**
 * The experiment of the page: its state and what may be done with it. Owns the conversation with the
 * training worker, which starts at the first action that needs it. No React, no DOM.
 */

import { createStore } from 'zustand/vanilla';
import type { BackendChoice } from '../spec/backend';
import type { ExperimentSpec, NetworkId } from '../spec/experiment-spec';
import { createWorkerClient, type WorkerLike } from '../worker/client';
import type { Pixels, Watch, WorkerEvent } from '../worker/messages';
import {
  atStepZero,
  changesOf,
  type ExperimentState,
  endsRun,
  isBehind,
  noExperiment,
  openStatus,
} from './experiment-state';
import { type ActiveStore, withActions } from './readable-store';

export type ExperimentActions = {
  /** A new experiment at step 0. Opens it only if the worker is awake already. */
  configure(spec: ExperimentSpec, bench: readonly NetworkId[], backend?: BackendChoice): void;
  /** Starts the worker and opens the experiment, if that has not been done. */
  wake(): void;
  setBench(networks: readonly NetworkId[]): void;
  /** Trains to the end of the run; from there, when no network is behind, as many steps again. */
  run(): void;
  pause(): void;
  /** Trains this many steps; while a run is going on it pauses instead. */
  stepOnce(count?: number): void;
  /** Back to step 0 of the same experiment. */
  reset(): void;
  setWatch(watch: Watch): void;
  /** Looks back at a recorded frame; null: at the newest. */
  scrubTo(index: number | null): void;
  /** Pauses what is under way, then adds `delta` to one weight of each of these networks; see `poked`. */
  poke(networks: readonly NetworkId[], site: number, filter: number, tap: number, delta: number): void;
  /** Asks for the class probabilities of a picture. One question at a time; of those that wait, the last. */
  predict(pixels: Pixels): void;
  mapPlacements(active: boolean): void;
  /** Back to the last good weights after a divergence. */
  restore(): void;
  /** Something not in the link has changed the run. */
  markChanged(): void;
  dispose(): void;
};

export type ExperimentStore = ActiveStore<ExperimentState, ExperimentActions>;

export function createExperimentStore(ports: {
  readonly createWorker: () => Promise<WorkerLike>;
  /** Absolute URL of the digit file. */
  readonly dataUrl: string;
  readonly backend: BackendChoice;
  /** Calls back after the next drawing. */
  readonly schedule: (callback: () => void) => void;
}): ExperimentStore {
  const client = createWorkerClient({ createWorker: ports.createWorker, afterDraw: ports.schedule });
  let backend = ports.backend;
  /** A run is open in the worker. */
  let live = false;
  /** The target was set by single steps. */
  let stepping = false;
  let mapping = false;
  let request = 0;
  let asked: number | null = null;
  let nextPixels: Pixels | null = null;

  function change(changes: Partial<ExperimentState>) {
    const next = { ...store.getState(), ...changes };
    const status = live ? openStatus(next) : next.failure ? 'failed' : 'closed';
    store.setState({ ...changes, status });
  }

  function receive(event: WorkerEvent) {
    const state = store.getState();
    const changes = changesOf(state, event);
    if (event.type === 'failed') {
      asked = null;
      nextPixels = null;
      if (endsRun(event.code)) live = false;
    }
    change(changes);
    if (event.type === 'predicted' && event.request === asked) {
      asked = null;
      if (nextPixels) ask(nextPixels);
    }
  }

  function ask(pixels: Pixels) {
    nextPixels = null;
    request += 1;
    asked = request;
    client.send({ type: 'predict', request, pixels });
  }

  function startOver() {
    stepping = false;
    asked = null;
    nextPixels = null;
    change(atStepZero(store.getState()));
  }

  function open() {
    const { spec, bench, watch } = store.getState();
    if (!spec || bench.length === 0) return;
    live = true;
    startOver();
    client.open({ spec, bench, backend, dataUrl: ports.dataUrl });
    client.send({ type: 'watch', watch });
    if (mapping) client.send({ type: 'map-placements', active: true });
  }

  function wake() {
    if (!live) open();
  }

  /** For what only looks at the networks: it does not start again what has failed. */
  function wakeUnlessFailed(): boolean {
    if (!store.getState().failure) wake();
    return live;
  }

  function nextOrder(changes: Partial<ExperimentState> = {}): number {
    const order = store.getState().order + 1;
    change({ ...changes, order });
    return order;
  }

  function trainTo(target: number) {
    const order = nextOrder({ target, scrub: null, failure: null });
    client.send({ type: 'train', order, until: target });
  }

  function pause() {
    if (live) client.send({ type: 'pause', order: nextOrder() });
  }

  const unsubscribe = client.subscribe(receive);

  const actions: ExperimentActions = {
    configure(spec, bench, choice) {
      if (choice) backend = choice;
      change({ ...atStepZero(store.getState()), spec, bench });
      if (live) open();
    },
    wake,
    setBench(networks) {
      const { catchingUp } = store.getState();
      const still = catchingUp && networks.includes(catchingUp.network);
      change({ bench: networks, catchingUp: still ? catchingUp : null });
      if (live) client.send({ type: 'bench', networks });
    },
    run() {
      wake();
      const state = store.getState();
      const { spec, step } = state;
      if (!spec) return;
      stepping = false;
      trainTo((Math.floor((isBehind(state) ? step - 1 : step) / spec.steps) + 1) * spec.steps);
    },
    pause,
    stepOnce(count = 1) {
      wake();
      const { spec, step, target, catchingUp } = store.getState();
      if (!spec) return;
      if (target === null ? catchingUp !== null : !stepping) return pause();
      stepping = true;
      trainTo((target ?? step) + count);
    },
    reset() {
      if (live) open();
      else change(atStepZero(store.getState()));
    },
    setWatch(watch) {
      change({ watch });
      if (live) client.send({ type: 'watch', watch });
    },
    scrubTo(index) {
      const last = store.getState().frames.length - 1;
      change({ scrub: index === null || last < 0 ? null : Math.max(0, Math.min(last, Math.round(index))) });
    },
    poke(networks, site, filter, tap, delta) {
      wake();
      const { target, catchingUp } = store.getState();
      if (target !== null || catchingUp) pause();
      change({ changedByHand: true, scrub: null, poking: live, poked: null });
      client.send({ type: 'poke', networks, site, filter, tap, delta });
    },
    predict(pixels) {
      if (!wakeUnlessFailed()) return;
      const copy = pixels.slice();
      if (asked === null) ask(copy);
      else nextPixels = copy;
    },
    mapPlacements(active) {
      mapping = active;
      const wasLive = live;
      // Opening sends it along.
      if (active ? wakeUnlessFailed() && wasLive : live) client.send({ type: 'map-placements', active });
    },
    restore() {
      if (live) client.send({ type: 'restore', order: nextOrder() });
    },
    markChanged: () => change({ changedByHand: true }),
    dispose() {
      unsubscribe();
      client.dispose();
      live = false;
      change({ failure: null, target: null, loading: null, catchingUp: null, poking: false });
    },
  };
  const store = createStore<ExperimentState & ExperimentActions>(() => ({ ...noExperiment, ...actions }));
  return withActions(store, actions);
}
