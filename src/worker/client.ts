/**
 * The page's side of the conversation: starts the worker at the first `open`, writes the run on every
 * command, drops what comes from older runs and acknowledges frames once they have been drawn.
 * A worker that breaks is ended and reported as `worker-failed`; the next `open` starts a new one.
 */
import type { Command, WorkerEvent } from './messages';

/** As much of a Worker as is used here. */
export type WorkerLike = {
  postMessage(message: Command, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<WorkerEvent>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
};

type WithoutRun<Message> = Message extends { readonly run: number } ? Omit<Message, 'run'> : never;
type RunCommand = WithoutRun<Command>;
export type OpenRequest = Omit<Extract<RunCommand, { readonly type: 'open' }>, 'type'>;

export type WorkerClient = {
  /** Begins a new run and ends the last; starts the worker where there is none. */
  open(request: OpenRequest): void;
  /** Does nothing before the first `open`. */
  send(command: Exclude<RunCommand, { readonly type: 'open' | 'acknowledge' }>): void;
  /** Events of the present run. Returns the end of the subscription. */
  subscribe(listener: (event: WorkerEvent) => void): () => void;
  /** Ends the worker. A later `open` would start another. */
  dispose(): void;
};

export function createWorkerClient(ports: {
  readonly createWorker: () => Promise<WorkerLike>;
  /** Calls back after what the listeners did has been drawn: on an animation frame, when one comes. */
  readonly afterDraw: (callback: () => void) => void;
}): WorkerClient {
  const listeners = new Set<(event: WorkerEvent) => void>();
  let run = 0;
  /** Commands wait here until the worker is there. */
  let waiting: Command[] = [];
  let started = false;
  let worker: WorkerLike | null = null;
  /** Tells the worker of now from one that was ended while it was still starting. */
  let generation = 0;

  function emit(event: WorkerEvent) {
    for (const listener of listeners) listener(event);
  }

  function post(command: Command) {
    if (!started) return;
    if (!worker) waiting.push(command);
    else worker.postMessage(command, command.type === 'predict' ? [command.pixels.buffer] : []);
  }

  function end() {
    generation += 1;
    worker?.terminate();
    worker = null;
    started = false;
    waiting = [];
  }

  function fail(detail: string) {
    end();
    emit({ type: 'failed', run, code: 'worker-failed', detail });
  }

  function receive(event: WorkerEvent) {
    if (event.run !== run && event.run !== 0) return;
    emit(event);
    if (event.type !== 'frame') return;
    ports.afterDraw(() => post({ type: 'acknowledge', run: event.run }));
  }

  async function start() {
    started = true;
    generation += 1;
    const mine = generation;
    const isMine = () => generation === mine;
    let fresh: WorkerLike;
    try {
      fresh = await ports.createWorker();
    } catch (error) {
      if (isMine()) fail(String(error));
      return;
    }
    if (!isMine()) return fresh.terminate();
    fresh.addEventListener('message', ({ data }) => {
      if (isMine()) receive(data);
    });
    fresh.addEventListener('error', (event) => {
      event.preventDefault();
      if (isMine()) fail('message' in event ? String(event.message) : 'the worker did not start');
    });
    fresh.addEventListener('messageerror', () => {
      if (isMine()) fail('a message could not be read');
    });
    worker = fresh;
    for (const command of waiting.splice(0)) post(command);
  }

  return {
    open(request) {
      run += 1;
      waiting = [];
      if (!started) void start();
      post({ type: 'open', run, ...request });
    },
    send: (command) => post({ ...command, run }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: end,
  };
}
