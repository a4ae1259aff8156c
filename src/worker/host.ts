/**
 * The worker's side of the conversation: opens runs, gets their backend and digits, hands them commands and
 * gives them their time slices. Pure of the browser: all of it comes in through the ports.
 * An exception never leaves: it becomes a `failed` event, and the run it came from is over.
 */
import type { ExperimentSpec } from '../spec/experiment-spec';
import { detailOf, failureCodeOf } from './host/failure';
import type { HostBackend, HostPorts, SendRunEvent } from './host/ports';
import { readCommand, runOf } from './host/read-command';
import { createRun, type Run, type SessionCommand } from './host/run';
import type { Command, FailureCode } from './messages';

type Open = Extract<Command, { readonly type: 'open' }>;

/** What has been asked of the networks and is given up when their digits cannot be had. */
const NEEDS_DIGITS: ReadonlySet<Command['type']> = new Set(['train', 'predict', 'poke']);

export type Host = {
  /** Takes one message from the page; anything may come. */
  receive(message: unknown): void;
  dispose(): void;
};

/** A run from `open` on: it first waits for its backend and its digits. */
type Opened<Backend extends HostBackend> = {
  readonly open: Open;
  backend: Backend | null;
  loading: boolean;
  /** Commands that came before there was a session. */
  waiting: SessionCommand[];
  run: Run | null;
  working: boolean;
};

