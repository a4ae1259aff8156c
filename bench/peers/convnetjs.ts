/**
 * ConvNetJS, plain JavaScript, one example after the other. How its network is the flagship:
 * - its padding is the same on all sides; 2 makes the sizes 14 and 7, which is `same` (1 before, 2 after) on
 *   the picture turned by 180 degrees, so pictures and kernels go in turned and the losses are ours;
 * - it has no global maximum: its pooling, 7x7 with stride 7 over the 7x7 map, is one.
 * The published package (0.3.0) has no Adam: its Trainer takes `method: 'adam'` for plain SGD without a word.
 * So the loop below is its Trainer's (forward, backward, update after 64), with Adam as the update.
 */
import { Net, Vol } from 'convnetjs';
import type { OpenContestant } from '../contestant';
import { ADAM, BATCH, type StartingLayer, startingLayers } from '../experiments/experiment';
import { CLASSES, flagship, SIDE } from '../experiments/flagship';

const PIXELS = SIDE * SIDE;

function makeNet(): Net {
  const net = new Net();
  const convolution = { type: 'conv', sx: 5, stride: 2, pad: 2, activation: 'relu', bias_pref: 0 } as const;
  net.makeLayers([
    { type: 'input', out_sx: SIDE, out_sy: SIDE, out_depth: 1 },
    { ...convolution, filters: 8 },
    { ...convolution, filters: 16 },
    { type: 'pool', sx: 7, stride: 7 },
    { type: 'softmax', num_classes: CLASSES },
  ]);
  return net;
}

/** kernels: [taps, filters] into one array of each filter, the places of the kernel in reverse. */
function setKernels(filters: readonly Float64Array[], layer: StartingLayer, channels: number): void {
  filters.forEach((weights, filter) => {
    for (let tap = 0; tap < layer.taps; tap++) {
      const turned = layer.taps - channels - (tap - (tap % channels)) + (tap % channels);
      weights[turned] = layer.kernels[tap * layer.filters + filter] as number;
    }
  });
}

function startFromOurs(net: Net): void {
  const arrays = net.getParamsAndGrads().map(({ params }) => params);
  let at = 0;
  startingLayers(flagship, 'shared').forEach((layer, index) => {
    // The dense layer has 16 channels at one place: nothing to turn.
    setKernels(arrays.slice(at, at + layer.filters), layer, [1, 8, 16][index] as number);
    at += layer.filters + 1; // its biases come last and start at 0
  });
}

/** Adam on every array of the network; gradients are sums over the batch and start again from 0. */
function createAdam(net: Net): () => void {
  const moments = net.getParamsAndGrads().map(({ params }) => ({
    first: new Float64Array(params.length),
    second: new Float64Array(params.length),
  }));
  let steps = 0;
  return () => {
    steps++;
    const [correction1, correction2] = [1 - ADAM.beta1 ** steps, 1 - ADAM.beta2 ** steps];
    net.getParamsAndGrads().forEach(({ params, grads }, at) => {
      const { first, second } = moments[at] as (typeof moments)[number];
      for (let j = 0; j < params.length; j++) {
        const gradient = (grads[j] as number) / BATCH;
        const m = ADAM.beta1 * (first[j] as number) + (1 - ADAM.beta1) * gradient;
        const v = ADAM.beta2 * (second[j] as number) + (1 - ADAM.beta2) * gradient * gradient;
        first[j] = m;
        second[j] = v;
        const change = (flagship.rate * m) / correction1 / (Math.sqrt(v / correction2) + ADAM.epsilon);
        params[j] = (params[j] as number) - change;
        grads[j] = 0;
      }
    });
  };
}

export const openConvNetJs: OpenContestant = async ({ nextBatch }) => {
  const net = makeNet();
  startFromOurs(net);
  const update = createAdam(net);
  return {
    step() {
      const { inputs: images, labels } = nextBatch();
      let sum = 0;
      for (let example = 0; example < BATCH; example++) {
        const picture = new Vol(SIDE, SIDE, 1, 0);
        for (let pixel = 0; pixel < PIXELS; pixel++)
          picture.w[PIXELS - 1 - pixel] = images[example * PIXELS + pixel] as number;
        net.forward(picture, true);
        sum += net.backward(labels[example] as number);
      }
      update();
      return sum / BATCH;
    },
  };
};
