/**
 * From the stores to what the stage draws: of each network the newest numbers, or those the scrubber looks back at,
 * and what it says of the sequence on the stage. Every picture names the step that all its numbers belong to; where a
 * number is not known, none is made up.
 */
import type { Bench } from '../../lab-page/bench';
import { isTrained } from '../../lab-page/training/use-live-answers';
import { sequenceTasks } from '../../spec/sequence-tasks';
import { shownNetworks } from '../../store/experiment-state';
import type { WatchedLayers } from '../../store/recorded-frames';
import type { Reading, RecurrentPicture } from '../../views/recurrent-picture';
import { trainedLength } from './build-spec';
import { firstPicture, firstReading, type RecurrentNetwork } from './first-pictures';
import type { RecurrentState } from './parameters';
import { stageSequence } from './sequences';

type Stores = Pick<Bench, 'lab' | 'experiment'>;
type Watched = NonNullable<WatchedLayers[RecurrentNetwork]>;

const stateOf = ({ lab }: Stores) => lab.getState().state as RecurrentState;
const known = new WeakMap<Watched, RecurrentPicture>();

/** The picture of one network. The same object as long as the numbers are the same. */
export function recurrentPicture(stores: Stores, network: RecurrentNetwork): RecurrentPicture {
  const state = stateOf(stores);
  const now = stores.experiment.getState();
  const watched = shownNetworks(now)[network];
  const { hidden } = sequenceTasks[state.data];
  // What was watched before the last change of the watch is of other units, or of other networks.
  if (!watched || watched.filters !== hidden) {
    const step = now.networks[network]?.step ?? 0;
    return step > 0 ? unread(network, state, step) : firstPicture(network, state);
  }
  if (watched.step === 0) return firstPicture(network, state);
  const before = known.get(watched);
  if (before) return before;
  const picture = ofStep(firstPicture(network, state), watched);
  known.set(watched, picture);
  return picture;
}

/** A finished step: with its tiles, or only with its weights where the tiles are not remembered. */
function ofStep({ groupOf, groups }: RecurrentPicture, watched: Watched): RecurrentPicture {
  const { step, loss, kernels, previousKernels, ledger, gradient } = watched;
  const common = { groupOf, groups, step, loss, kernels };
  if (ledger && gradient) return { ...common, previousKernels, tiles: ledger, gradient, source: 'batch' };
  const none = noGradients(kernels.length, groups, groupOf.length);
  return { ...common, previousKernels: kernels, ...none, source: 'kernels' };
}

/** Placeholders in the shape of the gradients: `source` says that they are none. */
const noGradients = (kernels: number, groups: number, sites: number) => ({
  tiles: new Float32Array((sites * kernels) / groups),
  gradient: new Float32Array(kernels),
});

const unreads = new Map<string, RecurrentPicture>();

/** A trained network of which nothing has been read (yet). */
function unread(network: RecurrentNetwork, state: RecurrentState, step: number): RecurrentPicture {
  const key = `${network} ${state.data} ${trainedLength(state)}`;
  const before = unreads.get(key);
  if (before?.step === step) return before;
  const { groupOf, groups, kernels: shape } = firstPicture(network, state);
  const kernels = new Float32Array(shape.length);
  const picture: RecurrentPicture = {
    ...{ groupOf, groups, step, loss: null, kernels, previousKernels: kernels },
    ...noGradients(kernels.length, groups, groupOf.length),
    source: 'unread',
  };
  unreads.set(key, picture);
  return picture;
}

/** What a network says of the sequence on the stage; null where it has not answered yet. */
export function recurrentReading(stores: Stores, network: RecurrentNetwork): Reading | null {
  const state = stateOf(stores);
  const now = stores.experiment.getState();
  if (!isTrained(now, network)) return firstReading(network, state);
  const { prediction } = now;
  if (!prediction) return null;
  const answer = prediction.networks[network];
  if (answer?.kind !== 'sequence') return null;
  const { classes } = sequenceTasks[state.data];
  const { symbols } = stageSequence(state);
  // While a word is typed on, what was said of its beginning still holds; of another word nothing does.
  const begins = prediction.input.every((symbol, at) => symbol === symbols[at]);
  return begins && answer.probabilities.length === prediction.input.length * classes ? answer : null;
}
