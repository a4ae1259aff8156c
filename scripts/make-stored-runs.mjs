/**
 * Makes src/labs/convolution/stored-runs/*.json, the recorded runs that posters show: trains each with the engine in
 * Node on the `cpu` kernels, both networks, to its last step, with the map of places and the answers to the digit
 * that opens the Move act. `node scripts/make-stored-runs.mjs [name ...]`; takes about a minute a run.
 */
import './check-node.mjs';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { prepare } from './prepare.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'src/labs/convolution/stored-runs');

await prepare(console.log);
// What tfjs looks for where it finds Node.
globalThis.require = createRequire(import.meta.url);
const { createServer } = await import('vite');
const vite = await createServer({
  root,
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  // Every import of tfjs must meet the same instance; its own packages point in Node to another build.
  resolve: {
    alias: [
      {
        find: /^@tensorflow\/tfjs-core$/,
        replacement: join(root, 'node_modules/@tensorflow/tfjs-core/dist/tf-core.fesm.js'),
      },
    ],
  },
  ssr: { noExternal: [/@tensorflow/] },
});

/** The modules of the app, as the worker and the page have them. */
const load = (/** @type {string} */ path) => vite.ssrLoadModule(`/src/${path}`);

/** A worker of this process: the host on the engine itself. */
async function workerHere() {
  const [{ createHost }, { chooseBackend }, { createSession }, { decodeDigits }, { loadDigitBytes }] =
    await Promise.all([
      load('worker/host.ts'),
      load('engine/backend.ts'),
      load('engine/session.ts'),
      load('engine/data/digit-file.ts'),
      load('worker/host/load-digits.ts'),
    ]);
  const target = new EventTarget();
  const clock = () => performance.now();
  const host = createHost({
    send: (event) => setImmediate(() => target.dispatchEvent(new MessageEvent('message', { data: event }))),
    chooseBackend: (choice) => chooseBackend(choice, () => null),
    createSession: (request) => createSession({ ...request, clock }),
    loadDigits: async (path) =>
      decodeDigits(
        await loadDigitBytes(
          path,
          () => {},
          false,
          async () => new Response(await readFile(path)),
        ),
      ),
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

async function record(/** @type {any} */ spec) {
  const { createExperimentStore } = await load('store/experiment-store.ts');
  const { sampleDigit } = await load('labs/convolution/sample-digits.ts');
  const { placedDigit } = await load('labs/convolution/move/placed-digit.ts');
  const { startPlace } = await load('views/placement-place.ts');
  const { defaultsOf } = await load('spec/parameters.ts');
  const { convolutionParameters } = await load('labs/convolution/parameters.ts');
  const store = createExperimentStore({
    createWorker: workerHere,
    dataUrl: join(root, 'public/data/mnist.bin'),
    backend: 'cpu',
    schedule: (callback) => setImmediate(callback),
  });
  /** Resolves when the state is so; rejects on any failure. */
  const until = (/** @type {(state: any) => boolean} */ test) =>
    new Promise((resolve, reject) => {
      const look = (/** @type {any} */ state) => {
        if (state.failure) reject(new Error(`${state.failure.code}: ${state.failure.detail}`));
        else if (test(state)) resolve(state);
        else return;
        stop();
      };
      const stop = store.subscribe(look);
      look(store.getState());
    });
  const { variant } = spec.data;
  const pixels = placedDigit(
    sampleDigit(defaultsOf(convolutionParameters).digit).pixels,
    variant,
    startPlace(variant),
  );
  store.configure(spec, ['shared', 'independent'], 'cpu');
  store.setSpeed('fast');
  store.setWatch({ filter: 0, ledger: true, kernels: true });
  store.run();
  await until(({ step, status }) => step === spec.steps && status === 'idle');
  store.mapPlacements(true);
  store.predict(pixels);
  const networks = ['shared', 'independent'];
  await until(
    (state) =>
      state.prediction &&
      networks.every(
        (id) =>
          state.placements[id]?.done &&
          state.networks[id].watched?.step === spec.steps &&
          state.networks[id].evaluations.at(-1).test.total === 2000,
      ),
  );
  const state = store.getState();
  store.dispose();
  // How long a step took here says nothing of the learner's machine.
  const records = Object.fromEntries(networks.map((id) => [id, { ...state.networks[id], msPerStep: null }]));
  const { step, prediction, placements } = state;
  return { spec, step, networks: records, prediction, placements, pixels };
}

try {
  const { recordedRuns, recordedSpec } = await load('labs/convolution/load-stored-run.ts');
  const { storedRunText } = await load('store/stored-run-text.ts');
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !Object.hasOwn(recordedRuns, name));
  if (unknown.length > 0)
    throw new Error(`No run ${unknown.join(', ')}; there are ${Object.keys(recordedRuns).join(', ')}.`);
  for (const [name, recorded] of Object.entries(recordedRuns)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const start = performance.now();
    const run = await record(recordedSpec(recorded));
    const text = storedRunText(run, (bytes) => Buffer.from(bytes).toString('base64'));
    const packed = gzipSync(text, { level: 9 }).toString('base64');
    writeFileSync(join(folder, `${name}.json`), `{\n  "packed": "${packed}"\n}\n`);
    console.log(`${name}: ${packed.length} characters, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
} finally {
  await vite.close();
}
