/** As on cpu. One draw for all layers and all blocks; a fragment finds its layer by where it stands. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { gradientName, PARAMETER_UPDATE, type ParameterUpdateAttributes } from '../names';
import { ruleGlsl, ruleUniformNames, ruleUniforms } from '../update-rule';

export function registerParameterUpdateWebgl(): void {
  defineWebglKernel<ParameterUpdateAttributes>(
    PARAMETER_UPDATE,
    (input, { step, layers, shrinks = [], moves = null }, run) => {
      const parameters = input('parameters');
      const isFrozen = (layer: number) => moves?.[layer]?.rate === 0;
      const gradients = Array.from({ length: layers }, (_, layer) =>
        isFrozen(layer) ? null : input(gradientName(layer)),
      );
      const moved = gradients.filter((gradient) => gradient !== null);
      const keptNames: string[] = [];
      const keptValues: number[] = [];
      const keptBranches: string[] = [];
      let from = 0;
      const frozen: string[] = [];
      const branches = gradients.map((gradient, layer) => {
        if (!gradient) {
          const start = from;
          from += moves?.[layer]?.count ?? 0;
          frozen.push(`if (at >= ${start} && at < ${from}) return true;`);
          return '';
        }
        const { shape } = gradient;
        const count = shape.reduce((product, size) => product * size, 1);
        const [start, groupSize, cells] = [from, (shape[1] ?? 1) * (shape[2] ?? 1), shape[2] ?? 1];
        from += count;
        const shrink = shrinks[layer];
        if (shrink) {
          keptNames.push(`kept${layer}`);
          keptValues.push(1 - shrink.fraction);
          keptBranches.push(`if (at >= ${start + shrink.from} && at < ${from}) return kept${layer};`);
        }
        return `if (at >= ${start} && at < ${from}) {
          ${moves ? `scale = scale${layer};` : ''}
          int inLayer = at - ${start};
          int group = inLayer / ${groupSize};
          int inGroup = inLayer - group * ${groupSize};
          int filter_ = inGroup / ${cells};
          return getGradient${layer}(group, filter_, inGroup - filter_ * ${cells});
        }`;
      });
      const scales = (moves ?? []).flatMap(({ rate }, layer) =>
        rate === 0 ? [] : [{ name: `scale${layer}`, rate }],
      );
      const program = {
        variableNames: [
          'Parameters',
          ...gradients.flatMap((gradient, layer) => (gradient ? [`Gradient${layer}`] : [])),
        ],
        outputShape: parameters.shape,
        userCode: `
        int at;
        float scale = 1.0;
        float old(int block) { return getParameters(block, at); }
        ${ruleGlsl(step, 'float', moves ? 'rate * scale' : 'rate')}
        float gradient() {
          ${branches.join('\n')}
          return 0.0;
        }
        // What is left of a weight after the step.
        float kept() {
          ${keptBranches.join('\n')}
          return 1.0;
        }
        bool isFrozen() {
          ${frozen.join('\n')}
          return false;
        }
        void main() {
          ivec2 coords = getOutputCoords();
          at = coords.y;
          if (isFrozen()) {
            setOutput(old(coords.x));
            return;
          }
          float value = updated(coords.x, gradient());
          setOutput(coords.x == 0 ? kept() * value : value);
        }`,
        uniforms: [...ruleUniformNames[step.kind], ...keptNames, ...scales.map(({ name }) => name)],
      };
      const uniforms = [...ruleUniforms(step), ...keptValues, ...scales.map(({ rate }) => rate)];
      return [run(program, [parameters, ...moved], uniforms)];
    },
  );
}
