/**
 * The stage before any training: the seeded initial kernels and the per-site gradients of one sample digit, by
 * the same mathematics as the engine's, on the main thread. No worker, no GPU, nothing invented.
 */

import { memory } from '../../../lab-page/memory';
import { sampleDigit } from '../../../lab-page/sample-digits';
import { directGradient } from '../../../math/direct-gradient';
import { CANVAS_SIDE, halved, placedOnCanvas } from '../../../math/fit-image';
import { initialWeights } from '../../../math/initial-weights';
import { type NetworkLayer, networkLayers, type TiedLayer } from '../../../math/network-layers';
import { ledgerOnImage } from '../../../math/network-on-image';
import { ofFilter } from '../../../math/of-filter';
import { flagshipNetwork } from '../../../spec/flagship-network';
import type { LedgerPicture } from '../../../views/ledger-picture';
import type { ConvolutionState } from '../parameters';

export type LearnNetwork = 'shared' | 'independent';
type FirstState = Pick<ConvolutionState, 'seed' | 'init' | 'digit' | 'data'>;

const MOST_KNOWN = 24;

const layersMemory = memory<readonly NetworkLayer[]>(MOST_KNOWN);
const weightsMemory = memory<readonly Float32Array[]>(MOST_KNOWN);
const kernelsMemory = memory<Float32Array>(MOST_KNOWN);
const pictureMemory = memory<LedgerPicture>(MOST_KNOWN);

const layersOf = (network: LearnNetwork) =>
  layersMemory(network, () => networkLayers(flagshipNetwork(network)));

const weightsOf = (network: LearnNetwork, { seed, init }: FirstState) =>
  weightsMemory(`${network} ${seed} ${init}`, () =>
    initialWeights(flagshipNetwork(network, network === 'shared' ? 'own' : init), seed),
  );

/** The digit as this data variant shows it: whole when centred, else 14x14 in the middle of the canvas. */
function imageOf({ digit, data }: FirstState): Float32Array {
  const { pixels } = sampleDigit(digit);
  const inset = CANVAS_SIDE / 4;
  return data === 'centred' ? pixels : placedOnCanvas(halved(pixels), CANVAS_SIDE / 2, inset, inset);
}

function firstLayerOf(network: LearnNetwork): TiedLayer {
  const layer = layersOf(network)[0];
  if (layer?.kind !== 'tied') throw new RangeError('The first layer of the flagship has weights.');
  return layer;
}

/** [groups, cells] the kernels before any step. filter: 0-based. */
export function firstKernels(network: LearnNetwork, state: FirstState, filter: number): Float32Array {
  return kernelsMemory(`${network} ${state.seed} ${state.init} ${filter}`, () => {
    const { filters, geometry } = firstLayerOf(network);
    const weights = weightsOf(network, state)[0] ?? new Float32Array();
    return ofFilter(weights, filters, geometry.taps + 1, filter);
  });
}

/** The picture at step 0, and of no other; `kernels` replaces the initial ones where a weight was poked by hand. */
export function firstPicture(
  network: LearnNetwork,
  state: FirstState,
  filter: number,
  kernels: Float32Array = firstKernels(network, state, filter),
): LedgerPicture {
  const { seed, init, digit, data } = state;
  const poked = kernels !== firstKernels(network, state, filter);
  const make = () => pictureWith(network, state, filter, kernels);
  return poked ? make() : pictureMemory(`${network} ${seed} ${init} ${digit} ${data} ${filter}`, make);
}

function pictureWith(
  network: LearnNetwork,
  state: FirstState,
  filter: number,
  kernels: Float32Array,
): LedgerPicture {
  const layer = firstLayerOf(network);
  const { filters, geometry, tying } = layer;
  const cells = geometry.taps + 1;
  const [first = new Float32Array(), ...rest] = weightsOf(network, state);
  const weights = first.slice();
  for (let group = 0; group < tying.groups; group++)
    weights.set(kernels.subarray(group * cells, (group + 1) * cells), (group * filters + filter) * cells);
  const image = imageOf(state);
  const ledger = ledgerOnImage(layersOf(network), [weights, ...rest], image, sampleDigit(state.digit).label);
  // For one example the gradient of a site's bias is the gradient behind its ReLU.
  const upstream = new Float32Array(geometry.sites * filters);
  for (let at = 0; at < upstream.length; at++) upstream[at] = ledger[at * cells + geometry.taps] ?? 0;
  return {
    kernels,
    previousKernels: kernels,
    tiles: ofFilter(ledger, filters, cells, filter),
    gradient: directGradient(image, upstream, layer, 1, filter),
    groupOf: tying.groupOf,
    groups: tying.groups,
  };
}
