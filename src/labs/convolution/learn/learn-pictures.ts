/**
 * From the stores to what act Learn draws: of each network the newest numbers, or those the scrubber looks back
 * at. Every picture names the step that all its numbers belong to; where a number is not known, none is made up.
 */
import type { Bench } from '../../../lab-page/bench';
import { makeTying } from '../../../spec/tying';
import { shownNetworks } from '../../../store/experiment-state';
import type { WatchedLayers } from '../../../store/recorded-frames';
import type { LedgerPicture, PictureSource } from '../../../views/ledger-picture';
import type { ConvolutionState } from '../parameters';
import { firstKernels, firstPicture, type LearnNetwork } from './first-pictures';
import { SITES } from './positions';

export type LearnPicture = LedgerPicture & {
  readonly source: PictureSource;
  /** 0-based. */
  readonly filter: number;
  /** Step that the numbers belong to. */
  readonly step: number;
  /** Mean loss of that step's batch, or null before the first. */
  readonly loss: number | null;
};

type Watched = NonNullable<WatchedLayers[LearnNetwork]>;

export const tyings = {
  shared: makeTying({ kind: 'shared' }, SITES),
  independent: makeTying({ kind: 'independent' }, SITES),
};
const known = new WeakMap<Watched, { readonly key: string; readonly picture: LearnPicture }>();

/** The picture of one network. The same object as long as the numbers are the same. */
export function learnPicture(
  { lab, experiment }: Pick<Bench, 'lab' | 'experiment'>,
  network: LearnNetwork,
): LearnPicture {
  const state = lab.getState().state as ConvolutionState;
  const now = experiment.getState();
  const watched = shownNetworks(now)[network];
  const chosen = state.filter - 1;
  if (!watched) {
    const step = now.networks[network]?.step ?? 0;
    return step > 0 ? unread(network, state, chosen, step) : atStart(network, state, chosen);
  }
  if (watched.step === 0 && watched.filter !== chosen) return atStart(network, state, chosen);
  const key = watched.step > 0 ? '' : `${state.digit} ${state.data} ${state.seed} ${state.init}`;
  const before = known.get(watched);
  if (before?.key === key) return before.picture;
  const picture =
    watched.step > 0 ? ofStep(network, watched) : atStart(network, state, watched.filter, watched.kernels);
  known.set(watched, { key, picture });
  return picture;
}

/** A finished step: with its tiles, or only with its kernels where the tiles are not remembered. */
function ofStep(network: LearnNetwork, watched: Watched): LearnPicture {
  const { step, loss, filter, kernels, previousKernels, ledger, gradient } = watched;
  const { groupOf, groups } = tyings[network];
  const common = { groupOf, groups, filter, step, loss, kernels };
  if (ledger && gradient) return { ...common, previousKernels, tiles: ledger, gradient, source: 'batch' };
  return { ...common, previousKernels: kernels, ...noGradients(kernels.length, groups), source: 'kernels' };
}

/** Placeholders in the shape of the gradients: `source` says that they are none. */
const noGradients = (kernels: number, groups: number) => ({
  tiles: new Float32Array((SITES * kernels) / groups),
  gradient: new Float32Array(kernels),
});

const unreads = new Map<LearnNetwork, LearnPicture>();

/** A trained network of which nothing has been read (yet). */
function unread(network: LearnNetwork, state: ConvolutionState, filter: number, step: number): LearnPicture {
  const before = unreads.get(network);
  if (before?.step === step && before.filter === filter) return before;
  const { groupOf, groups } = tyings[network];
  const kernels = new Float32Array(firstKernels(network, state, filter).length);
  const picture: LearnPicture = {
    ...{ groupOf, groups, filter, step, loss: null, kernels, previousKernels: kernels },
    ...noGradients(kernels.length, groups),
    source: 'unread',
  };
  unreads.set(network, picture);
  return picture;
}

const starts = new WeakMap<LedgerPicture, LearnPicture>();

function atStart(
  network: LearnNetwork,
  state: ConvolutionState,
  filter: number,
  kernels?: Float32Array,
): LearnPicture {
  const first = firstPicture(network, state, filter, kernels);
  const before = starts.get(first);
  if (before) return before;
  const picture: LearnPicture = { ...first, source: 'example', filter, step: 0, loss: null };
  starts.set(first, picture);
  return picture;
}
