/** The page's store with a worker that says what the test tells it to, and the events that such a worker says. */
import { createExperimentStore } from '../../src/store/experiment-store';
import type { Frame } from '../../src/worker/frames';
import type { WorkerEvent } from '../../src/worker/messages';
import { type FakeWorker, fakeWorker } from '../worker/fake-worker';
import { smallSpec } from '../worker/specs';

type WithoutRun<Event> = Event extends { readonly run: number } ? Omit<Event, 'run'> : never;
export const settled = () => new Promise((resolve) => setImmediate(resolve));

export function setUp({ broken = false } = {}) {
  const workers: FakeWorker[] = [];
  let working = !broken;
  let tries = 0;
  const store = createExperimentStore({
    async createWorker() {
      tries += 1;
      if (!working) throw new Error('no workers here');
      const worker = fakeWorker();
      workers.push(worker);
      return worker;
    },
    data: () => ({ url: 'digits.bin' }),
    backend: 'auto',
    schedule: (callback) => callback(),
  });
  store.configure(smallSpec, ['shared', 'independent']);
  const commands = () => workers.flatMap((worker) => worker.commands);
  const run = () => commands().filter(({ type }) => type === 'open').length;
  return {
    store,
    workers,
    commands,
    tries: () => tries,
    /** From now on workers can be started. */
    mend() {
      working = true;
    },
    types: () => commands().map(({ type }) => type),
    say: (event: WithoutRun<WorkerEvent>) => workers.at(-1)?.say({ ...event, run: run() }),
    async woken() {
      store.wake();
      await settled();
      workers.at(-1)?.say({ type: 'opened', run: run(), backend: 'cpu', reason: 'asked' });
    },
  };
}

export function frame(
  step: number,
  losses: readonly number[] = [1 / step],
  size = 4,
): { type: 'frame'; frame: Frame } {
  const network = {
    step,
    losses: Float32Array.from(losses),
    msPerStep: 2,
    watched: {
      step,
      loss: losses.at(-1) ?? null,
      filter: 0,
      filters: 1,
      kernels: new Float32Array(size).fill(step),
      previousKernels: new Float32Array(size),
      residuals: null,
      ledger: null,
      gradient: null,
    },
  };
  return { type: 'frame', frame: { step, networks: { shared: network } } };
}

/** What the host says when it has carried out all that the store has asked for. */
export const paused = (store: ReturnType<typeof setUp>['store'], step: number) =>
  ({
    type: 'paused',
    order: store.getState().order,
    step,
    networks: { shared: step, independent: step },
    because: 'finished',
  }) as const;
export const answer = {
  step: 7,
  kind: 'image',
  answer: new Float32Array(10),
  equivarianceError: 0,
} as const;
