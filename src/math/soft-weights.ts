/**
 * Soft sharing: the kernels of a site are the shared part of its group plus a residual of its own. A layer's weights,
 * [groups + sites, filters, taps+1], are the shared parts and then the residuals; what the convolution reads is one set
 * a site. By the chain rule a residual's gradient is its site's, that of a shared part their sum.
 */
import { independentTying } from '../spec/tying';
import { type Allocate, zeros } from './allocate';
import type { TiedLayer } from './network-layers';
import { segmentSum } from './segment-sum';
import type { WeightShape } from './weight-shapes';

/** The layer as a convolution sees it: one set of kernels a site. A layer without residuals stays as it is. */
export function effectiveLayer(layer: TiedLayer): TiedLayer {
  return layer.shrink === null
    ? layer
    : { ...layer, tying: independentTying(layer.tying.sites), shrink: null };
}

type SoftShape = Pick<WeightShape, 'tying' | 'filters' | 'taps'>;
const cellsOf = ({ filters, taps }: SoftShape) => filters * (taps + 1);

/** [groups + sites, filters, taps+1] -> [sites, filters, taps+1] */
export function effectiveWeights(
  weights: Float32Array,
  shape: SoftShape,
  allocate: Allocate = zeros,
): Float32Array {
  const { groups, groupOf, sites } = shape.tying;
  const cells = cellsOf(shape);
  const effective = allocate(sites * cells, 'overwritten');
  for (let site = 0; site < sites; site++) {
    const shared = (groupOf[site] as number) * cells;
    const residual = (groups + site) * cells;
    for (let cell = 0; cell < cells; cell++)
      effective[site * cells + cell] =
        (weights[shared + cell] as number) + (weights[residual + cell] as number);
  }
  return effective;
}

/** Gradients of the effective weights, [sites, filters, taps+1], to those of the weights. */
export function softGradient(
  gradient: Float32Array,
  shape: SoftShape,
  allocate: Allocate = zeros,
): Float32Array {
  const { groups, sites } = shape.tying;
  const cells = cellsOf(shape);
  const whole = allocate((groups + sites) * cells, 'overwritten');
  segmentSum(gradient, shape.tying, cells, (length) => whole.subarray(0, length));
  whole.set(gradient, groups * cells);
  return whole;
}
