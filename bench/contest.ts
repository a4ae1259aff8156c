/**
 * The page of the contest: starts a worker for each contestant and hands tasks on, one at a time. What to run,
 * in which order, is decided outside (step-bench.mjs), through `contest`.
 */
import type { Answer, Task } from './contestant-worker';
import { contestants } from './contestants';

/** Milliseconds for one task: far more than any takes, so that a dead GPU does not hang the bench. */
const PATIENCE = 180_000;

const workers = new Map<string, Worker>();

function workerOf(id: string): Worker {
  const started = workers.get(id);
  if (started) return started;
  const worker = new Worker(new URL('./contestant-worker.ts', import.meta.url), { type: 'module', name: id });
  workers.set(id, worker);
  return worker;
}

function run(id: string, task: Task): Promise<Answer> {
  const worker = workerOf(id);
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = ({ message }) => resolve({ error: message || 'The worker does not start.' });
    setTimeout(() => resolve({ error: `No answer in ${PATIENCE / 1000} s.` }), PATIENCE);
    worker.postMessage(task);
  });
}

Object.assign(globalThis, {
  contest: {
    list: contestants.map(({ id, name, experiment, tying, warmUp }) => ({
      id,
      name,
      tying,
      warmUp: warmUp ?? null,
      experiment: experiment.id,
    })),
    run,
  },
});
