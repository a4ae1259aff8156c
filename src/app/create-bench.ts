/**
 * The stores of one lab, made and wired: the hash feeds the lab store, the lab store's state becomes the
 * experiment, the settings choose the backend. React-free, so that it can be tested as it is.
 */
import type { Bench } from '../lab-page/bench';
import type { LabModule } from '../labs/lab-module';
import { createExperimentStore } from '../store/experiment-store';
import { createLabStore } from '../store/lab-store';
import { createSelectionStore } from '../store/selection-store';
import type { SettingsStore } from '../store/settings-store';
import { createFrameLoop } from '../views/frame-loop';
import { createWorker } from '../worker/create-worker';
import { takeArrival } from './arrival';
import { carriedFiles } from './carried';
import { site } from './site';
import { watchVisibility } from './watch-visibility';

export function createBench(labId: string, module: LabModule, settings: SettingsStore): Bench {
  const carried = carriedFiles();
  const frameLoop = createFrameLoop(window);
  // For measurements from outside: our own milliseconds in each of the last frames.
  Object.assign(window, { tied: { frameWork: frameLoop.workTimes } });
  return {
    labId,
    table: module.table,
    settings,
    frameLoop,
    takeArrival,
    carries: carried && { trainingDigits: carried.trainingDigits, fullVersion: site },
    selection: createSelectionStore(),
    lab: createLabStore({
      table: module.table,
      lab: labId,
      hash: location.hash,
      replaceHash: (hash) => history.replaceState(history.state, '', hash),
    }),
    experiment: createExperimentStore({
      createWorker: () => createWorker(carried?.workerScript),
      data: carried ? { bytes: carried.digits } : { url: new URL('data/mnist.bin', document.baseURI).href },
      backend: settings.getState().backend,
      schedule: (callback) => frameLoop.request(callback),
      watchdog: {
        every(milliseconds, callback) {
          const timer = setInterval(callback, milliseconds);
          return () => clearInterval(timer);
        },
        isHidden: () => document.hidden,
      },
    }),
  };
}

/**
 * Keeps the experiment in step with the lab's state, and the state with the address; holds it while nobody can see
 * it. Returns the way to stop.
 */
export function connectBench(bench: Bench, module: LabModule): () => void {
  const { lab, experiment, settings } = bench;
  let spec = '';
  let networks = '';
  let backend = settings.getState().backend;

  function follow() {
    const { state } = lab.getState();
    const wanted = module.buildSpec(state);
    const onBench = module.benchOf(state);
    const chosen = settings.getState().backend;
    const specText = JSON.stringify(wanted);
    if (specText !== spec || chosen !== backend) experiment.configure(wanted, onBench, chosen);
    else if (onBench.join() !== networks) experiment.setBench(onBench);
    spec = specText;
    networks = onBench.join();
    backend = chosen;
  }

  const reload = () => lab.load(location.hash);
  follow();
  const stops = [
    lab.subscribe(follow),
    settings.subscribe(follow),
    watchVisibility(window, (outOfSight) => experiment.suspend(outOfSight)),
  ];
  addEventListener('hashchange', reload);
  addEventListener('pagehide', lab.flush);
  return () => {
    removeEventListener('hashchange', reload);
    removeEventListener('pagehide', lab.flush);
    lab.flush();
    for (const stop of stops) stop();
    experiment.dispose();
  };
}
