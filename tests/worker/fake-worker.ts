/** A worker that does nothing by itself: keeps the commands it gets and says what it is told to say. */
import type { WorkerLike } from '../../src/worker/client';
import type { Command, WorkerEvent } from '../../src/worker/messages';

export type FakeWorker = WorkerLike & {
  readonly commands: Command[];
  terminated: boolean;
  say(event: WorkerEvent): void;
  fail(type: 'error' | 'messageerror'): void;
};

export function fakeWorker(): FakeWorker {
  const target = new EventTarget();
  const worker: FakeWorker = {
    commands: [],
    terminated: false,
    postMessage(command) {
      worker.commands.push(command);
    },
    addEventListener(type: string, listener: (event: MessageEvent<WorkerEvent>) => void) {
      target.addEventListener(type, (event) => listener(event as MessageEvent<WorkerEvent>));
    },
    terminate() {
      worker.terminated = true;
    },
    say: (data) => target.dispatchEvent(new MessageEvent('message', { data })),
    fail: (type) => target.dispatchEvent(new Event(type, { cancelable: true })),
  };
  return worker;
}
