/**
 * Which kernel act Slide uses at each position, from the public state: a preset, the typed cells, or the kernels
 * of the networks. Kernels are [taps+1] with the bias last; walls [sites, taps+1]. Pure.
 */
import { type ConvolutionGeometry, convolutionGeometry } from '../../../math/convolution-geometry';
import { initialWeights } from '../../../math/initial-weights';
import { presetKernel } from '../../../math/kernel-presets';
import { windowProducts } from '../../../math/window-products';
import type { LayeredNetworkSpec } from '../../../spec/experiment-spec';
import { flagshipNetwork } from '../../../spec/flagship-network';
import type { ConvolutionState } from '../parameters';

type Shape = Pick<ConvolutionState, 'kernel' | 'size' | 'stride' | 'padding'>;

/** What `learned` fixes: the shape of the networks' first layer. */
const LEARNED = { size: 5, stride: 2, padding: 'same' } as const;

/** The shape in force: `learned` overrules size, stride and padding. */
export const shapeInForce = (state: Shape): Pick<Shape, 'size' | 'stride' | 'padding'> =>
  state.kernel === 'learned' ? LEARNED : { size: state.size, stride: state.stride, padding: state.padding };

export const slideGeometry = (state: Shape): ConvolutionGeometry =>
  convolutionGeometry({ height: 28, width: 28, channels: 1, ...shapeInForce(state) });

/** Typed cells for a kernel of this size: as they are, else cut or surrounded by zeros around the centre. */
export function cellsForSize(cells: readonly number[], size: number): readonly number[] {
  const from = Math.sqrt(cells.length);
  if (from === size) return cells;
  const whole = Number.isInteger(from) && from % 2 === 1;
  const offset = (size - from) / 2;
  return Array.from({ length: size * size }, (_, tap) => {
    const [row, column] = [Math.floor(tap / size) - offset, (tap % size) - offset];
    const inside = whole && row >= 0 && row < from && column >= 0 && column < from;
    return inside ? (cells[row * from + column] ?? 0) : 0;
  });
}

/** The preset or custom kernel of this state; a custom kernel without usable cells is the identity. */
export function typedKernel(
  kernel: Exclude<ConvolutionState['kernel'], 'learned'>,
  cells: readonly number[],
  size: number,
) {
  if (kernel !== 'custom') return presetKernel(kernel, size);
  if (cells.length === 0) return presetKernel('identity', size);
  return Float32Array.from([...cellsForSize(cells, size), 0]);
}

/** The same kernel for each of `sites` positions. */
export function copies(kernel: Float32Array, sites: number): Float32Array {
  const wall = new Float32Array(sites * kernel.length);
  for (let site = 0; site < sites; site++) wall.set(kernel, site * kernel.length);
  return wall;
}

/** A wall with some kernels replaced. */
export function withEdits(
  wall: Float32Array,
  edits: ReadonlyMap<number, Float32Array>,
  sites: number,
): Float32Array {
  if (edits.size === 0) return wall;
  const edited = wall.slice();
  for (const [site, kernel] of edits) if (site < sites) edited.set(kernel, site * kernel.length);
  return edited;
}

/** First-layer kernels [groups, taps+1] of one filter (0-based) before any training. */
export function untrainedKernels(
  id: 'shared' | 'independent',
  init: LayeredNetworkSpec['init'],
  seed: number,
  filter: number,
): Float32Array {
  const network = flagshipNetwork(id, init);
  const [first] = network.layers;
  const filters = first?.kind === 'convolution' ? first.filters : 0;
  const [weights = new Float32Array()] = initialWeights(
    { ...network, layers: network.layers.slice(0, 1) },
    seed,
  );
  const cells = LEARNED.size ** 2 + 1;
  const groups = weights.length / (filters * cells);
  const kernels = new Float32Array(groups * cells);
  for (let group = 0; group < groups; group++) {
    const from = (group * filters + filter) * cells;
    kernels.set(weights.subarray(from, from + cells), group * cells);
  }
  return kernels;
}

/** The kernel of one position: the only one, or its own. */
export function kernelAt(kernels: Float32Array, geometry: ConvolutionGeometry, site: number): Float32Array {
  const cells = geometry.taps + 1;
  const group = kernels.length === cells ? 0 : site;
  return kernels.subarray(group * cells, (group + 1) * cells);
}

/** [sites] the whole feature map after the ReLU: the output of every window. */
export function featureMap(
  image: Float32Array,
  geometry: ConvolutionGeometry,
  kernels: Float32Array,
): Float32Array {
  return Float32Array.from(
    { length: geometry.sites },
    (_, site) => windowProducts(image, geometry, kernelAt(kernels, geometry, site), site).output,
  );
}
