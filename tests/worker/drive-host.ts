/** Drives a host in Node as the page would: sends commands, acknowledges frames, waits until all is quiet. */
import type { ExperimentSpec } from '../../src/spec/experiment-spec';
import type { NetworkFrame } from '../../src/worker/frames';
import { createHost } from '../../src/worker/host';
import type { WantedData } from '../../src/worker/host/data-source';
import type { HostBackend, TrainingSession } from '../../src/worker/host/ports';
import type { Command, WorkerEvent } from '../../src/worker/messages';
import { fakeSession } from './fake-session';
import { smallSpec } from './specs';

type WithoutRun<Message> = Message extends { readonly run: number } ? Omit<Message, 'run'> : never;
type Events<Type extends WorkerEvent['type']> = Extract<WorkerEvent, { readonly type: Type }>[];

export const fakeBackend: HostBackend = {
  name: 'cpu',
  reason: 'asked',
  isLost: () => false,
  freshen: () => {},
};

export function driveHost(
  options: {
    readonly session?: (spec: ExperimentSpec) => TrainingSession;
    readonly loadData?: (
      wanted: WantedData,
      onProgress: (fraction: number) => void,
      anew: boolean,
    ) => Promise<string>;
    readonly backend?: HostBackend;
    /** What takes the place of waiting (default: the time passes at once). */
    readonly wait?: () => Promise<void>;
    /** Acknowledge each frame as soon as it comes (default true). */
    readonly acknowledge?: boolean;
  } = {},
) {
  const { session = fakeSession, acknowledge = true, loadData = async () => 'digits' } = options;
  const { backend = fakeBackend } = options;
  const events: WorkerEvent[] = [];
  let run = 0;
  let yields = 0;
  let time = 0;
  const waits: number[] = [];
  const host = createHost<HostBackend, string>({
    send(event) {
      events.push(event);
      if (event.type === 'frame' && acknowledge)
        queueMicrotask(() => host.receive({ type: 'acknowledge', run: event.run }));
    },
    chooseBackend: async () => backend,
    createSession: ({ spec }) => session(spec),
    loadData,
    clock: () => {
      time += 1;
      return time;
    },
    async yieldToMessages() {
      yields += 1;
      await new Promise((resolve) => setImmediate(resolve));
    },
    async wait(milliseconds) {
      yields += 1;
      waits.push(milliseconds);
      await (options.wait?.() ?? new Promise((resolve) => setImmediate(resolve)));
      time += milliseconds;
    },
  });

  /** Resolves when the host has had nothing to do for a while. */
  async function quiet() {
    for (let still = 0, seen = -1; still < 5; still = seen === yields + events.length ? still + 1 : 0) {
      seen = yields + events.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  return {
    host,
    events,
    quiet,
    /** Milliseconds that the host has asked to wait; they pass at once. */
    waits,
    /** Milliseconds since the start: one with each look at the clock, and what was waited for. */
    time: () => time,
    open(more: Partial<Extract<Command, { readonly type: 'open' }>> = {}) {
      run += 1;
      const open: Command = {
        type: 'open',
        run,
        spec: smallSpec,
        bench: ['shared', 'independent'],
        backend: 'auto',
        data: { url: 'digits.bin' },
        ...more,
      };
      host.receive(open);
    },
    send(command: WithoutRun<Exclude<Command, { readonly type: 'open' }>>) {
      host.receive({ ...command, run });
    },
    /** Resolves when an event passes this test. */
    async until(test: (event: WorkerEvent) => boolean) {
      for (let turns = 0; !events.some(test); turns += 1) {
        if (turns > 100_000) throw new Error('The event never came.');
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    of<Type extends WorkerEvent['type']>(type: Type): Events<Type> {
      const isOfType = (event: WorkerEvent): event is Events<Type>[number] => event.type === type;
      return events.filter(isOfType);
    },
    /** Every loss that was sent of a network, in order. */
    lossesOf(id: 'shared' | 'independent'): number[] {
      return events.flatMap((event) => {
        const frame: NetworkFrame | undefined = event.type === 'frame' ? event.frame.networks[id] : undefined;
        return frame ? [...frame.losses] : [];
      });
    },
  };
}

export const watchAll = {
  type: 'watch',
  watch: { filter: 0, filters: 1, ledger: true, kernels: true },
} as const;
