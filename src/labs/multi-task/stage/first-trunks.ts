/**
 * A network before any training: the seeded initial weights, what it says of the sample digit and the gradients of both
 * tasks for it, by the same mathematics as the engine's, on the main thread. No worker, no GPU, nothing invented.
 */
import { sampleDigit } from '../../../lab-page/sample-digits';
import { directGradient } from '../../../math/direct-gradient';
import { initialWeights } from '../../../math/initial-weights';
import { type NetworkLayer, networkLayers, type TiedLayer } from '../../../math/network-layers';
import { forwardPass, outputOf } from '../../../math/network-on-image';
import { shownToBoth, taskProbabilities, tasksOnPicture } from '../../../math/network-on-tasks';
import { secondAnswer } from '../../../math/second-answer';
import { effectiveWeights } from '../../../math/soft-weights';
import { type MultiTaskId, multiTaskNetwork, PICTURE_SIDE } from '../../../spec/multi-task-network';
import type { TrunkPicture } from '../../../views/trunk-picture';
import { shownUnit, trunkShape } from '../build-spec';
import type { MultiTaskState } from '../parameters';

/** Of one kernel: its taps and its bias. */
export const CELLS = PICTURE_SIDE * PICTURE_SIDE + 1;

type Start = Pick<MultiTaskState, 'seed' | 'units' | 'depth' | 'shrink'>;
type Network = {
  readonly key: string;
  readonly layers: readonly NetworkLayer[];
  readonly weights: readonly Float32Array[];
  readonly answers: WeakMap<Float32Array, readonly Float32Array[]>;
  /** The last picture and what it was made of. */
  picture: { readonly key: string; readonly picture: TrunkPicture } | null;
};

const networks = new Map<MultiTaskId, Network>();

function networkOf(id: MultiTaskId, start: Start): Network {
  const key = [start.seed, start.units, start.depth, start.shrink].join();
  const known = networks.get(id);
  if (known?.key === key) return known;
  const spec = multiTaskNetwork(id, trunkShape(start));
  const made: Network = {
    key,
    layers: networkLayers(spec),
    weights: initialWeights(spec, start.seed),
    answers: new WeakMap(),
    picture: null,
  };
  networks.set(id, made);
  return made;
}

/** What the untrained network says of a digit: class probabilities of each task. */
export function firstAnswer(id: MultiTaskId, start: Start, pixels: Float32Array): readonly Float32Array[] {
  const { layers, weights, answers } = networkOf(id, start);
  const known = answers.get(pixels);
  if (known) return known;
  const both = shownToBoth(pixels);
  const made = taskProbabilities(outputOf(forwardPass(layers, weights, both).at(-1), both));
  answers.set(pixels, made);
  return made;
}

/** [1 or 2, cells] what each task reads in this unit before any training. unit: 0-based. */
export function firstKernels(id: MultiTaskId, start: Start, unit: number): Float32Array {
  const { layers, weights } = networkOf(id, start);
  const layer = layers[0] as TiedLayer;
  const stored = weights[0] as Float32Array;
  const read =
    layer.shrink === null ? stored : effectiveWeights(stored, { ...layer, taps: layer.geometry.taps });
  return rowsOf(read, layer.filters, unit);
}

type FirstState = Start & Pick<MultiTaskState, 'unit' | 'digit' | 'data'>;

/** The network at step 0 with the gradients of the sample digit. */
export function firstTrunk(id: MultiTaskId, state: FirstState): TrunkPicture {
  const network = networkOf(id, state);
  const unit = shownUnit(state);
  const key = [unit, state.digit, state.data].join();
  if (network.picture?.key === key) return network.picture.picture;
  const picture = made(id, network, state, unit);
  network.picture = { key, picture };
  return picture;
}

function made(id: MultiTaskId, network: Network, state: FirstState, unit: number): TrunkPicture {
  const { layers, weights } = network;
  const layer = layers[0] as TiedLayer;
  const { label, pixels } = sampleDigit(state.digit);
  const labels = [label, secondAnswer(state.data, label, () => pixels)];
  const { ledger, products } = tasksOnPicture(layers, weights, pixels, labels);
  const tiles = rowsOf(ledger, layer.filters, unit);
  // For one example the gradient of a site's bias is the gradient behind its ReLU.
  const upstream = Float32Array.from(
    { length: 2 * layer.filters },
    (_, at) => ledger[(at + 1) * CELLS - 1] ?? 0,
  );
  const kernels = firstKernels(id, state, unit);
  return {
    ...{ network: id, source: 'example', step: 0, loss: null, unit, kernels, tiles, products },
    ...{ previousKernels: kernels, start: kernels },
    residuals: layer.shrink === null ? null : new Float32Array(2 * CELLS),
    gradient: directGradient(shownToBoth(pixels), upstream, layer, 1, unit),
  };
}

/** One unit of [rows, filters, cells] -> [rows, cells]. */
function rowsOf(values: Float32Array, filters: number, unit: number): Float32Array {
  const rows = values.length / (filters * CELLS);
  const out = new Float32Array(rows * CELLS);
  for (let row = 0; row < rows; row++) {
    const from = (row * filters + unit) * CELLS;
    out.set(values.subarray(from, from + CELLS), row * CELLS);
  }
  return out;
}
