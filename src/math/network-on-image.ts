/**
 * A whole network on one image, forward and back, without tfjs: what the stage shows before any training.
 */

import { globalMaxPool, globalMaxPoolGradient } from './global-max-pool';
import type { NetworkLayer, TiedLayer } from './network-layers';
import { effectiveLayer, effectiveWeights } from './soft-weights';
import { crossEntropyGradient, softmax } from './softmax-cross-entropy';
import { throughTanh } from './tanh';
import { throughRelu, tiedForward, tiedInputGradient, tiedLedger } from './tied-convolution';

export type NetworkOnImage = {
  /** [classes], sums to 1. */
  readonly probabilities: Float32Array;
  /** [outHeight, outWidth, filters] of the first layer. */
  readonly firstLayer: Float32Array;
};

/** image: [height, width, channels]; weights: one array for each layer that has any, as `initialWeights` makes them. */
export function networkOnImage(
  layers: readonly NetworkLayer[],
  weights: readonly Float32Array[],
  image: Float32Array,
): NetworkOnImage {
  const passes = forwardPass(layers, weights, image);
  const logits = outputOf(passes.at(-1), image);
  return { probabilities: softmax(logits, logits.length), firstLayer: outputOf(passes[0], image) };
}

/** First-layer ledger [sites, filters, taps+1] of the cross-entropy of this one image. Layer 0 must have weights. */
export function ledgerOnImage(
  layers: readonly NetworkLayer[],
  weights: readonly Float32Array[],
  image: Float32Array,
  label: number,
): Float32Array {
  const passes = forwardPass(layers, weights, image);
  const logits = outputOf(passes.at(-1), image);
  return firstLedger(passes, image, crossEntropyGradient(logits, [label], logits.length));
}

/** First-layer ledger [sites, filters, taps+1] of one example; gradient: of the network's outputs. */
export function firstLedger(
  passes: readonly Pass[],
  image: Float32Array,
  gradient: Float32Array,
): Float32Array {
  const [first] = ledgersBack(passes, image, gradient, (index) => index === 0);
  if (!first) throw new RangeError('The first layer of this network has no weights.');
  return first;
}

/** The ledgers of all layers with weights, in their order. */
export const ledgersOf = (
  passes: readonly Pass[],
  image: Float32Array,
  gradient: Float32Array,
): readonly Float32Array[] => ledgersBack(passes, image, gradient, () => true);

/** Of the layers that are wanted, in order; index: of a pass. */
function ledgersBack(
  passes: readonly Pass[],
  image: Float32Array,
  gradient: Float32Array,
  isWanted: (index: number) => boolean,
): readonly Float32Array[] {
  const ledgers: Float32Array[] = [];
  let upstream = gradient;
  for (let index = passes.length - 1; index >= 0; index--) {
    const pass = passes[index] as Pass;
    const input = outputOf(passes[index - 1], image);
    if (pass.kind === 'pool') {
      upstream = globalMaxPoolGradient(upstream, pass.winners, 1, pass.positions, pass.channels);
      continue;
    }
    if (pass.kind === 'tanh') {
      upstream = throughTanh(upstream, pass.output);
      continue;
    }
    const dz = pass.layer.relu ? throughRelu(upstream, pass.output) : upstream;
    if (isWanted(index)) ledgers.unshift(tiedLedger(input, dz, pass.layer, 1));
    if (index > 0) upstream = tiedInputGradient(dz, pass.weights, pass.layer, 1);
  }
  return ledgers;
}

export type Pass =
  | { kind: 'tied'; layer: TiedLayer; weights: Float32Array; output: Float32Array }
  | { kind: 'pool'; positions: number; channels: number; winners: Int32Array; output: Float32Array }
  | { kind: 'tanh'; output: Float32Array };

/** What a pass puts out; before the first one, the image. */
export const outputOf = (pass: Pass | undefined, image: Float32Array): Float32Array => pass?.output ?? image;

/** image: [batch, height, width, channels] -> what each layer makes of it, in order. */
export function forwardPass(
  layers: readonly NetworkLayer[],
  weights: readonly Float32Array[],
  image: Float32Array,
  batch = 1,
): readonly Pass[] {
  const passes: Pass[] = [];
  let used = 0;
  for (const layer of layers) {
    const input = outputOf(passes.at(-1), image);
    if (layer.kind === 'global-max-pool') {
      const { positions, channels } = layer;
      const { values, winners } = globalMaxPool(input, batch, positions, channels);
      passes.push({ kind: 'pool', positions, channels, winners, output: values });
      continue;
    }
    if (layer.kind === 'tanh') {
      passes.push({ kind: 'tanh', output: input.map(Math.tanh) });
      continue;
    }
    const stored = weights[used++];
    if (!stored) throw new RangeError('This network has more layers than there are weights.');
    const seen = effectiveLayer(layer);
    const own = seen === layer ? stored : effectiveWeights(stored, { ...layer, taps: layer.geometry.taps });
    passes.push({ kind: 'tied', layer: seen, weights: own, output: tiedForward(input, own, seen, batch) });
  }
  return passes;
}