export function createHost<Backend extends HostBackend, Digits>(ports: HostPorts<Backend, Digits>): Host {
  let current: Opened<Backend> | null = null;
  let digits: { readonly url: string; readonly promise: Promise<Digits> } | null = null;

  const sender =
    (run: number): SendRunEvent =>
    (event) =>
      ports.send({ ...event, run });

  function fail(opened: Opened<Backend>, error: unknown, otherwise: FailureCode) {
    if (opened !== current) return;
    const code = failureCodeOf(error, otherwise);
    if (code !== 'data-failed') close();
    sender(opened.open.run)({ type: 'failed', code, detail: detailOf(error) });
  }

  function close() {
    const run = current?.run;
    current = null;
    try {
      run?.dispose();
    } catch {
      // A lost GPU context cannot give its textures back; there is nothing left to do for them.
    }
  }

  /** The digits of this file, fetched once; a fetch that failed is tried again. */
  function digitsOf(opened: Opened<Backend>): Promise<Digits> {
    const { dataUrl, run } = opened.open;
    if (digits?.url === dataUrl) return digits.promise;
    const promise = ports.loadDigits(dataUrl, (fraction) => {
      if (current?.open.dataUrl === dataUrl)
        sender(current.open.run)({ type: 'loading', what: 'data', fraction });
    });
    sender(run)({ type: 'loading', what: 'data', fraction: 0 });
    digits = { url: dataUrl, promise };
    promise.catch(() => {
      if (digits?.promise === promise) digits = null;
    });
    return promise;
  }

  async function start(opened: Opened<Backend>) {
    try {
      const backend = await ports.chooseBackend(opened.open.backend);
      if (opened !== current) return;
      opened.backend = backend;
      sender(opened.open.run)({ type: 'opened', backend: backend.name, reason: backend.reason });
      await load(opened, backend);
    } catch (error) {
      fail(opened, error, 'worker-failed');
    }
  }

  async function load(opened: Opened<Backend>, backend: Backend) {
    if (opened.loading || opened.run) return;
    opened.loading = true;
    let file: Digits;
    try {
      file = await digitsOf(opened);
    } catch (error) {
      opened.waiting = opened.waiting.filter(({ type }) => !NEEDS_DIGITS.has(type));
      return fail(opened, error, 'data-failed');
    } finally {
      opened.loading = false;
    }
    if (opened !== current) return;
    const { spec, bench } = opened.open;
    const session = ports.createSession({ spec, digits: file, backend });
    const run = createRun(session, { bench, ...limitsOf(spec) }, sender(opened.open.run), ports.clock);
    opened.run = run;
    for (const command of opened.waiting.splice(0)) take(opened, run, command);
    if (backend.name === 'webgl') await compile(opened, run);
    await work(opened, run);
  }

  /** The first slice on a GPU compiles its kernels, which takes a moment. */
  async function compile(opened: Opened<Backend>, run: Run) {
    const report = (fraction: number) =>
      sender(opened.open.run)({ type: 'loading', what: 'kernels', fraction });
    report(0);
    await ports.yieldToMessages();
    if (opened !== current) return;
    run.slice();
    report(1);
  }

  async function work(opened: Opened<Backend>, run: Run) {
    if (opened.working) return;
    opened.working = true;
    try {
      while (opened === current && run.slice()) {
        if (opened.backend?.isLost()) throw contextLost();
        await ports.yieldToMessages();
      }
    } catch (error) {
      fail(opened, error, 'worker-failed');
    } finally {
      opened.working = false;
    }
  }

  /** Whether every network a command names is part of the experiment. */
  function isKnown(command: Command, open: Open): boolean {
    const known = (id: string) => open.spec.networks.some((network) => network.id === id);
    if (command.type === 'open') return command.bench.every(known);
    if (command.type === 'bench') return command.networks.every(known);
    return command.type !== 'poke' || command.networks.every(known);
  }

  /** Hands a command over. One that asks for what is not there is refused; any other exception ends the run. */
  function take(opened: Opened<Backend>, run: Run, command: SessionCommand) {
    try {
      run.receive(command);
    } catch (error) {
      const code = error instanceof RangeError ? 'bad-message' : failureCodeOf(error, 'worker-failed');
      if (code === 'bad-message') sender(command.run)({ type: 'failed', code, detail: detailOf(error) });
      else fail(opened, error, code);
    }
  }

  function forward(opened: Opened<Backend>, command: SessionCommand) {
    if (opened.run) {
      take(opened, opened.run, command);
      void work(opened, opened.run);
      return;
    }
    if (command.type === 'pause') {
      opened.waiting = opened.waiting.filter(({ type }) => type !== 'train');
      sender(command.run)({ type: 'paused', order: command.order, step: 0, networks: {}, because: 'asked' });
    } else opened.waiting.push(command);
    if (command.type === 'train' && opened.backend)
      load(opened, opened.backend).catch((error: unknown) => fail(opened, error, 'worker-failed'));
  }

  function receive(message: unknown) {
    const command = readCommand(message);
    const open = command?.type === 'open' ? command : current?.open;
    if (!command || (open && open.run === command.run && !isKnown(command, open)))
      return sender(runOf(message))({ type: 'failed', code: 'bad-message', detail: briefly(message) });
    switch (command.type) {
      case 'open': {
        close();
        const fresh: Opened<Backend> = {
          open: command,
          backend: null,
          loading: false,
          waiting: [],
          run: null,
          working: false,
        };
        current = fresh;
        void start(fresh);
        return;
      }
      case 'close':
        if (current?.open.run === command.run) close();
        return;
      default:
        if (current?.open.run === command.run) forward(current, command);
    }
  }

  return { receive, dispose: close };
}

/** Pixels of one example, and filters of the first layer that every network has. */
function limitsOf(spec: ExperimentSpec): { readonly pixels: number; readonly filters: number } {
  const [height = 0, width = 0, channels = 0] = spec.networks[0]?.input ?? [];
  const filters = spec.networks.map(({ layers: [first] }) =>
    first?.kind === 'convolution' ? first.filters : 0,
  );
  return { pixels: height * width * channels, filters: Math.min(...filters) };
}

/** Shaped like the engine's own errors: with a code. */
const contextLost = () =>
  Object.assign(new Error('The GPU context was lost between steps.'), { code: 'context-lost' });

function briefly(message: unknown): string {
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : message;
  return `not understood: ${String(type).slice(0, 80)}`;
}
