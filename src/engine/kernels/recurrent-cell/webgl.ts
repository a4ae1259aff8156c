/**
 * As on cpu; groupOf [sites] comes as a texture. One draw a step, each of the whole stack [steps, batch, hidden]: the
 * first puts symbol tap + bias into every row, each makes its own row the state and copies the others. Every stack
 * is an output; the last one is what cpu gives.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { cellsOf } from '../../../math/recurrent-shape';
import { defineWebglKernel } from '../../tfjs-kernels';
import { RECURRENT_CELL, type RecurrentAttributes } from '../names';

/** In every step of the same accuracy, also near 0 and far from it; NaN stays NaN. */
const SQUASHED = `
  float squashed(float z) {
    float e = exp(-2.0 * abs(z));
    return sign(z) * (1.0 - e) / (1.0 + e);
  }`;

export function registerRecurrentCellWebgl(): void {
  defineWebglKernel<RecurrentAttributes>(RECURRENT_CELL, (input, { pass }, run) => {
    const { symbols, hidden, batch, steps } = pass;
    const outputShape = [steps, batch, hidden];
    const first = {
      variableNames: ['Symbols', 'Weights', 'GroupOf'],
      outputShape,
      userCode: `
        ${SQUASHED}
        void main() {
          ivec3 at = getOutputCoords();
          int group = int(getGroupOf(at.x) + 0.5);
          float symbol = getSymbols(at.y, at.x);
          float z = getWeights(group, at.z, ${cellsOf(pass) - 1});
          if (symbol > -0.5) z += getWeights(group, at.z, int(symbol + 0.5));
          setOutput(at.x == 0 ? squashed(z) : z);
        }`,
    };
    const next = {
      variableNames: ['Stack', 'Weights', 'GroupOf'],
      outputShape,
      userCode: `
        ${SQUASHED}
        void main() {
          ivec3 at = getOutputCoords();
          float z = getStack(at.x, at.y, at.z);
          if (at.x == int(row + 0.5)) {
            int group = int(getGroupOf(at.x) + 0.5);
            for (int source = 0; source < ${hidden}; source++)
              z += getWeights(group, at.z, ${symbols} + source) * getStack(at.x - 1, at.y, source);
            z = squashed(z);
          }
          setOutput(z);
        }`,
      uniforms: ['row'],
    };
    const [weights, groupOf] = [input('weights'), input('groupOf')];
    let stack = run(first, [input('symbols'), weights, groupOf]);
    const stacks: TensorInfo[] = [stack];
    for (let row = 1; row < steps; row++) {
      stack = run(next, [stack, weights, groupOf], [row]);
      stacks.push(stack);
    }
    return stacks;
  });
}
