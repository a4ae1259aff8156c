/**
 * Both networks before any training: the seeded initial weights, where they put the pictures, and the gradients of
 * the chosen pair, by the same mathematics as the engine's, on the main thread. No worker, no GPU, nothing invented.
 */
import { directGradient } from '../../../math/direct-gradient';
import { initialWeights } from '../../../math/initial-weights';
import { type NetworkLayer, networkLayers, type TiedLayer } from '../../../math/network-layers';
import { ledgerOfPair, pointsOfPairs } from '../../../math/network-on-pairs';
import { FACE_SIDE, siameseNetwork } from '../../../spec/siamese-network';
import type { TowerNetwork, TowerPicture } from '../../../views/tower-picture';
import { isSamePerson, towerInputs } from '../pair/chosen-pair';
import type { PairsInput } from '../pair/pairs-input';
import type { SiameseState } from '../parameters';

export const UNITS_SHOWN = 4;
const CELLS = FACE_SIDE * FACE_SIDE + 1;

/** What the untrained towers depend on. */
type Start = Pick<SiameseState, 'seed' | 'data'>;

type Network = Start & {
  readonly layers: readonly NetworkLayer[];
  readonly weights: readonly Float32Array[];
  /** Of inputs that were asked about. */
  readonly points: WeakMap<Float32Array, Float32Array>;
  /** Of the units that were asked for last. */
  kernels: { readonly unit: number; readonly values: Float32Array } | null;
  /** The last picture and what it was made of. */
  picture: { readonly key: readonly unknown[]; readonly picture: TowerPicture } | null;
};

const networks = new Map<TowerNetwork, Network>();

function networkOf(id: TowerNetwork, { seed, data }: Start): Network {
  const known = networks.get(id);
  if (known?.seed === seed && known.data === data) return known;
  const spec = siameseNetwork(id, data);
  const made: Network = {
    seed,
    data,
    layers: networkLayers(spec),
    weights: initialWeights(spec, seed),
    points: new WeakMap(),
    kernels: null,
    picture: null,
  };
  networks.set(id, made);
  return made;
}

/** [pairs, 2, 2] where the untrained towers put these pairs. */
export function firstPoints(id: TowerNetwork, start: Start, { pairs, count }: PairsInput): Float32Array {
  const { layers, weights, points } = networkOf(id, start);
  const known = points.get(pairs);
  if (known) return known;
  const made = pointsOfPairs(layers, weights, pairs, count);
  points.set(pairs, made);
  return made;
}

/** [groups, 4, 1025] weights of the shown units before any training. unit: first of them, 0-based. */
export function firstKernels(id: TowerNetwork, start: Start, unit: number): Float32Array {
  const network = networkOf(id, start);
  if (network.kernels?.unit === unit) return network.kernels.values;
  const { filters } = network.layers[0] as TiedLayer;
  const values = unitsOf(network.weights[0] as Float32Array, filters, unit);
  network.kernels = { unit, values };
  return values;
}

type FirstState = Pick<SiameseState, 'seed' | 'a' | 'b' | 'swapped' | 'data'>;

/** The towers at step 0 with the gradients of the chosen pair. unit: first of the four, 0-based. */
export function firstTowers(id: TowerNetwork, state: FirstState, unit: number): TowerPicture {
  const network = networkOf(id, state);
  const inputs = towerInputs(state);
  const key = [unit, ...inputs];
  const before = network.picture;
  if (before?.key.every((part, at) => part === key[at])) return before.picture;
  const kernels = firstKernels(id, state, unit);
  const picture = made(network, inputs, isSamePerson(state), unit, kernels);
  network.picture = { key, picture };
  return picture;
}

function made(
  { layers, weights }: Network,
  inputs: readonly [Float32Array, Float32Array],
  same: boolean,
  unit: number,
  kernels: Float32Array,
): TowerPicture {
  const layer = layers[0] as TiedLayer;
  const { filters, tying } = layer;
  const pair = Float32Array.from([...inputs[0], ...inputs[1]]);
  const ledger = ledgerOfPair(layers, weights, pair, same);
  // For one example the gradient of a site's bias is the gradient behind its ReLU.
  const upstream = Float32Array.from({ length: 2 * filters }, (_, at) => ledger[at * CELLS + CELLS - 1] ?? 0);
  const gradients = Array.from({ length: UNITS_SHOWN }, (_, index) =>
    directGradient(pair, upstream, layer, 1, unit + index),
  );
  return {
    source: 'example',
    step: 0,
    loss: null,
    filter: unit,
    units: UNITS_SHOWN,
    groups: tying.groups,
    kernels,
    previousKernels: kernels,
    start: kernels,
    tiles: unitsOf(ledger, filters, unit),
    gradient: byGroup(gradients, tying.groups),
  };
}

/** Four units of [rows, filters, cells] -> [rows, 4, cells]. */
function unitsOf(values: Float32Array, filters: number, unit: number): Float32Array {
  const rows = values.length / (filters * CELLS);
  const out = new Float32Array(rows * UNITS_SHOWN * CELLS);
  for (let row = 0; row < rows; row++) {
    const from = (row * filters + unit) * CELLS;
    out.set(values.subarray(from, from + UNITS_SHOWN * CELLS), row * UNITS_SHOWN * CELLS);
  }
  return out;
}

/** [groups, cells] of each unit -> [groups, units, cells]. */
function byGroup(units: readonly Float32Array[], groups: number): Float32Array {
  const out = new Float32Array(groups * units.length * CELLS);
  for (let group = 0; group < groups; group++)
    units.forEach((values, unit) => {
      out.set(values.subarray(group * CELLS, (group + 1) * CELLS), (group * units.length + unit) * CELLS);
    });
  return out;
}
