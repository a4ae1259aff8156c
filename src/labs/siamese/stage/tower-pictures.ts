/**
 * From the stores to the towers that the stage draws: of each network the newest numbers, or those the scrubber looks
 * back at. Every picture names the step that all its numbers belong to; what is not known is not made up.
 */
import type { Bench } from '../../../lab-page/bench';
import { FACE_SIDE } from '../../../spec/siamese-network';
import { shownNetworks } from '../../../store/experiment-state';
import type { WatchedLayers } from '../../../store/recorded-frames';
import type { TowerNetwork, TowerPicture } from '../../../views/tower-picture';
import type { SiameseState } from '../parameters';
import { firstKernels, firstTowers, UNITS_SHOWN } from './first-towers';

type Watched = NonNullable<WatchedLayers[TowerNetwork]>;

const CELLS = FACE_SIDE * FACE_SIDE + 1;
const known = new WeakMap<Watched, { readonly seed: number; readonly picture: TowerPicture }>();
const unreads = new Map<TowerNetwork, TowerPicture>();

/** First of the four units on the stage, 0-based. */
export const firstUnit = ({ units }: Pick<SiameseState, 'units'>): number => (units - 1) * UNITS_SHOWN;

/** The same object as long as the numbers are the same. */
export function towerPicture(
  { lab, experiment }: Pick<Bench, 'lab' | 'experiment'>,
  network: TowerNetwork,
): TowerPicture {
  const state = lab.getState().state as SiameseState;
  const now = experiment.getState();
  const watched = shownNetworks(now)[network];
  const unit = firstUnit(state);
  const step = watched?.step ?? now.networks[network]?.step ?? 0;
  if (step === 0) return firstTowers(network, state, unit);
  if (!watched) return unread(network, unit, step);
  const before = known.get(watched);
  if (before?.seed === state.seed) return before.picture;
  const picture = ofStep(network, watched, firstKernels(network, state, watched.filter));
  known.set(watched, { seed: state.seed, picture });
  return picture;
}

const groupsOf = (network: TowerNetwork) => (network === 'shared' ? 1 : 2);

/** A finished step: with its gradients, or only with its kernels where those are not remembered. */
function ofStep(network: TowerNetwork, watched: Watched, start: Float32Array): TowerPicture {
  const { step, loss, filter, filters, kernels, previousKernels, ledger, gradient } = watched;
  const common = { step, loss, filter, units: filters, groups: groupsOf(network), kernels, start };
  if (ledger && gradient) return { ...common, previousKernels, tiles: ledger, gradient, source: 'batch' };
  return {
    ...{ ...common, source: 'kernels', previousKernels: kernels },
    tiles: new Float32Array(2 * filters * CELLS),
    gradient: new Float32Array(kernels.length),
  };
}

/** A trained network of which nothing has been read (yet). */
function unread(network: TowerNetwork, filter: number, step: number): TowerPicture {
  const before = unreads.get(network);
  if (before?.step === step && before.filter === filter) return before;
  const groups = groupsOf(network);
  const kernels = new Float32Array(groups * UNITS_SHOWN * CELLS);
  const picture: TowerPicture = {
    ...{ source: 'unread', step, loss: null, filter, units: UNITS_SHOWN, groups },
    ...{ kernels, previousKernels: kernels, start: kernels, gradient: kernels },
    tiles: new Float32Array(2 * UNITS_SHOWN * CELLS),
  };
  unreads.set(network, picture);
  return picture;
}
