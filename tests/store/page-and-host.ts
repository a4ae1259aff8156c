/**
 * The page's store and the worker's host joined by a slow line: every message takes a few turns each way, and
 * frames are acknowledged later still. What the page shows in between is kept, to be looked at for lies. A worker
 * can be broken, silenced or lose its GPU; the page then starts another on the same terms.
 */
import type { ExperimentSpec, NetworkId } from '../../src/spec/experiment-spec';
import type { ExperimentState } from '../../src/store/experiment-state';
import { createExperimentStore } from '../../src/store/experiment-store';
import type { WorkerLike } from '../../src/worker/client';
import { createHost } from '../../src/worker/host';
import type { HostBackend } from '../../src/worker/host/ports';
import { transfersOf } from '../../src/worker/host/transfers';
import type { Command, WorkerEvent } from '../../src/worker/messages';
import { type FakeSession, type FakeSessionOptions, fakeSession } from '../worker/fake-session';
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

type Fault = 'error' | 'silence' | 'context-lost';
type StandIn = {
  readonly commands: Command[];
  terminated: boolean;
  fail(fault: Fault): void;
};

export function pageAndHost(
  options: {
    readonly spec?: Partial<ExperimentSpec>;
    readonly bench?: readonly NetworkId[];
    readonly lossAt?: (network: NetworkId, step: number) => number;
    readonly session?: FakeSessionOptions;
    /** Where `auto` trains (default cpu). */
    readonly gpu?: boolean;
    /** Changes a session as it is made; `worker` counts from 1. */
    readonly alter?: (session: FakeSession, worker: number) => void;
    readonly loadData?: () => Promise<string>;
  } = {},
) {
  const { gpu = false, alter = () => {}, loadData = async () => 'digits' } = options;
  const sessions: FakeSession[] = [];
  const workers: StandIn[] = [];
  const timers = new Set<() => void>();
  let time = 0;
  let busy = 0;

  function createWorker(): Promise<WorkerLike> {
    const number = workers.length + 1;
    const target = new EventTarget();
    let dead = false;
    let lost = false;
    const standIn: StandIn = {
      commands: [],
      terminated: false,
      fail(fault) {
        if (fault === 'context-lost') {
          lost = true;
          return;
        }
        dead = true;
        host.dispose();
        if (fault === 'error') target.dispatchEvent(new Event('error', { cancelable: true }));
      },
    };
    workers.push(standIn);
    const toPage = slowLine<WorkerEvent>(3, (data) =>
      target.dispatchEvent(new MessageEvent('message', { data })),
    );
    const onGpu: HostBackend = { name: 'webgl', reason: 'gpu', isLost: () => lost, freshen: () => {} };
    const onCpu: HostBackend = { name: 'cpu', reason: 'asked', isLost: () => false, freshen: () => {} };
    const host = createHost<HostBackend, string>({
      send: (event) => {
        if (!dead) toPage(structuredClone(event, { transfer: transfersOf(event) }));
      },
      chooseBackend: async (choice) => (gpu && choice !== 'cpu' ? onGpu : onCpu),
      createSession({ spec }) {
        const session = fakeSession(spec, options.lossAt, options.session);
        alter(session, number);
        sessions.push(session);
        return session;
      },
      loadData,
      clock: () => {
        time += 1;
        return time;
      },
      async yieldToMessages() {
        busy += 1;
        await turn();
      },
      async wait(milliseconds) {
        busy += 1;
        await turn();
        time += milliseconds;
      },
    });
    const toHost = slowLine<Command>(3, (command) => {
      if (dead) return;
      standIn.commands.push(command);
      host.receive(command);
    });
    return Promise.resolve({
      postMessage: (command) => toHost(structuredClone(command)),
      addEventListener: (type: string, listener: (event: MessageEvent<WorkerEvent>) => void) =>
        target.addEventListener(type, (event) => listener(event as MessageEvent<WorkerEvent>)),
      terminate() {
        standIn.terminated = true;
        dead = true;
        host.dispose();
      },
    });
  }

  const store = createExperimentStore({
    createWorker,
    data: () => ({ url: 'digits.bin' }),
    backend: gpu ? 'auto' : 'cpu',
    schedule: slowLine<() => void>(8, (callback) => callback()),
    watchdog: {
      every(_milliseconds, callback) {
        timers.add(callback);
        return () => timers.delete(callback);
      },
      isHidden: () => false,
    },
  });
  const seen: ExperimentState[] = [];
  store.subscribe((state) => seen.push(state));
  const bench = options.bench ?? ['shared', 'independent'];
  store.configure({ ...smallSpec, ...options.spec }, bench);
  store.setWatch({ filter: 0, filters: 1, ledger: true, kernels: true });
  return {
    store,
    seen,
    workers,
    sessions,
    state: () => store.getState(),
    session: () => sessions.at(-1),
    fail: (fault: Fault) => workers.at(-1)?.fail(fault),
    /** Lets the watchdog's 3 s pass so many times, with time for an answer in between. */
    async watch(times: number) {
      for (let passed = 0; passed < times; passed++) {
        for (const callback of [...timers]) callback();
        for (let count = 0; count < 10; count++) await turn();
      }
    },
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
