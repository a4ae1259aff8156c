/**
 * The page's side of the conversation: starts the worker at the first `open`, writes the run on every
 * command, drops what comes from older runs and acknowledges frames once they have been drawn.
 * A worker that breaks or falls silent is ended, which is told as `ended`; the next `open` starts a new one. One
 * that breaks before its first word is started once more with the same commands before it counts as ended.
 */
import { createWatchdog, type WatchdogPorts } from './client-watchdog';
import type { Command, WorkerEvent } from './messages';

/** As much of a Worker as is used here. */
export type WorkerLike = {
  postMessage(message: Command): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<WorkerEvent>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
};

type WithoutRun<Message> = Message extends { readonly run: number } ? Omit<Message, 'run'> : never;
type RunCommand = WithoutRun<Command>;
export type OpenRequest = Omit<Extract<RunCommand, { readonly type: 'open' }>, 'type'>;

/** What the page hears: the events of the present run, and that its worker is no more. */
export type ClientEvent =
  | Exclude<WorkerEvent, { readonly type: 'pong' }>
  | {
      readonly type: 'ended';
      readonly run: number;
      /** For the log. */
      readonly detail: string;
      /** It had said something: another one can be expected to start. */
      readonly spoke: boolean;
    };

export type WorkerClient = {
  /** Begins a new run and ends the last; starts the worker where there is none. */
  open(request: OpenRequest): void;
  /** Does nothing before the first `open`. */
  send(command: Exclude<RunCommand, { readonly type: 'open' | 'acknowledge' | 'ping' }>): void;
  /** Events of the present run. Returns the end of the subscription. */
  subscribe(listener: (event: ClientEvent) => void): () => void;
  /** Ends the worker, which is not told. A later `open` starts another. */
  end(): void;
};

export function createWorkerClient(ports: {
  readonly createWorker: () => Promise<WorkerLike>;
  /** Calls back after what the listeners did has been drawn: on an animation frame, when one comes. */
  readonly afterDraw: (callback: () => void) => void;
  /** Without it a silent worker stays. */
  readonly watchdog?: WatchdogPorts | undefined;
}): WorkerClient {
  const listeners = new Set<(event: ClientEvent) => void>();
  const watchdog =
    ports.watchdog &&
    createWatchdog(
      ports.watchdog,
      () => worker?.postMessage({ type: 'ping', run }),
      () => broken('silent'),
    );
  let run = 0;
  let started = false;
  let worker: WorkerLike | null = null;
  /** Tells the worker of now from one that was ended while it was still starting. */
  let generation = 0;
  /** The worker of now has said something. */
  let spoke = false;
  /** Commands of this run to a worker that has said nothing yet: one started in its place gets them again. */
  let unheard: Command[] = [];
  let startedAgain = false;

  function emit(event: ClientEvent) {
    for (const listener of listeners) listener(event);
  }

  function post(command: Command) {
    if (!started) return;
    if (!spoke) unheard.push(command);
    worker?.postMessage(command);
  }

  function end() {
    generation += 1;
    watchdog?.end();
    worker?.terminate();
    worker = null;
    started = false;
    unheard = [];
  }

  function broken(detail: string) {
    const commands = unheard;
    const had = spoke;
    end();
    if (had || startedAgain) return emit({ type: 'ended', run, detail, spoke: had });
    startedAgain = true;
    void start(commands);
  }

  function receive(event: WorkerEvent) {
    watchdog?.heard();
    spoke = true;
    unheard = [];
    if (event.type === 'pong' || (event.run !== run && event.run !== 0)) return;
    emit(event);
    if (event.type !== 'frame') return;
    ports.afterDraw(() => post({ type: 'acknowledge', run: event.run }));
  }

  async function start(commands: readonly Command[]) {
    started = true;
    spoke = false;
    unheard = [...commands];
    generation += 1;
    watchdog?.begin();
    const mine = generation;
    const isMine = () => generation === mine;
    let fresh: WorkerLike;
    try {
      fresh = await ports.createWorker();
    } catch (error) {
      if (isMine()) broken(String(error));
      return;
    }
    if (!isMine()) return fresh.terminate();
    fresh.addEventListener('message', ({ data }) => {
      if (isMine()) receive(data);
    });
    fresh.addEventListener('error', (event) => {
      event.preventDefault();
      if (isMine()) broken('message' in event ? String(event.message) : 'the worker did not start');
    });
    fresh.addEventListener('messageerror', () => {
      if (isMine()) broken('a message could not be read');
    });
    worker = fresh;
    for (const command of [...unheard]) worker.postMessage(command);
  }

  return {
    open(request) {
      run += 1;
      unheard = [];
      if (!started) {
        startedAgain = false;
        void start([]);
      }
      post({ type: 'open', run, ...request });
    },
    send: (command) => post({ ...command, run }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end,
  };
}
