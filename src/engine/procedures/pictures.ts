/** What procedures of pictures with classes have in common: right answers, and what a network says of a picture. */
import { equivarianceError } from '../../math/equivariance-error';
import { tiedLayers } from '../../math/network-layers';
import { effectiveLayer } from '../../math/soft-weights';
import { softmax } from '../../math/softmax-cross-entropy';
import type { ImageAnswer } from '../../spec/answer';
import type { LayeredNetworkSpec } from '../../spec/experiment-spec';
import type { Examples } from '../data/examples';
import { EngineError } from '../engine-error';
import type { TrainedNetwork } from '../trained-network';
import { largestAt } from './largest';
import { forEachOutput } from './procedure';

/** Pictures among `from` to `until` whose class has the largest output. */
export function rightPictures(network: TrainedNetwork, of: Examples, from: number, until: number): number {
  let right = 0;
  forEachOutput(network, of, from, until, (index, outputs, at) => {
    if (largestAt(outputs, at, network.outputSize) === of.labels[index]) right++;
  });
  return right;
}

/** Throws EngineError `bad-message` where the picture has not `size` pixels. */
export function answerToPicture(network: TrainedNetwork, pixels: Float32Array, size: number): ImageAnswer {
  if (pixels.length !== size)
    throw new EngineError('bad-message', `A picture has ${size} pixels, not ${pixels.length}.`);
  const [first] = tiedLayers(network.spec as LayeredNetworkSpec);
  if (!first) throw new RangeError('A network must have weights.');
  return {
    kind: 'image',
    answer: softmax(network.outputs(pixels, 1), network.outputSize),
    equivarianceError: equivarianceError(pixels, network.firstWeights(), effectiveLayer(first)),
  };
}
