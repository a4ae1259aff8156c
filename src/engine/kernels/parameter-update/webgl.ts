/** As on cpu. One draw for all layers and all blocks; a fragment finds its layer by where it stands. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { gradientName, PARAMETER_UPDATE, type ParameterUpdateAttributes } from '../names';
import { ruleGlsl, ruleUniformNames, ruleUniforms } from '../update-rule';

export function registerParameterUpdateWebgl(): void {
  defineWebglKernel<ParameterUpdateAttributes>(PARAMETER_UPDATE, (input, { step, layers }, run) => {
    const parameters = input('parameters');
    const gradients = Array.from({ length: layers }, (_, layer) => input(gradientName(layer)));
    let from = 0;
    const branches = gradients.map(({ shape }, layer) => {
      const count = shape.reduce((product, size) => product * size, 1);
      const [start, groupSize, cells] = [from, (shape[1] ?? 1) * (shape[2] ?? 1), shape[2] ?? 1];
      from += count;
      return `if (at < ${from}) {
          int inLayer = at - ${start};
          int group = inLayer / ${groupSize};
          int inGroup = inLayer - group * ${groupSize};
          int filter_ = inGroup / ${cells};
          return getGradient${layer}(group, filter_, inGroup - filter_ * ${cells});
        }`;
    });
    const program = {
      variableNames: ['Parameters', ...gradients.map((_, layer) => `Gradient${layer}`)],
      outputShape: parameters.shape,
      userCode: `
        int at;
        float old(int block) { return getParameters(block, at); }
        ${ruleGlsl(step, 'float')}
        float gradient() {
          ${branches.join('\n')}
          return 0.0;
        }
        void main() {
          ivec2 coords = getOutputCoords();
          at = coords.y;
          setOutput(updated(coords.x, gradient()));
        }`,
      uniforms: ruleUniformNames[step.kind],
    };
    return [run(program, [parameters, ...gradients], ruleUniforms(step))];
  });
}
