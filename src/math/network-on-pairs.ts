/**
 * A network of two towers on pairs of pictures, forward and back, without tfjs: what the stage shows before any
 * training. pairs: [pairs, 2, side, side]; weights: one array for each layer, as `initialWeights` makes them.
 */
import { contrastiveLossGradient } from './contrastive-loss';
import type { NetworkLayer } from './network-layers';
import { firstLedger, forwardPass, outputOf } from './network-on-image';

/** [pairs, 2, dimensions]: tower A's point of each first picture, tower B's of each second. */
export function pointsOfPairs(
  layers: readonly NetworkLayer[],
  weights: readonly Float32Array[],
  pairs: Float32Array,
  count: number,
): Float32Array {
  return outputOf(forwardPass(layers, weights, pairs, count).at(-1), pairs);
}

/** First-layer ledger [2, filters, taps+1] of the contrastive loss of this one pair. */
export function ledgerOfPair(
  layers: readonly NetworkLayer[],
  weights: readonly Float32Array[],
  pair: Float32Array,
  same: boolean,
): Float32Array {
  const passes = forwardPass(layers, weights, pair);
  const points = outputOf(passes.at(-1), pair);
  return firstLedger(passes, pair, contrastiveLossGradient(points, [same ? 1 : 0], points.length / 2));
}
