/**
 * One contestant in a worker of its own, as the app trains too: no contestant meets the compiled code, the heap
 * or the GPU context of another. Opens the one that the worker is named after, then makes steps when told.
 */
import type { Contestant } from './contestant';
import { contestants } from './contestants';
import { countGlCalls, type GlCounts } from './count-gl-calls';

export type Task = { readonly steps: number; readonly countGl: boolean };
/** Of each step: milliseconds until the loss was a number, that loss, and the GL calls where they were counted. */
export type StepRecord = { readonly ms: number; readonly loss: number; readonly gl: GlCounts | null };
export type Answer = { readonly steps: readonly StepRecord[] } | { readonly error: string };

async function open(): Promise<Contestant> {
  const entry = contestants.find(({ id }) => id === self.name);
  if (!entry) throw new Error(`There is no contestant ${self.name}.`);
  return entry.open(await entry.experiment.load());
}

async function makeSteps(contestant: Contestant, { steps, countGl }: Task): Promise<StepRecord[]> {
  const counter = countGl ? countGlCalls() : null;
  const records: StepRecord[] = [];
  for (let step = 0; step < steps; step++) {
    const begun = performance.now();
    const loss = await contestant.step();
    const ms = performance.now() - begun;
    records.push({ ms, loss, gl: counter?.take() ?? null });
  }
  counter?.stop();
  return records;
}

let contestant: Promise<Contestant> | null = null;

async function answer(task: Task): Promise<Answer> {
  try {
    contestant ??= open();
    return { steps: await makeSteps(await contestant, task) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

self.onmessage = async ({ data }: MessageEvent<Task>) => {
  self.postMessage(await answer(data));
};
