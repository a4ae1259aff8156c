/**
 * From the stores to what the stage draws of a network: the newest numbers, or those the scrubber looks back at. Every
 * picture names the step that all its numbers belong to; what is not known is not made up.
 */
import type { Bench } from '../../../lab-page/bench';
import { isTrained } from '../../../lab-page/training/use-live-answers';
import type { MultiTaskId } from '../../../spec/multi-task-network';
import { TASK_CLASSES } from '../../../spec/multi-task-network';
import { shownNetworks } from '../../../store/experiment-state';
import type { WatchedLayers } from '../../../store/recorded-frames';
import type { TrunkPicture } from '../../../views/trunk-picture';
import { shownUnit } from '../build-spec';
import { shownDigit } from '../digit/own-digit';
import type { MultiTaskState } from '../parameters';
import { CELLS, firstAnswer, firstKernels, firstTrunk } from './first-trunks';

type Stores = Pick<Bench, 'lab' | 'experiment'>;
type Watched = NonNullable<WatchedLayers[MultiTaskId]>;

const known = new WeakMap<Watched, TrunkPicture>();
const unreads = new Map<string, TrunkPicture>();

/** The same object as long as the numbers are the same. */
export function trunkPicture({ lab, experiment }: Stores, id: MultiTaskId): TrunkPicture {
  const state = lab.getState().state as MultiTaskState;
  const now = experiment.getState();
  const watched = shownNetworks(now)[id];
  const step = watched?.step ?? now.networks[id]?.step ?? 0;
  if (step === 0) return firstTrunk(id, state);
  if (!watched) return unread(id, shownUnit(state), step);
  const before = known.get(watched);
  if (before) return before;
  const picture = ofStep(id, watched, firstKernels(id, state, watched.filter));
  known.set(watched, picture);
  return picture;
}

/** A finished step: with its gradients, or only with its kernels where those are not remembered. */
function ofStep(network: MultiTaskId, watched: Watched, start: Float32Array): TrunkPicture {
  const { step, loss, filter, kernels, previousKernels, ledger, gradient, residuals } = watched;
  const products = watched.products ?? null;
  const common = { network, step, loss, unit: filter, kernels, start, residuals, products };
  if (ledger && gradient) return { ...common, previousKernels, tiles: ledger, gradient, source: 'batch' };
  return {
    ...{ ...common, source: 'kernels', previousKernels: kernels },
    ...{ tiles: new Float32Array(2 * CELLS), gradient: new Float32Array(2 * CELLS) },
  };
}

/** A trained network of which nothing has been read (yet). */
function unread(network: MultiTaskId, unit: number, step: number): TrunkPicture {
  const key = `${network} ${unit} ${step}`;
  const before = unreads.get(key);
  if (before) return before;
  const nothing = new Float32Array(2 * CELLS);
  const picture: TrunkPicture = {
    ...{ network, source: 'unread', step, loss: null, unit, residuals: null, products: null },
    ...{ kernels: nothing, previousKernels: nothing, start: nothing, tiles: nothing, gradient: nothing },
  };
  unreads.clear();
  unreads.set(key, picture);
  return picture;
}

const [DIGITS, SECONDS] = TASK_CLASSES;
const split = new WeakMap<Float32Array, readonly Float32Array[]>();

export type TaskAnswer = {
  /** Class probabilities of each task: digit, then the second. */
  readonly probabilities: readonly Float32Array[];
  readonly step: number;
};

/** The newest that a network says of the digit that is shown; null while a trained one has not answered yet. */
function answerOf({ lab, experiment }: Stores, id: MultiTaskId): TaskAnswer | null {
  const state = lab.getState().state as MultiTaskState;
  const now = experiment.getState();
  const { pixels } = shownDigit(state);
  if (!isTrained(now, id)) return untrainedAnswer({ lab, experiment }, id);
  const { prediction } = now;
  const said = prediction?.networks[id];
  if (!prediction || said?.kind !== 'tasks' || !isSame(prediction.input, pixels)) return null;
  const before = split.get(said.answer);
  const probabilities = before ?? [
    said.answer.slice(SECONDS, SECONDS + DIGITS),
    said.answer.slice(0, SECONDS),
  ];
  split.set(said.answer, probabilities);
  return { probabilities, step: said.step };
}

/** What stands beside the picture of a network: looking back, only what was said at that very step. */
export function answerBeside(stores: Stores, id: MultiTaskId): TaskAnswer | null {
  if (stores.experiment.getState().scrub === null) return answerOf(stores, id);
  const { step } = trunkPicture(stores, id);
  if (step === 0) return untrainedAnswer(stores, id);
  const answer = answerOf(stores, id);
  return answer?.step === step ? answer : null;
}

function untrainedAnswer({ lab }: Stores, id: MultiTaskId): TaskAnswer {
  const state = lab.getState().state as MultiTaskState;
  return { probabilities: firstAnswer(id, state, shownDigit(state).pixels), step: 0 };
}

const isSame = (one: Float32Array, other: Float32Array) =>
  one === other || (one.length === other.length && one.every((value, at) => value === other[at]));
