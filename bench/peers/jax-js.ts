/**
 * jax-js on its wasm device: its convolution, value and gradient, and Adam, compiled as one program by its jit.
 * Channels come before rows, as it wants them. Arguments are consumed where they are used (`ref` keeps one).
 */
import {
  defaultDevice,
  init,
  type Array as JaxArray,
  jit,
  lax,
  nn,
  numpy,
  tree,
  valueAndGrad,
} from '@jax-js/jax';
import type { OpenContestant } from '../contestant';
import { ADAM, BATCH, oneHot, startingLayers } from '../experiments/experiment';
import { CLASSES, flagship, SIDE } from '../experiments/flagship';

type Parameters = [JaxArray, JaxArray, JaxArray, JaxArray, JaxArray, JaxArray];

/** Kernels and biases of each layer in turn: [8,1,5,5] [8,1,1] [16,8,5,5] [16,1,1] [16,10] [10]. */
function startingParameters(): JaxArray[] {
  return startingLayers(flagship, 'shared').flatMap(({ taps, filters, kernels }, layer) => {
    if (layer === 2) return [numpy.array(kernels).reshape([taps, filters]), numpy.zeros([filters])];
    const rowsFirst = numpy.array(kernels).reshape([5, 5, taps / 25, filters]);
    return [rowsFirst.transpose([3, 2, 0, 1]), numpy.zeros([filters, 1, 1])];
  });
}

/** x: [64, 1, 28, 28], y: [64, 10] -> mean cross-entropy. */
function lossOf(parameters: JaxArray[], x: JaxArray, y: JaxArray): JaxArray {
  const [kernels1, biases1, kernels2, biases2, dense, offsets] = parameters as Parameters;
  const hidden = nn.relu(lax.conv(x, kernels1, [2, 2], 'SAME').add(biases1));
  const maps = nn.relu(lax.conv(hidden, kernels2, [2, 2], 'SAME').add(biases2));
  const logits = numpy.matmul(maps.max([2, 3]), dense).add(offsets);
  return nn
    .logSoftmax(logits)
    .mul(y)
    .sum()
    .mul(-1 / BATCH);
}

type State = { parameters: JaxArray[]; first: JaxArray[]; second: JaxArray[] };

/** corrections: 1 / (1 - beta^step) of both moments. */
function adamStep(state: State, x: JaxArray, y: JaxArray, correction1: JaxArray, correction2: JaxArray) {
  const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(state.parameters), x, y);
  const next: State = { parameters: [], first: [], second: [] };
  state.parameters.forEach((parameter, at) => {
    const gradient = gradients[at] as JaxArray;
    const first = (state.first[at] as JaxArray).mul(ADAM.beta1).add(gradient.ref.mul(1 - ADAM.beta1));
    const second = (state.second[at] as JaxArray)
      .mul(ADAM.beta2)
      .add(gradient.ref.mul(gradient).mul(1 - ADAM.beta2));
    next.first.push(first.ref);
    next.second.push(second.ref);
    const scale = numpy.sqrt(second.mul(correction2.ref)).add(ADAM.epsilon);
    next.parameters.push(parameter.sub(first.mul(correction1.ref).mul(flagship.rate).div(scale)));
  });
  correction1.dispose();
  correction2.dispose();
  return { loss, next };
}

export const openJaxJs: OpenContestant = async ({ nextBatch }) => {
  await init('wasm');
  defaultDevice('wasm');
  const compiled = jit(adamStep);
  const parameters = startingParameters();
  const zeros = () => parameters.map(({ shape }) => numpy.zeros(shape));
  let state: State = { parameters, first: zeros(), second: zeros() };
  let steps = 0;
  return {
    async step() {
      steps++;
      const { inputs: images, labels } = nextBatch();
      const { loss, next } = compiled(
        state,
        numpy.array(images).reshape([BATCH, 1, SIDE, SIDE]),
        numpy.array(oneHot(labels, CLASSES)).reshape([BATCH, CLASSES]),
        numpy.array(1 / (1 - ADAM.beta1 ** steps)),
        numpy.array(1 / (1 - ADAM.beta2 ** steps)),
      );
      state = next;
      return (await loss.data())[0] ?? Number.NaN;
    },
  };
};
