/**
 * Makes src/labs/convolution/stored-runs/*.json, the recorded runs that posters show: trains each with the engine in
 * Node on the `cpu` kernels, both networks, to its last step, with the map of places and the answers to the digit
 * that opens the Move act. `node scripts/make-stored-runs.mjs [name ...]`; takes about a minute a run.
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
const folder = join(root, 'src/labs/convolution/stored-runs');
const networks = ['shared', 'independent'];

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
 * The digit that opens the Move act, as the networks trained on these data get it.
 * @param {Load} load
 * @param {string} variant
 */
async function openingPixels(load, variant) {
  const { sampleDigit } = await load('labs/convolution/sample-digits.ts');
  const { placedDigit } = await load('labs/convolution/move/placed-digit.ts');
  const { startPlace } = await load('views/placement-place.ts');
  const { defaultsOf } = await load('spec/parameters.ts');
  const { convolutionParameters } = await load('labs/convolution/parameters.ts');
  const { pixels } = sampleDigit(defaultsOf(convolutionParameters).digit);
  return placedDigit(pixels, variant, startPlace(variant));
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
 */
async function record(load, spec) {
  const { createExperimentStore } = await load('store/experiment-store.ts');
  const store = createExperimentStore({
    createWorker: () => workerHere(load),
    data: { bytes: new Uint8Array(readFileSync(join(root, 'public/data/mnist.bin'))) },
    backend: 'cpu',
    schedule: (callback) => setImmediate(callback),
  });
  const pixels = await openingPixels(load, spec.data.variant);
  store.configure(spec, networks, 'cpu');
  store.setSpeed('fast');
  store.setWatch({ filter: 0, ledger: true, kernels: true });
  store.run();
  await until(store, ({ step, status }) => step === spec.steps && status === 'idle');
  store.mapPlacements(true);
  store.predict(pixels);
  const isWhole = (/** @type {any} */ state, /** @type {string} */ id) =>
    state.placements[id]?.done &&
    state.networks[id].watched?.step === spec.steps &&
    state.networks[id].evaluations.at(-1).full;
  await until(store, (state) => state.prediction && networks.every((id) => isWhole(state, id)));
  const { step, networks: records, prediction, placements } = store.getState();
  store.dispose();
  // How long a step took here says nothing of the learner's machine.
  const untimed = Object.entries(records).map(([id, each]) => [id, { ...each, msPerStep: null }]);
  return { spec, step, networks: Object.fromEntries(untimed), prediction, placements, pixels };
}

async function main() {
  await prepare(console.log);
  // What tfjs looks for where it finds Node.
  globalThis.require = createRequire(import.meta.url);
  const { withAppModules } = await import('./build/app-module.mjs');
  await withAppModules(root, async (load) => {
    const { recordedRuns, recordedSpec } = await load('labs/convolution/load-stored-run.ts');
    const { storedRunText } = await load('store/stored-run-text.ts');
    const asked = process.argv.slice(2);
    const unknown = asked.filter((name) => !Object.hasOwn(recordedRuns, name));
    if (unknown.length > 0)
      throw new Error(`No run ${unknown.join(', ')}; there are ${Object.keys(recordedRuns).join(', ')}.`);
    for (const name of asked.length > 0 ? asked : Object.keys(recordedRuns)) {
      const start = performance.now();
      const run = await record(load, recordedSpec(recordedRuns[name]));
      const text = storedRunText(run, (bytes) => Buffer.from(bytes).toString('base64'));
      const packed = gzipSync(text, { level: 9 }).toString('base64');
      writeFileSync(join(folder, `${name}.json`), `{\n  "packed": "${packed}"\n}\n`);
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
