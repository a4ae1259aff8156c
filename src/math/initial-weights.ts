/**
 * Seeded initial weights, biases 0. Layers: normal, variance 2 / fan-in (He et al. 2015, section 2.2); under a
 * contrastive loss the last layer is drawn smaller, deviation `spread` / sqrt(fan-in), so that points begin close
 * together. A recurrent cell: symbol taps of deviation 1 / sqrt(symbols), state taps an orthogonal matrix (Saxe et
 * al. 2014), head of deviation 1 / sqrt(hidden). A start for tasks to come: layers as above, from one stream, and the
 * first layer's biases drawn as its taps are: with none its units would all bend at x = 0, and only there.
 * Residuals of soft sharing begin at 0. Each group of each layer is drawn from its own stream, so the first group of any tying, and every dense layer,
 * equals the shared network's under the same seed.
 */
import type { NetworkSpec, RecurrentNetworkSpec, StartNetworkSpec } from '../spec/experiment-spec';
import { type RandomStream, randomStream } from './random';
import { kernelSets, type WeightShape, weightCount, weightShapes } from './weight-shapes';

/** Of a contrastive network that does not say. */
const SPREAD = 0.1;

/** Fills one group, [filters, taps+1], zero on entry. */
type Fill = (
  kernels: Float32Array,
  shape: Pick<WeightShape, 'filters' | 'taps'>,
  stream: RandomStream,
) => void;

/** One array [groups, filters, taps+1], of a soft layer [groups + sites, ...], for each layer with weights. */
export function initialWeights(network: NetworkSpec, seed: number): readonly Float32Array[] {
  const shapes = weightShapes(network);
  return shapes.map((shape, layer) => {
    const fill = fillOf(network, layer === shapes.length - 1);
    const copies = network.kind === 'layered' && network.init === 'copies';
    const weights = new Float32Array(weightCount(shape));
    const perGroup = weights.length / kernelSets(shape);
    for (let group = 0; group < shape.tying.groups; group++) {
      const stream = randomStream(seed, 'weights', layer, copies ? 0 : group);
      fill(weights.subarray(group * perGroup, (group + 1) * perGroup), shape, stream);
    }
    return weights;
  });
}

function fillOf(network: NetworkSpec, last: boolean): Fill {
  if (network.kind === 'start') return startOf(network);
  if (network.kind === 'recurrent') return last ? normal((taps) => 1 / Math.sqrt(taps)) : cellOf(network);
  const { loss, spread = SPREAD } = network;
  const close = last && loss === 'contrastive';
  return normal(close ? (taps) => spread / Math.sqrt(taps) : (taps) => Math.sqrt(2 / taps));
}

const normal =
  (deviation: (taps: number) => number): Fill =>
  (kernels, { filters, taps }, stream) => {
    const scale = deviation(taps);
    for (let filter = 0; filter < filters; filter++)
      for (let tap = 0; tap < taps; tap++) kernels[filter * (taps + 1) + tap] = scale * stream.normal();
  };

/** Units of all layers one after the other, each its taps and then its bias. */
const startOf =
  ({ hidden }: StartNetworkSpec): Fill =>
  (start, _shape, stream) => {
    const draw = normal((taps) => Math.sqrt(2 / taps));
    let at = 0;
    for (const [filters, taps] of [
      [hidden, 1],
      [hidden, hidden],
      [1, hidden],
    ] as const) {
      const size = filters * (taps + 1);
      draw(start.subarray(at, at + size), { filters, taps }, stream);
      at += size;
    }
    for (let unit = 0; unit < hidden; unit++) start[2 * unit + 1] = Math.SQRT2 * stream.normal();
  };

const cellOf =
  ({ symbols, hidden }: RecurrentNetworkSpec): Fill =>
  (kernels, { taps }, stream) => {
    const scale = 1 / Math.sqrt(symbols);
    for (let unit = 0; unit < hidden; unit++)
      for (let symbol = 0; symbol < symbols; symbol++)
        kernels[unit * (taps + 1) + symbol] = scale * stream.normal();
    orthogonalRows(hidden, stream).forEach((row, unit) => {
      kernels.set(row, unit * (taps + 1) + symbols);
    });
  };

/** Orthonormal rows: normal draws, each less its share along those before it (Gram-Schmidt), scaled to length 1. */
function orthogonalRows(size: number, stream: RandomStream): readonly Float64Array[] {
  const rows: Float64Array[] = [];
  for (let index = 0; index < size; index++) {
    const row = Float64Array.from({ length: size }, () => stream.normal());
    for (const other of rows) {
      const along = row.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
      for (let at = 0; at < size; at++) row[at] = (row[at] as number) - along * (other[at] as number);
    }
    const length = Math.hypot(...row);
    rows.push(row.map((value) => value / length));
  }
  return rows;
}
