/**
 * The worker's side of the conversation: opens runs, gets their backend and data, hands them commands and
 * gives them their time slices. Pure of the browser: all of it comes in through the ports.
 * An exception never leaves: it becomes a `failed` event, and the run it came from is over.
 */
import { weightShapes } from '../math/weight-shapes';
import type { ExperimentSpec, NetworkId } from '../spec/experiment-spec';
import { NETWORK_IDS } from '../spec/network-id';
import { createDataSource, nameOf, type WantedData } from './host/data-source';
import { detailOf, failureCodeOf } from './host/failure';
import type { HostBackend, HostPorts, SendRunEvent } from './host/ports';
import { briefly, namesNetworksOf, readCommand, runOf } from './host/read-command';
import { createRun, type Run, type SessionCommand } from './host/run';
import type { Command, FailureCode, Keepsakes } from './messages';

type Open = Extract<Command, { readonly type: 'open' }>;

/** What has been asked of the networks and is given up when their data cannot be had. */
const NEEDS_DATA: ReadonlySet<Command['type']> = new Set(['train', 'measure', 'predict', 'poke']);

export type Host = {
  /** Takes one message from the page; anything may come. */
  receive(message: unknown): void;
  dispose(): void;
};

/** A run from `open` on: it first waits for its backend and its data. */
type Opened<Backend extends HostBackend> = {
  readonly open: Open;
  backend: Backend | null;
  loading: boolean;
  /** Commands that came before there was a session. */
  waiting: SessionCommand[];
  run: Run | null;
  working: boolean;
  /** Ends the wait for the pace, for something has changed. */
  wake: () => void;
};

export function createHost<Backend extends HostBackend, Content>(ports: HostPorts<Backend, Content>): Host {
  let current: Opened<Backend> | null = null;
  const source = createDataSource<Content>({
    load: ports.loadData,
    wait: ports.wait,
    onProgress(name, fraction, attempt) {
      if (current && nameOf(dataOf(current.open)) === name)
        sender(current.open.run)({ type: 'loading', what: 'data', fraction, attempt });
    },
  });

  const sender =
    (run: number): SendRunEvent =>
    (event) =>
      ports.send({ ...event, run });

  function fail(opened: Opened<Backend>, error: unknown, otherwise: FailureCode) {
    if (opened !== current) return;
    const code = opened.backend?.isLost() ? 'context-lost' : failureCodeOf(error, otherwise);
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
    let content: Content;
    try {
      content = await source.get(dataOf(opened.open));
    } catch (error) {
      opened.waiting = opened.waiting.filter(({ type }) => !NEEDS_DATA.has(type));
      return fail(opened, error, 'data-failed');
    } finally {
      opened.loading = false;
    }
    if (opened !== current) return;
    const run = begin(opened.open, content, backend);
    opened.run = run;
    for (const command of opened.waiting.splice(0)) if (opened === current) take(opened, run, command);
    await work(opened, run);
  }

  function begin(open: Open, data: Content, backend: Backend): Run {
    const { spec, bench, from } = open;
    // The session of the run before has been disposed of when this one was opened.
    backend.freshen();
    const session = ports.createSession({ spec, data, backend });
    const warm = backend.name === 'webgl';
    try {
      return createRun(
        session,
        { bench, from, warm, filters: filtersOf(spec) },
        sender(open.run),
        ports.clock,
      );
    } catch (error) {
      session.dispose();
      throw error;
    }
  }

  async function work(opened: Opened<Backend>, run: Run) {
    if (opened.working) return;
    opened.working = true;
    try {
      while (opened === current) {
        const wait = run.slice();
        if (opened.backend?.isLost()) throw contextLost();
        if (wait === null) break;
        await (wait === 0 ? ports.yieldToMessages() : rest(opened, wait));
      }
    } catch (error) {
      fail(opened, error, 'worker-failed');
    } finally {
      opened.working = false;
    }
  }

  /** Waits this long, or until the next command. */
  function rest(opened: Opened<Backend>, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      opened.wake = resolve;
      void ports.wait(milliseconds).then(resolve);
    });
  }

  /** Hands a command over. One that asks for what is not there is refused; any other exception ends the run. */
  function take(opened: Opened<Backend>, run: Run, command: SessionCommand) {
    try {
      run.receive(command);
    } catch (error) {
      const lost = opened.backend?.isLost() ?? false;
      const refused =
        !lost && (error instanceof RangeError || failureCodeOf(error, 'worker-failed') === 'bad-message');
      const request = command.type === 'predict' ? { request: command.request } : {};
      if (refused)
        sender(command.run)({ type: 'failed', code: 'bad-message', detail: detailOf(error), ...request });
      else fail(opened, error, 'worker-failed');
    }
  }

  function retry(opened: Opened<Backend>) {
    if (opened.run || !opened.backend) return;
    load(opened, opened.backend).catch((error: unknown) => fail(opened, error, 'worker-failed'));
  }

  function forward(opened: Opened<Backend>, command: SessionCommand) {
    if (opened.run) {
      take(opened, opened.run, command);
      opened.wake();
      void work(opened, opened.run);
      return;
    }
    if (command.type === 'pause') {
      opened.waiting = opened.waiting.filter(({ type }) => type !== 'train');
      const { order } = command;
      sender(command.run)({ type: 'paused', order, because: 'asked', ...startOf(opened.open.from) });
    } else opened.waiting.push(command);
    if (command.type === 'train') retry(opened);
  }

  /** The page wants to know whether the worker listens; a GPU that is gone is told now, not at the next step. */
  function answer(run: number) {
    sender(run)({ type: 'pong' });
    if (current?.run && current.backend?.isLost()) fail(current, contextLost(), 'context-lost');
  }

  function receive(message: unknown) {
    const command = readCommand(message);
    const open = command?.type === 'open' ? command : current?.open;
    if (!command || (open?.run === command.run && !namesNetworksOf(open.spec, command)))
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
          wake: () => {},
        };
        current = fresh;
        void start(fresh);
        return;
      }
      case 'close':
        if (current?.open.run === command.run) close();
        return;
      case 'ping':
        return answer(command.run);
      case 'retry':
        if (current?.open.run === command.run) retry(current);
        return;
      default:
        if (current?.open.run === command.run) forward(current, command);
    }
  }

  return { receive, dispose: close };
}

const dataOf = ({ spec, data }: Open): WantedData => ({ kind: spec.data.kind, file: data });

/** Filters of the first layer that every network has. */
function filtersOf(spec: ExperimentSpec): number {
  return Math.min(...spec.networks.map((network) => weightShapes(network)[0]?.filters ?? 0));
}

/** Where a run stands that has no session yet. */
function startOf(from: Keepsakes = {}) {
  const networks: Partial<Record<NetworkId, number>> = {};
  for (const id of NETWORK_IDS) {
    const step = from[id]?.step;
    if (step !== undefined) networks[id] = step;
  }
  return { step: Math.max(0, ...Object.values(networks)), networks };
}

/** Shaped like the engine's own errors: with a code. */
const contextLost = () => Object.assign(new Error('The GPU context was lost.'), { code: 'context-lost' });
