/** As on cpu. One draw. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { type RateAttributes, SGD_UPDATE } from '../names';

export function registerSgdUpdateWebgl(): void {
  defineWebglKernel<RateAttributes>(SGD_UPDATE, (input, { rate }, run) => {
    const program = {
      variableNames: ['Weights', 'Gradient'],
      outputShape: input('weights').shape,
      userCode: 'void main() { setOutput(getWeightsAtOutCoords() - rate * getGradientAtOutCoords()); }',
      uniforms: ['rate'],
    };
    return [run(program, [input('weights'), input('gradient')], [rate])];
  });
}
