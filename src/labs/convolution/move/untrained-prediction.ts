/**
 * What a network says before its first step, worked out on the page without a worker: the same initial weights
 * that the worker starts from, so these are the true numbers of step 0.
 */
import { equivarianceError } from '../../../math/equivariance-error';
import { initialWeights } from '../../../math/initial-weights';
import { type NetworkLayer, networkLayers } from '../../../math/network-layers';
import { networkOnImage } from '../../../math/network-on-image';
import type { ImageAnswer } from '../../../spec/answer';
import type { LayeredNetworkSpec, NetworkId } from '../../../spec/experiment-spec';
import { flagshipNetwork } from '../../../spec/flagship-network';

type Built = {
  readonly key: string;
  readonly layers: readonly NetworkLayer[];
  readonly weights: readonly Float32Array[];
};

/** The last network built for each id: its weights take a moment to draw. */
const built = new Map<NetworkId, Built>();

function networkOf(id: NetworkId, init: LayeredNetworkSpec['init'], seed: number): Built {
  const key = `${init} ${seed}`;
  const known = built.get(id);
  if (known?.key === key) return known;
  const spec = flagshipNetwork(id, init);
  const made = { key, layers: networkLayers(spec), weights: initialWeights(spec, seed) };
  built.set(id, made);
  return made;
}

/** pixels: [28, 28]. */
export function untrainedPrediction(
  id: NetworkId,
  init: LayeredNetworkSpec['init'],
  seed: number,
  pixels: Float32Array,
): ImageAnswer {
  const { layers, weights } = networkOf(id, init, seed);
  const { probabilities: answer } = networkOnImage(layers, weights, pixels);
  const [first] = layers;
  const [kernels] = weights;
  const measurable = first?.kind === 'tied' && kernels !== undefined;
  return {
    kind: 'image',
    answer,
    equivarianceError: measurable ? equivarianceError(pixels, kernels, first) : Number.NaN,
  };
}
