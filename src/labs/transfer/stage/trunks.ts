/**
 * From the store to the trunks on the stage: of the old network and of each of the four, their first-layer kernels at the
 * step that is looked at, and how far the step moved each. What is not known is null.
 */
import type { Bench } from '../../../lab-page/bench';
import type { ExperimentSpec } from '../../../spec/experiment-spec';
import { TRANSFER_NETWORKS, type TransferNetworkId } from '../../../spec/transfer-network';
import { shownNetworks, shownStepOf } from '../../../store/experiment-state';
import type { WatchedLayers } from '../../../store/recorded-frames';
import { KERNELS } from '../../../views/transfer-layout';
import type { KernelRow } from '../../../views/transfer-view';
import { OLD_TASK } from '../build-spec';
import type { TransferState } from '../parameters';
import type { Task } from '../sample-picture';
import { firstKernels } from './first-trunk';

export type Watched = NonNullable<WatchedLayers[TransferNetworkId]>;
type Stores = Pick<Bench, 'lab' | 'experiment'>;

/** Numbers of one kernel, its bias included. */
export const CELLS = 26;

/** The step that is looked at. */
export const shownStep = ({ experiment }: Pick<Bench, 'experiment'>): number =>
  shownStepOf(experiment.getState()) ?? 0;

/** At its last step the old task is still the one at hand. */
export const taskAt = (step: number): Task => (step <= OLD_TASK.steps ? 'old' : 'new');

/** What is watched of a network in this task, or null. */
export function watchedIn(task: Task, { experiment }: Pick<Bench, 'experiment'>, id: TransferNetworkId) {
  const watched = shownNetworks(experiment.getState())[id];
  return watched && watched.filters === KERNELS && taskAt(watched.step) === task ? watched : null;
}

const rows = new WeakMap<Watched, KernelRow>();

/** The same object as long as the numbers are the same. */
export function rowOf(watched: Watched | null): KernelRow | null {
  if (!watched) return null;
  const known = rows.get(watched);
  if (known) return known;
  const { kernels, previousKernels: previous, step } = watched;
  const made = { kernels, previous, changes: step > 0 ? changesOf(watched) : null };
  rows.set(watched, made);
  return made;
}

/** Length of what the step changed in each kernel; null where the step is not remembered. */
export function changesOf({ kernels, previousKernels, ledger }: Watched): readonly number[] | null {
  const same = kernels.every((weight, at) => weight === previousKernels[at]);
  // Kernels that nobody moved are those of a frozen layer, or of a step that is not remembered.
  if (same && ledger === null) return null;
  return Array.from({ length: KERNELS }, (_, kernel) => {
    let squares = 0;
    for (let at = kernel * CELLS; at < (kernel + 1) * CELLS; at++)
      squares += ((kernels[at] ?? 0) - (previousKernels[at] ?? 0)) ** 2;
    return Math.sqrt(squares);
  });
}

/** The network of the old task, by one of those that it is at that time: whichever is watched. */
export function oldNetwork(stores: Pick<Bench, 'experiment'>): Watched | null {
  for (const id of TRANSFER_NETWORKS) {
    const watched = watchedIn('old', stores, id);
    if (watched) return watched;
  }
  return null;
}

/** Of runs whose old task ended before our eyes: what its first layer was then. */
const ended = new Map<string, Float32Array>();
const MOST_ENDED = 8;

/** What the old task's end follows from. */
const keyOf = ({ seed, batch, optimizer, lending }: ExperimentSpec, backend: string | null) =>
  JSON.stringify([seed, batch, optimizer.kind, optimizer.decay, lending, backend]);

/** Keeps the kernels of the old task's last step when they are seen. Called whenever the stage is drawn. */
export function rememberEnd({ experiment }: Pick<Bench, 'experiment'>): void {
  const { spec, backend, changedByHand, networks } = experiment.getState();
  if (!spec || changedByHand) return;
  for (const id of TRANSFER_NETWORKS) {
    const watched = networks[id]?.watched;
    if (watched?.step !== OLD_TASK.steps || watched.filters !== KERNELS) continue;
    ended.set(keyOf(spec, backend), watched.kernels);
    const [oldest] = ended.keys();
    if (ended.size > MOST_ENDED && oldest !== undefined) ended.delete(oldest);
    return;
  }
}

/** [8, 26] the first layer at the end of the old task, where it was seen. */
export function endOfOld({ experiment }: Pick<Bench, 'experiment'>): Float32Array | null {
  const { spec, backend, changedByHand } = experiment.getState();
  return spec && !changedByHand ? (ended.get(keyOf(spec, backend)) ?? null) : null;
}

const lentRows = new WeakMap<Float32Array, KernelRow>();
const starts = new WeakMap<Float32Array, KernelRow>();

function still(of: WeakMap<Float32Array, KernelRow>, kernels: Float32Array): KernelRow {
  const known = of.get(kernels) ?? { kernels, previous: null, changes: null };
  of.set(kernels, known);
  return known;
}

/** The old trunk: while its task lasts as it is, later as it was lent. A frozen network has it to the last bit. */
export function oldRow(stores: Stores): KernelRow | null {
  const step = shownStep(stores);
  if (taskAt(step) === 'old') {
    const watched = oldNetwork(stores);
    if (watched) return rowOf(watched);
    return step === 0
      ? still(starts, firstKernels((stores.lab.getState().state as TransferState).seed))
      : null;
  }
  const kernels = endOfOld(stores) ?? watchedIn('new', stores, 'frozen')?.kernels;
  return kernels ? still(lentRows, kernels) : null;
}
