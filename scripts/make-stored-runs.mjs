/**
 * Makes src/labs/<lab>/stored-runs/*.json, the recorded runs that posters show: trains each with the engine in Node on
 * the `cpu` kernels, all networks, to its last step, with its survey and the answers to the question of its stage.
 * `node scripts/make-stored-runs.mjs [name ...]`; takes about a minute a run.
 */
import './check-node.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { prepare } from './prepare.mjs';

/** @typedef {(path: string) => Promise<Record<string, any>>} Load */

const root = fileURLToPath(new URL('..', import.meta.url));
const files = {
  digits: 'mnist.bin',
  canvas: 'mnist.bin',
  tasks: 'mnist.bin',
  'new-digits': 'mnist.bin',
  words: 'words.bin',
  pairs: 'faces.bin',
  symbols: null,
  sines: null,
};

/**
 * A worker of this process: the host on the engine itself.
 * @param {Load} load
 */
async function workerHere(load) {
  const { createHost } = await load('worker/host.ts');
  const { loadBytes } = await load('worker/host/load-bytes.ts');
  const { chooseBackend } = await load('engine/backend.ts');
  const { createSession } = await load('engine/session.ts');
  const { decodeData } = await load('engine/data/data-file.ts');
  const target = new EventTarget();
  const clock = () => performance.now();
  const host = createHost({
    send: (event) => setImmediate(() => target.dispatchEvent(new MessageEvent('message', { data: event }))),
    chooseBackend: (choice) => chooseBackend(choice, () => null),
    createSession: (request) => createSession({ ...request, clock }),
    loadData: async ({ kind, file }, onProgress) =>
      decodeData(kind, file && (await loadBytes(file, onProgress))),
    clock,
    yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  return {
    postMessage: (command) => setImmediate(() => host.receive(structuredClone(command))),
    addEventListener: (type, listener) => target.addEventListener(type, listener),
    terminate: () => host.dispose(),
  };
}

/**
 * Resolves when the state is so; rejects on any failure.
 * @param {any} store
 * @param {(state: any) => boolean} test
 */
function until(store, test) {
  return new Promise((resolve, reject) => {
    const look = (/** @type {any} */ state) => {
      if (state.failure) reject(new Error(`${state.failure.code}: ${state.failure.detail}`));
      else if (test(state)) resolve(state);
      else return;
      stop();
    };
    const stop = store.subscribe(look);
    look(store.getState());
  });
}

/**
 * @param {Load} load
 * @param {any} spec
 * @param {{watch: {filter: number, filters: number}, input: Float32Array}} stage
 */
async function record(load, spec, { watch, input }) {
  const networks = spec.networks.map((/** @type {{id: string}} */ { id }) => id);
  const { createExperimentStore } = await load('store/experiment-store.ts');
  const store = createExperimentStore({
    createWorker: () => workerHere(load),
    data: (/** @type {keyof typeof files} */ kind) =>
      files[kind] && { bytes: new Uint8Array(readFileSync(join(root, 'public/data', files[kind]))) },
    backend: 'cpu',
    schedule: (callback) => setImmediate(callback),
  });
  store.configure(spec, networks, 'cpu');
  store.setSpeed('fast');
  store.setWatch({ ...watch, ledger: true, kernels: true });
  store.run();
  await until(store, ({ step, status }) => step === spec.steps && status === 'idle');
  store.survey(true);
  store.predict(input);
  const isWhole = (/** @type {any} */ state, /** @type {string} */ id) =>
    state.surveys[id]?.done &&
    state.networks[id].watched?.step === spec.steps &&
    state.networks[id].evaluations.at(-1).full;
  await until(store, (state) => state.prediction && networks.every((id) => isWhole(state, id)));
  const { step, networks: records, prediction, surveys } = store.getState();
  store.dispose();
  const kept = Object.entries(records).map(([id, each]) => [
    id,
    { ...each, ...lighter(each.watched), losses: each.losses.map(shorter) },
  ]);
  return { spec, step, networks: Object.fromEntries(kept), prediction: drawable(prediction), surveys, input };
}

/** A loss as it is drawn: six digits are more than a curve can show, and a third of the text. */
const shorter = (/** @type {number} */ loss) => Number(loss.toPrecision(6));

/**
 * Curves of y to a thousandth, which is less than a pixel: they pack better.
 * @param {any} prediction
 */
function drawable({ networks, ...rest }) {
  const answers = Object.entries(networks).map(([id, answer]) => [
    id,
    answer.kind === 'curves'
      ? { ...answer, ...{ answer: toGrid(answer.answer), curves: toGrid(answer.curves) } }
      : answer,
  ]);
  return { ...rest, networks: Object.fromEntries(answers) };
}

const toGrid = (/** @type {Float32Array} */ values) => values.map((value) => Math.round(1024 * value) / 1024);

/** Floats of a ledger up to which it is stored. */
const SMALL_LEDGER = 6000;

/**
 * What is stored of a network's last step: how long it took here says nothing of the learner's machine; a large ledger,
 * with what goes with it, would make a poster heavier than the page, which then says that it is not there.
 * @param {any} watched
 */
function lighter(watched) {
  const { kernels, ledger } = watched;
  // A frozen first layer has none.
  if (!ledger || ledger.length <= SMALL_LEDGER) return { msPerStep: null };
  return { msPerStep: null, watched: { ...watched, previousKernels: kernels, ledger: null, gradient: null } };
}

/**
 * All recorded runs of all labs by name.
 * @param {Load} load
 */
async function recordedRuns(load) {
  const { labs } = await load('labs/registry.ts');
  const { recordedState } = await load('labs/recordings.ts');
  const runs = new Map();
  for (const meta of labs) {
    const lab = await meta.load();
    const { runs: own, watch, question } = await lab.loadRecordings();
    for (const [name, recording] of Object.entries(own)) {
      const state = recordedState(lab, recording);
      runs.set(name, {
        lab: meta.id,
        spec: lab.buildSpec(state),
        stage: { watch: watch(state), input: question(state) },
      });
    }
  }
  return runs;
}

const gzip = (/** @type {Uint8Array} */ bytes) => gzipSync(bytes, { level: 9 });

async function main() {
  await prepare(console.log);
  // What tfjs looks for where it finds Node.
  globalThis.require = createRequire(import.meta.url);
  const { withAppModules } = await import('./build/app-module.mjs');
  await withAppModules(root, async (load) => {
    const runs = await recordedRuns(load);
    const { storedRunBytes } = await load('store/stored-run-bytes.ts');
    const asked = process.argv.slice(2);
    const unknown = asked.filter((name) => !runs.has(name));
    if (unknown.length > 0)
      throw new Error(`No run ${unknown.join(', ')}; there are ${[...runs.keys()].join(', ')}.`);
    for (const name of asked.length > 0 ? asked : runs.keys()) {
      const { lab, spec, stage } = runs.get(name);
      const start = performance.now();
      const run = await record(load, spec, stage);
      const packed = gzip(storedRunBytes(run, (bytes) => gzip(bytes).length)).toString('base64');
      writeFileSync(
        join(root, 'src/labs', lab, 'stored-runs', `${name}.json`),
        `{\n  "packed": "${packed}"\n}\n`,
      );
      console.log(
        `${name}: ${packed.length} characters, ${((performance.now() - start) / 1000).toFixed(0)} s`,
      );
    }
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
}
