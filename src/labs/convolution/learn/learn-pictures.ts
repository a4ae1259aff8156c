/** From the stores to what act Learn draws: of each network the newest numbers, or those the scrubber looks back at. */
import type { Bench } from '../../../lab-page/bench';
import { makeTying } from '../../../spec/tying';
import { type ExperimentState, shownNetworks } from '../../../store/experiment-state';
import type { WatchedLayers } from '../../../store/recorded-frames';
import type { LedgerPicture } from '../../../views/ledger-picture';
import type { ConvolutionState } from '../parameters';
import { firstPicture, type LearnNetwork } from './first-pictures';
import { SITES } from './positions';

export type LearnPicture = LedgerPicture & {
  /** Tiles of the last batch, or of one digit before the first step. */
  readonly source: 'batch' | 'digit';
  /** 0-based. */
  readonly filter: number;
  /** Step that the numbers belong to. */
  readonly step: number;
  /** Mean loss of that step's batch, or null before the first. */
  readonly loss: number | null;
};

const tyings = {
  shared: makeTying({ kind: 'shared' }, SITES),
  independent: makeTying({ kind: 'independent' }, SITES),
};
const known = new WeakMap<
  NonNullable<WatchedLayers[LearnNetwork]>,
  { readonly key: string; readonly picture: LearnPicture }
>();

/** The picture of one network. The same object as long as the numbers are the same. */
export function learnPicture(bench: Bench, network: LearnNetwork): LearnPicture {
  const state = bench.lab.getState().state as ConvolutionState;
  const experiment = bench.experiment.getState();
  const watched = shownNetworks(experiment)[network];
  if (!watched || (watched.ledger === null && watched.filter !== state.filter - 1))
    return atStart(network, state, state.filter - 1);
  const { step, loss } = momentOf(experiment, network);
  const key = `${step} ${state.digit} ${state.data} ${state.seed} ${state.init}`;
  const before = known.get(watched);
  if (before?.key === key) return before.picture;
  const { groupOf, groups } = tyings[network];
  const picture: LearnPicture =
    watched.ledger && watched.gradient
      ? {
          kernels: watched.kernels,
          previousKernels: watched.previousKernels,
          tiles: watched.ledger,
          gradient: watched.gradient,
          groupOf,
          groups,
          source: 'batch',
          filter: watched.filter,
          step,
          loss,
        }
      : atStart(network, state, watched.filter, watched.kernels);
  known.set(watched, { key, picture });
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
  const picture: LearnPicture = { ...first, source: 'digit', filter, step: 0, loss: null };
  starts.set(first, picture);
  return picture;
}

function momentOf(state: ExperimentState, network: LearnNetwork) {
  const record = state.networks[network];
  const step = (state.scrub === null ? record?.step : state.frames[state.scrub]?.step) ?? 0;
  return { step, loss: record?.losses[step - 1] ?? null };
}
