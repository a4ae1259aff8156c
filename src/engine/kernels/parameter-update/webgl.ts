/** As on cpu. One draw for all layers and all blocks; a fragment finds its layer by where it stands. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { gradientName, PARAMETER_UPDATE, type ParameterUpdateAttributes } from '../names';
import { ruleGlsl, ruleUniformNames, ruleUniforms } from '../update-rule';

export function registerParameterUpdateWebgl(): void {
  defineWebglKernel<ParameterUpdateAttributes>(
    PARAMETER_UPDATE,
    (input, { step, layers, shrinks = [] }, run) => {
      const parameters = input('parameters');
      const gradients = Array.from({ length: layers }, (_, layer) => input(gradientName(layer)));
      const keptNames: string[] = [];
      const keptValues: number[] = [];
      const keptBranches: string[] = [];
      let from = 0;
      const branches = gradients.map(({ shape }, layer) => {
        const count = shape.reduce((product, size) => product * size, 1);
        const [start, groupSize, cells] = [from, (shape[1] ?? 1) * (shape[2] ?? 1), shape[2] ?? 1];
        from += count;
        const shrink = shrinks[layer];
        if (shrink) {
          keptNames.push(`kept${layer}`);
          keptValues.push(1 - shrink.fraction);
          keptBranches.push(`if (at >= ${start + shrink.from} && at < ${from}) return kept${layer};`);
        }
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
        // What is left of a weight after the step.
        float kept() {
          ${keptBranches.join('\n')}
          return 1.0;
        }
        void main() {
          ivec2 coords = getOutputCoords();
          at = coords.y;
          float value = updated(coords.x, gradient());
          setOutput(coords.x == 0 ? kept() * value : value);
        }`,
        uniforms: [...ruleUniformNames[step.kind], ...keptNames],
      };
      return [run(program, [parameters, ...gradients], [...ruleUniforms(step), ...keptValues])];
    },
  );
}
