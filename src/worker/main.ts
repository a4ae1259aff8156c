/**
 * The worker's entry: wires the host to the engine, the network, the canvas and the message port. One
 * self-contained classic script once built.
 */

import { chooseBackend, type EngineBackend, engineMemory } from '../engine/backend';
import { type DataContent, decodeData } from '../engine/data/data-file';
import { createSession } from '../engine/session';
import type { BackendChoice } from '../spec/backend';
import { createHost } from './host';
import { loadBytes } from './host/load-bytes';
import { transfersOf } from './host/transfers';

const clock = () => performance.now();

/** The backend of the last choice, kept from run to run: each WebGL context counts against the page's few. */
let held: Promise<{ readonly choice: BackendChoice; readonly backend: EngineBackend } | null> =
  Promise.resolve(null);

async function backendFor(choice: BackendChoice): Promise<EngineBackend> {
  const before = held;
  const next = before.then(async (old) => {
    if (old?.choice === choice && !old.backend.isLost()) return old;
    old?.backend.dispose();
    const makeCanvas = () => (typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1));
    return { choice, backend: await chooseBackend(choice, makeCanvas) };
  });
  held = next.catch(() => null);
  return (await next).backend;
}

/** Resolves after the messages that wait now: a message to ourselves queues behind them, without the delay of a timer. */
const { port1, port2 } = new MessageChannel();
const resumes: (() => void)[] = [];
port1.onmessage = () => resumes.shift()?.();
function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    resumes.push(resolve);
    port2.postMessage(null);
  });
}

const host = createHost<EngineBackend, DataContent>({
  send: (event) => postMessage(event, { transfer: transfersOf(event) }),
  chooseBackend: backendFor,
  createSession: (request) => createSession({ ...request, clock }),
  loadData: async ({ kind, file }, onProgress, anew) =>
    decodeData(kind, file && (await loadBytes(file, onProgress, anew))),
  clock,
  yieldToMessages,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});

addEventListener('message', ({ data }) => host.receive(data));

// For measurements from outside: what the engine holds.
Object.assign(globalThis, { tied: { memory: engineMemory } });
