/**
 * The page's line to the training worker: one run at a time. What holds for every run (that nobody looks, that a
 * survey is wanted) is said anew to each that is opened.
 */
import { type ClientEvent, createWorkerClient, type OpenRequest, type WorkerLike } from '../worker/client';
import type { WatchdogPorts } from '../worker/client-watchdog';
import type { Watch } from '../worker/frames';

export type ConversationPorts = {
  readonly createWorker: () => Promise<WorkerLike>;
  /** Calls back after the next drawing. */
  readonly schedule: (callback: () => void) => void;
  /** Without it a silent worker stays. */
  readonly watchdog?: WatchdogPorts | undefined;
};

export type Conversation = {
  /** A run is open in the worker. */
  isOpen(): boolean;
  /** Starts the worker where there is none. */
  open(request: OpenRequest, watch: Watch): void;
  /** Does nothing where no run is open. */
  readonly send: ReturnType<typeof createWorkerClient>['send'];
  suspend(on: boolean): void;
  survey(active: boolean): void;
  /** Ends the worker too. */
  end(): void;
  dispose(): void;
};

export function createConversation(
  ports: ConversationPorts,
  receive: (event: ClientEvent) => void,
): Conversation {
  const { createWorker, schedule, watchdog } = ports;
  const client = createWorkerClient({ createWorker, afterDraw: schedule, watchdog });
  const unsubscribe = client.subscribe(receive);
  let open = false;
  let suspended = false;
  let surveying = false;

  const send: Conversation['send'] = (command) => {
    if (open) client.send(command);
  };

  function end() {
    client.end();
    open = false;
  }

  return {
    isOpen: () => open,
    open(request, watch) {
      open = true;
      client.open(request);
      send({ type: 'watch', watch });
      if (suspended) send({ type: 'suspend', on: true });
      if (surveying) send({ type: 'survey', active: true });
    },
    send,
    suspend(on) {
      if (suspended === on) return;
      suspended = on;
      send({ type: 'suspend', on });
    },
    survey(active) {
      surveying = active;
      send({ type: 'survey', active });
    },
    end,
    dispose() {
      unsubscribe();
      end();
    },
  };
}
