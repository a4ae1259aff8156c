/** As on cpu. Two draws: velocity, then weights. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { MOMENTUM_UPDATE, type MomentumAttributes } from '../names';

export function registerMomentumUpdateWebgl(): void {
  defineWebglKernel<MomentumAttributes>(MOMENTUM_UPDATE, (input, { rate, momentum }, run) => {
    const weights = input('weights');
    const velocityProgram = {
      variableNames: ['Velocity', 'Gradient'],
      outputShape: weights.shape,
      userCode: 'void main() { setOutput(momentum * getVelocityAtOutCoords() + getGradientAtOutCoords()); }',
      uniforms: ['momentum'],
    };
    const velocity = run(velocityProgram, [input('velocity'), input('gradient')], [momentum]);
    const weightsProgram = {
      variableNames: ['Weights', 'Velocity'],
      outputShape: weights.shape,
      userCode: 'void main() { setOutput(getWeightsAtOutCoords() - rate * getVelocityAtOutCoords()); }',
      uniforms: ['rate'],
    };
    return [run(weightsProgram, [weights, velocity], [rate]), velocity];
  });
}
