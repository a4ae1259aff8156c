/**
 * The page's store and the worker's host joined by a slow line: every message takes a few turns each way, and
 * frames are acknowledged later still. What the page shows in between is kept, to be looked at for lies.
 */
import type { ExperimentSpec, NetworkId } from '../../src/spec/experiment-spec';
import type { ExperimentState } from '../../src/store/experiment-state';
import { createExperimentStore } from '../../src/store/experiment-store';
import type { WorkerLike } from '../../src/worker/client';
import { createHost } from '../../src/worker/host';
import type { HostBackend } from '../../src/worker/host/ports';
import type { WorkerEvent } from '../../src/worker/messages';
import { type FakeSession, fakeSession } from '../worker/fake-session';
import { smallSpec } from '../worker/specs';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Delivers in order, each message so many turns after it was sent. */
function slowLine<Message>(turns: number, deliver: (message: Message) => void) {
  let last = Promise.resolve();
  return (message: Message) => {
    const due = (async () => {
      for (let count = 0; count < turns; count++) await turn();
    })();
    last = Promise.all([last, due]).then(() => deliver(message));
  };
}

export function pageAndHost(
  options: {
    readonly spec?: Partial<ExperimentSpec>;
    readonly bench?: readonly NetworkId[];
    readonly lossAt?: (network: NetworkId, step: number) => number;
  } = {},
) {
  const sessions: FakeSession[] = [];
  let time = 0;
  let busy = 0;
  function createWorker(): Promise<WorkerLike> {
    const target = new EventTarget();
    const toPage = slowLine<WorkerEvent>(3, (data) =>
      target.dispatchEvent(new MessageEvent('message', { data })),
    );
    const host = createHost<HostBackend, string>({
      send: toPage,
      chooseBackend: async () => ({ name: 'cpu', reason: 'asked', isLost: () => false }),
      createSession({ spec }) {
        const session = fakeSession(spec, options.lossAt);
        sessions.push(session);
        return session;
      },
      loadDigits: async () => 'digits',
      clock: () => {
        time += 1;
        return time;
      },
      async yieldToMessages() {
        busy += 1;
        await turn();
      },
    });
    return Promise.resolve({
      postMessage: slowLine<unknown>(3, host.receive),
      addEventListener: (type: string, listener: (event: MessageEvent<WorkerEvent>) => void) =>
        target.addEventListener(type, (event) => listener(event as MessageEvent<WorkerEvent>)),
      terminate() {},
    });
  }
  const store = createExperimentStore({
    createWorker,
    dataUrl: 'digits.bin',
    backend: 'cpu',
    schedule: slowLine<() => void>(8, (callback) => callback()),
  });
  const seen: ExperimentState[] = [];
  store.subscribe((state) => seen.push(state));
  const bench = options.bench ?? ['shared', 'independent'];
  store.configure({ ...smallSpec, ...options.spec }, bench);
  store.setWatch({ filter: 0, ledger: true, kernels: true });
  return {
    store,
    seen,
    state: () => store.getState(),
    session: () => sessions.at(-1),
    async turns(count: number) {
      for (let passed = 0; passed < count; passed++) await turn();
    },
    /** Resolves when neither side has had anything to do for a while. */
    async quiet() {
      for (let still = 0, before = -1; still < 40; ) {
        still = before === busy + seen.length ? still + 1 : 0;
        before = busy + seen.length;
        await turn();
      }
    },
    /** Resolves when the page shows this. */
    async until(test: (state: ExperimentState) => boolean) {
      for (let turns = 0; !test(store.getState()); turns += 1) {
        if (turns > 100_000) throw new Error('It never came.');
        await turn();
      }
    },
  };
}
