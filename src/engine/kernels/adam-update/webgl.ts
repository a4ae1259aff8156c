/** As on cpu. Two draws: both moments, then the weights. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { ADAM_UPDATE, type AdamAttributes } from '../names';

export function registerAdamUpdateWebgl(): void {
  defineWebglKernel<AdamAttributes>(ADAM_UPDATE, (input, attributes, run) => {
    const { rate, beta1, beta2, epsilon, correction1, correction2 } = attributes;
    const weights = input('weights');
    const momentsProgram = {
      variableNames: ['Moments', 'Gradient'],
      outputShape: input('moments').shape,
      userCode: `
        void main() {
          ivec4 at = getOutputCoords();
          float g = getGradient(at.y, at.z, at.w);
          float old = getMomentsAtOutCoords();
          setOutput(at.x == 0 ? beta1 * old + rest1 * g : beta2 * old + rest2 * g * g);
        }`,
      uniforms: ['beta1', 'rest1', 'beta2', 'rest2'],
    };
    const moments = run(
      momentsProgram,
      [input('moments'), input('gradient')],
      [beta1, 1 - beta1, beta2, 1 - beta2],
    );
    const weightsProgram = {
      variableNames: ['Weights', 'Moments'],
      outputShape: weights.shape,
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          float m = getMoments(0, at.x, at.y, at.z) / correction1;
          float v = getMoments(1, at.x, at.y, at.z) / correction2;
          setOutput(getWeightsAtOutCoords() - rate * m / (sqrt(v) + epsilon));
        }`,
      uniforms: ['rate', 'epsilon', 'correction1', 'correction2'],
    };
    return [run(weightsProgram, [weights, moments], [rate, epsilon, correction1, correction2]), moments];
  });
}
