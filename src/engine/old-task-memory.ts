/**
 * What the old task comes to, once for all networks that train on it from the same start: the losses of its steps, the
 * weights at every twentieth step and at the last, and how many examples were right there. It outlives the session, so
 * that a run with another number of new examples need not train it again; it is bound to the digits and small.
 */
import type { BackendName } from '../spec/backend';
import type { ExperimentSpec, LendingSpec, NetworkSpec } from '../spec/experiment-spec';
import type { Snapshot } from './trained-network';

export type OldTaskMemory = {
  /** Mean batch loss of the step from each step on; NaN where it has not been made. */
  readonly losses: Float32Array;
  /** By step. */
  readonly snapshots: Map<number, Snapshot>;
  /** Right answers, by step, set and range. */
  readonly correct: Map<string, readonly number[]>;
};

/** Weights are kept at multiples of this step: where a run evaluates and its slices end. */
export const REMEMBERED_EVERY = 20;
/** A memory of 500 steps is 1.3 MB with Adam. */
const MOST_MEMORIES = 3;

const memories = new WeakMap<object, Map<string, OldTaskMemory>>();

/** `data`: the same object for the same digits. Null where no task comes first or networks do not begin alike. */
export function oldTaskMemory(
  spec: ExperimentSpec,
  data: object,
  backend: BackendName,
): OldTaskMemory | null {
  const { seed, batch, lending, optimizer, networks } = spec;
  const [start, ...others] = networks.map(startOf);
  if (!lending || others.some((other) => other !== start)) return null;
  const { kind, decay } = optimizer;
  const key = JSON.stringify([backend, seed, batch, lending, kind, decay, spec.data.kind, start]);
  const known = memories.get(data) ?? new Map<string, OldTaskMemory>();
  memories.set(data, known);
  const memory: OldTaskMemory = known.get(key) ?? emptyMemory(lending);
  // The last one used is the last to go.
  known.delete(key);
  known.set(key, memory);
  const [oldest] = known.keys();
  if (known.size > MOST_MEMORIES && oldest !== undefined) known.delete(oldest);
  return memory;
}

export const emptyMemory = ({ steps }: LendingSpec): OldTaskMemory => ({
  losses: new Float32Array(steps).fill(Number.NaN),
  snapshots: new Map(),
  correct: new Map(),
});

/** What the weights before the first step follow from, the seed apart. */
function startOf(network: NetworkSpec): string {
  if (network.kind !== 'layered') return JSON.stringify(network);
  const { input, layers, init, loss, classes } = network;
  return JSON.stringify([input, layers, init, loss, classes]);
}
