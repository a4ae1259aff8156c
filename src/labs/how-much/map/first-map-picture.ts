/**
 * The stage before any training: the seeded initial kernels and, when they are asked for, the gradients of the sample
 * digit at every position, by the same mathematics as the engine's, on the main thread.
 */
import { memory } from '../../../lab-page/memory';
import { sampleDigit } from '../../../lab-page/sample-digits';
import { directGradient } from '../../../math/direct-gradient';
import { initialWeights } from '../../../math/initial-weights';
import { networkLayers } from '../../../math/network-layers';
import { ledgerOnImage } from '../../../math/network-on-image';
import { ofFilter } from '../../../math/of-filter';
import { howMuchNetwork } from '../../../spec/how-much-network';
import { groupCount, type TieMap } from '../../../spec/tie-map';
import type { TieMapPicture } from '../../../views/tie-map-picture';
import type { HowMuchState } from '../parameters';
import { labelAt, startPlace } from '../task/place';
import { taskPicture } from '../task/task-picture';
import { inOrderOfNumbers } from './group-numbers';
import { shownMap } from './shown-map';

type FirstState = Pick<HowMuchState, 'sharing' | 'map' | 'seed' | 'digit' | 'data' | 'soft'>;

const MOST_KNOWN = 8;

/** Remembers by map, since the same map may come again with other numbers. */
function memoryOfMaps<T>() {
  const known = new WeakMap<TieMap, ReturnType<typeof memory<T>>>();
  return (map: TieMap, key: string, make: () => T): T => {
    const ofMap = known.get(map) ?? memory<T>(MOST_KNOWN);
    known.set(map, ofMap);
    return ofMap(key, make);
  };
}
const kernelsMemory = memoryOfMaps<Float32Array>();
const pictureMemory = memoryOfMaps<TieMapPicture>();

/** Residuals begin at zero, so that a soft network begins as the hard one of its map. */
const networkOf = ({ sharing, map }: FirstState) =>
  howMuchNetwork(sharing, { map: shownMap({ sharing, map }), shrink: null });

function firstLayer(state: FirstState) {
  const [layer] = networkLayers(networkOf(state));
  if (layer?.kind !== 'tied') throw new RangeError('The first layer of this network has weights.');
  return { layer, filters: layer.filters, cells: layer.geometry.taps + 1 };
}

/**
 * [groups, cells] the kernels before any step, in the order of their numbers on the screen. filter: 0-based. Only the
 * first layer is drawn from the seed.
 */
export function firstKernels(state: FirstState, filter: number): Float32Array {
  return kernelsMemory(shownMap(state), `${state.sharing} ${state.seed} ${filter}`, () => {
    const network = networkOf(state);
    const [weights = new Float32Array()] = initialWeights(
      { ...network, layers: network.layers.slice(0, 1) },
      state.seed,
    );
    const { filters, cells } = firstLayer(state);
    return inOrderOfNumbers(ofFilter(weights, filters, cells, filter), shownMap(state));
  });
}

/** The picture at step 0. `gradients`: with those of the sample digit, else zeros that `source` says are none. */
export function firstMapPicture(state: FirstState, filter: number, gradients: boolean): TieMapPicture {
  const { sharing, seed, digit, data } = state;
  const groupOf = shownMap(state);
  const example = gradients ? `${digit} ${data}` : '';
  const soft = state.soft && sharing === 'grouped';
  return pictureMemory(groupOf, `${sharing} ${soft} ${seed} ${filter} ${example}`, () => {
    const kernels = firstKernels(state, filter);
    const groups = groupCount(groupOf);
    const common = { kernels, previousKernels: kernels, groupOf, groups, filter, step: 0, soft };
    if (gradients) return { ...common, ...sampleGradients(state, filter), source: 'example' };
    const cells = kernels.length / groups;
    const [tiles, gradient] = [new Float32Array(groupOf.length * cells), new Float32Array(kernels.length)];
    return { ...common, tiles, gradient, source: 'kernels' };
  });
}

function sampleGradients(state: FirstState, filter: number) {
  const { layer, filters, cells } = firstLayer(state);
  const place = startPlace(state.data);
  const image = taskPicture(state.digit, place);
  const digit = sampleDigit(state.digit).label;
  const network = networkOf(state);
  const ledger = ledgerOnImage(
    networkLayers(network),
    initialWeights(network, state.seed),
    image,
    labelAt(state.data, digit, place) ?? digit,
  );
  // For one example the gradient of a site's bias is the gradient behind its ReLU.
  const upstream = new Float32Array(layer.geometry.sites * filters);
  for (let at = 0; at < upstream.length; at++) upstream[at] = ledger[at * cells + cells - 1] ?? 0;
  return {
    tiles: ofFilter(ledger, filters, cells, filter),
    gradient: inOrderOfNumbers(directGradient(image, upstream, layer, 1, filter), shownMap(state)),
  };
}
