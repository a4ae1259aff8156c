/**
 * The stores of one lab, made and wired: the hash feeds the lab store, the lab store's state becomes the
 * experiment, the settings choose the backend. React-free, so that it can be tested as it is.
 */
import type { Bench } from '../lab-page/bench';
import type { LabModule } from '../labs/lab-module';
import { askedDigits } from '../spec/asked-digits';
import type { DataSpec } from '../spec/experiment-spec';
import { defaultsOf } from '../spec/parameters';
import { createAnswers } from '../store/answers';
import { createExperimentStore } from '../store/experiment-store';
import { createLabStore } from '../store/lab-store';
import { createSelectionStore } from '../store/selection-store';
import type { SettingsStore } from '../store/settings-store';
import type { BackgroundWorkers } from '../store/sweep/sweep-lane';
import { createFrameLoop } from '../views/frame-loop';
import { createWorker } from '../worker/create-worker';
import type { DataFile } from '../worker/messages';
import { takeArrival } from './arrival';
import { type Carried, carriedFiles } from './carried';
import { presentation, queryNotes } from './presentation';
import { site } from './site';
import { watchVisibility } from './watch-visibility';

/** The data file of each kind; `null`: made from the seed. */
const DATA_FILES = {
  digits: 'mnist.bin',
  canvas: 'mnist.bin',
  tasks: 'mnist.bin',
  'new-digits': 'mnist.bin',
  words: 'words.bin',
  pairs: 'faces.bin',
  symbols: null,
  sines: null,
} as const;

const trainsOnDigits = ({ table, buildSpec }: LabModule) =>
  DATA_FILES[buildSpec(defaultsOf(table)).data.kind] === DATA_FILES.digits;

function dataFile(kind: DataSpec['kind'], carried: Carried | null): DataFile | null {
  const name = DATA_FILES[kind];
  if (!name) return null;
  return carried
    ? { bytes: carried.data(name === DATA_FILES.digits ? 'digits' : kind) }
    : { url: new URL(`data/${name}`, document.baseURI).href };
}

/** An embed that nobody has seen for so long gives its worker and its GPU context back: a page may hold many. */
const REST_AFTER = 10_000; // ms

export function createBench(labId: string, module: LabModule, settings: SettingsStore): Bench {
  const carried = carriedFiles();
  const frameLoop = createFrameLoop(window);
  // For measurements from outside: our own milliseconds in each of the last frames.
  Object.assign(window, { tied: { frameWork: frameLoop.workTimes } });
  const background: BackgroundWorkers = {
    createWorker: () => createWorker(carried?.workerScript),
    data: (kind) => dataFile(kind, carried),
    watchdog: {
      every(milliseconds, callback) {
        const timer = setInterval(callback, milliseconds);
        return () => clearInterval(timer);
      },
      isHidden: () => document.hidden,
    },
  };
  return {
    labId,
    table: module.table,
    settings,
    presentation,
    frameLoop,
    takeArrival,
    background,
    answers: createAnswers(),
    carries:
      carried && trainsOnDigits(module)
        ? {
            trainingDigits: carried.trainingDigits,
            fullVersion: site,
            asked: (state) => askedDigits(module.buildSpec(state)),
          }
        : null,
    selection: createSelectionStore(),
    lab: createLabStore({
      table: module.table,
      lab: labId,
      hash: location.hash,
      notes: queryNotes,
      replaceHash: (hash) => history.replaceState(history.state, '', hash),
    }),
    experiment: createExperimentStore({
      ...background,
      backend: settings.getState().backend,
      schedule: (callback) => frameLoop.request(callback),
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

  let rest: ReturnType<typeof setTimeout> | undefined;
  function see(outOfSight: boolean) {
    experiment.suspend(outOfSight);
    clearTimeout(rest);
    if (outOfSight && presentation.embed) rest = setTimeout(experiment.rest, REST_AFTER);
  }

  const reload = () => lab.load(location.hash);
  follow();
  const stops = [lab.subscribe(follow), settings.subscribe(follow), watchVisibility(window, see)];
  addEventListener('hashchange', reload);
  addEventListener('pagehide', lab.flush);
  return () => {
    removeEventListener('hashchange', reload);
    removeEventListener('pagehide', lab.flush);
    clearTimeout(rest);
    lab.flush();
    for (const stop of stops) stop();
    experiment.dispose();
  };
}

/**
 * What stands on the bench before anybody presses: `run` trains at once, `poster` shows a run recorded before where
 * there is one of this experiment, without worker or GPU. Resolves when that can be drawn.
 */
export async function startBench({ experiment }: Bench, module: LabModule): Promise<void> {
  const start = presentation.start ?? (presentation.embed ? 'poster' : 'paused');
  if (start === 'run') experiment.run();
  const { spec } = experiment.getState();
  if (start !== 'poster' || !spec) return;
  const stored = await import('../labs/recordings')
    .then(({ loadStoredRun }) => loadStoredRun(module, spec))
    .catch(() => null);
  if (stored) experiment.showStored(stored);
}
