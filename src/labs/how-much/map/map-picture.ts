/**
 * From the stores to what the tie map's card draws: the newest numbers of the network on the stage, or those that the
 * scrubber looks back at. Numbers of another map than the one on the stage are not shown; none are made up.
 */
import type { Bench } from '../../../lab-page/bench';
import { groupCount, type TieMap } from '../../../spec/tie-map';
import { type ExperimentState, shownNetworks } from '../../../store/experiment-state';
import type { WatchedLayers } from '../../../store/recorded-frames';
import type { TieMapPicture } from '../../../views/tie-map-picture';
import type { HowMuchState } from '../parameters';
import { firstKernels, firstMapPicture } from './first-map-picture';
import { inOrderOfNumbers, rowsOfNumbers } from './group-numbers';
import { shownMap } from './shown-map';

type Watched = NonNullable<WatchedLayers[HowMuchState['sharing']]>;
const known = new WeakMap<Watched, TieMapPicture>();

/** `gradients`: whether they are looked at; before training they are computed only then. */
export function mapPicture(
  { lab, experiment }: Pick<Bench, 'lab' | 'experiment'>,
  gradients: boolean,
): TieMapPicture {
  const state = lab.getState().state as HowMuchState;
  const now = experiment.getState();
  const { sharing } = state;
  const map = shownMap(state);
  const filter = state.filter - 1;
  if (!isOfMap(now, sharing, map)) return firstMapPicture(state, filter, gradients);
  const watched = shownNetworks(now)[sharing];
  const step = watched?.step ?? now.networks[sharing]?.step ?? 0;
  if (step === 0) return firstMapPicture(state, filter, gradients);
  if (watched?.filters !== 1) return unread(state, map, filter, step);
  const before = known.get(watched);
  if (before?.groupOf === map) return before;
  const picture = ofStep(watched, map);
  known.set(watched, picture);
  return picture;
}

/** Whether the experiment's network is tied by this map: it follows the state a moment later. */
function isOfMap({ spec }: ExperimentState, sharing: HowMuchState['sharing'], map: TieMap): boolean {
  const network = spec?.networks.find(({ id }) => id === sharing);
  const layer = network?.kind === 'layered' ? network.layers[0] : undefined;
  if (layer?.kind !== 'convolution') return false;
  if (!('groupOf' in layer.tying)) return true;
  const rows = rowsOfNumbers(map);
  return layer.tying.groupOf.every((group, site) => group === rows[map[site] ?? 0]);
}

function ofStep({ step, filter, ...watched }: Watched, groupOf: TieMap): TieMapPicture {
  const groups = groupCount(groupOf);
  const { ledger, gradient, residuals } = watched;
  const ordered = (values: Float32Array) => inOrderOfNumbers(values, groupOf);
  const kernels = residuals ? sharedParts(watched.kernels, residuals, groupOf) : ordered(watched.kernels);
  const common = { kernels, groupOf, groups, filter, step, soft: residuals !== null };
  if (!ledger || !gradient)
    return {
      ...common,
      previousKernels: kernels,
      ...noGradients(kernels, groups, groupOf),
      source: 'kernels',
    };
  // Of a soft layer the frame tells the residuals after the step only.
  const previousKernels = residuals ? kernels : ordered(watched.previousKernels);
  return { ...common, previousKernels, tiles: ledger, gradient: ordered(gradient), source: 'batch' };
}

/** [groups, cells] of [sites, cells] kernels: each less its residual, which is the same at all positions of a group. */
function sharedParts(kernels: Float32Array, residuals: Float32Array, groupOf: TieMap): Float32Array {
  const cells = kernels.length / groupOf.length;
  const shared = new Float32Array(groupCount(groupOf) * cells);
  groupOf.forEach((group, site) => {
    for (let cell = 0; cell < cells; cell++) {
      const at = site * cells + cell;
      shared[group * cells + cell] = (kernels[at] ?? 0) - (residuals[at] ?? 0);
    }
  });
  return shared;
}

/** In the shape of the gradients; `source` says that they are none. */
const noGradients = (kernels: Float32Array, groups: number, groupOf: TieMap) => ({
  tiles: new Float32Array((groupOf.length * kernels.length) / groups),
  gradient: new Float32Array(kernels.length),
});

let lastUnread: TieMapPicture | null = null;

/** A trained network of which nothing has been read yet. */
function unread(state: HowMuchState, groupOf: TieMap, filter: number, step: number): TieMapPicture {
  if (lastUnread?.groupOf === groupOf && lastUnread.step === step && lastUnread.filter === filter)
    return lastUnread;
  const groups = groupCount(groupOf);
  const kernels = new Float32Array(firstKernels(state, filter).length);
  const empty = noGradients(kernels, groups, groupOf);
  lastUnread = {
    ...{ kernels, previousKernels: kernels, groupOf, groups, filter, step, soft: false },
    ...empty,
    source: 'unread',
  };
  return lastUnread;
}
