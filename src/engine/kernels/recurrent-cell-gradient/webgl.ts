/**
 * As on cpu; groupOf [sites] comes as a texture. One draw a step, from the last to the first, each of the whole
 * stack [steps, batch, hidden]: a draw makes its own row and copies those after it. Every stack is an output; the
 * last one is what cpu gives.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { RecurrentPass } from '../../../math/recurrent-shape';
import { defineWebglKernel, type ShaderProgram } from '../../tfjs-kernels';
import { RECURRENT_CELL_GRADIENT, type RecurrentAttributes } from '../names';

export function registerRecurrentCellGradientWebgl(): void {
  defineWebglKernel<RecurrentAttributes>(RECURRENT_CELL_GRADIENT, (input, { pass }, run) => {
    const [states, headOut, head] = [input('states'), input('headOut'), input('head')];
    const last = pass.steps - 1;
    let stack = run(program(pass, false), [states, headOut, head], [last]);
    const stacks: TensorInfo[] = [stack];
    for (let row = last - 1; row >= 0; row--) {
      const after = [stack, input('weights'), input('groupOf')];
      stack = run(program(pass, true), [states, headOut, head, ...after], [row]);
      stacks.push(stack);
    }
    return stacks;
  });
}

/** `hasNext`: a step follows this one. */
function program({ symbols, hidden, classes, batch, steps }: RecurrentPass, hasNext: boolean): ShaderProgram {
  const fromNext = `
    int group = int(getGroupOf(at.x + 1) + 0.5);
    for (int unit = 0; unit < ${hidden}; unit++)
      sum += getWeights(group, unit, ${symbols} + at.z) * getAfter(at.x + 1, at.y, unit);`;
  return {
    variableNames: ['States', 'HeadOut', 'Head', ...(hasNext ? ['After', 'Weights', 'GroupOf'] : [])],
    outputShape: [steps, batch, hidden],
    userCode: `
      void main() {
        ivec3 at = getOutputCoords();
        if (at.x != int(row + 0.5)) {
          setOutput(${hasNext ? 'getAfter(at.x, at.y, at.z)' : '0.0'});
          return;
        }
        float sum = 0.0;
        for (int index = 0; index < ${classes}; index++)
          sum += getHead(0, index, at.z) * getHeadOut(at.x, at.y, index);
        ${hasNext ? fromNext : ''}
        float h = getStates(at.x, at.y, at.z);
        setOutput(sum * (1.0 - h * h));
      }`,
    uniforms: ['row'],
  };
}
