/** A sweep store with workers that do nothing by themselves, a clock that stands still, and a storage in memory. */
import type { BackgroundWorkers } from '../../../src/store/sweep/sweep-lane';
import { howMuchSweep, type SweepPlan, type SweepSettings } from '../../../src/store/sweep/sweep-plan';
import { createStoreOf } from '../../../src/store/sweep/sweep-store';
import type { Command, WorkerEvent } from '../../../src/worker/messages';
import { type FakeWorker, fakeWorker } from '../../worker/fake-worker';

export const settings: SweepSettings = {
  ...{
    task: 'two-rules',
    seed: 3,
    steps: 40,
    batch: 64,
    rate: 0.003,
    optimizer: 'adam',
    decay: 'last-fifth',
  },
  ...{ shrink: null, backend: 'cpu', digits: null },
};
export const plan: SweepPlan = { settings, rows: [200, 1000], columns: ['one', 'rows', 'none'] };

export function memoryStorage(first: string | null = null) {
  const kept = new Map<string, string>(first === null ? [] : [['tied.sweep', first]]);
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

type WithoutRun<Event> = Event extends { readonly run: number } ? Omit<Event, 'run'> : never;

export function sweepBench(
  options: {
    readonly cores?: number;
    readonly storage?: () => Pick<Storage, 'getItem' | 'setItem'>;
    readonly createWorker?: BackgroundWorkers['createWorker'];
    readonly examplesOf?: typeof howMuchSweep.examplesOf;
  } = {},
) {
  const workers: FakeWorker[] = [];
  const storage = memoryStorage();
  const delayed: (() => void)[] = [];
  let time = 0;
  const { examplesOf = howMuchSweep.examplesOf, ...ports } = options;
  const subject = { ...howMuchSweep, examplesOf };
  const store = createStoreOf(subject, {
    async createWorker() {
      const worker = fakeWorker();
      workers.push(worker);
      return worker;
    },
    data: (kind) => ({ url: `https://tied.test/${kind}.bin` }),
    cores: 3,
    clock: () => time,
    delay(callback) {
      delayed.push(callback);
      return () => void delayed.splice(delayed.indexOf(callback), 1);
    },
    storage: () => storage,
    ...ports,
  });

  const opensOf = (worker: FakeWorker) =>
    worker.commands.filter(
      (command): command is Extract<Command, { type: 'open' }> => command.type === 'open',
    );
  /** Workers that are there, in the order in which they were started. */
  const living = () => workers.filter((worker) => !worker.terminated);

  return {
    store,
    storage,
    workers,
    living,
    /** Started workers get their commands. */
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    publish() {
      for (const callback of delayed.splice(0)) callback();
    },
    delayed,
    pass(ms: number) {
      time += ms;
    },
    /** Examples and network of each cell that this worker was given, oldest first. */
    cellsOf: (worker: FakeWorker | undefined) =>
      worker
        ? opensOf(worker).map(({ spec, bench }) => `${spec.data.examples} ${bench.join()}`)
        : ([] as readonly string[]),
    say(worker: FakeWorker | undefined, event: WithoutRun<WorkerEvent>) {
      const run = worker ? (opensOf(worker).at(-1)?.run ?? 0) : 0;
      worker?.say({ ...event, run });
    },
    /** The worker finishes its cell with so many right of 2,000 held-out digits and all of 200 training digits. */
    finish(worker: FakeWorker | undefined, correct = 1000) {
      this.say(worker, {
        type: 'measured',
        network: 'shared',
        step: 40,
        test: { correct, total: 2000 },
        train: { correct: 200, total: 200 },
      });
    },
  };
}
