/** As on cpu. One draw; a fragment recomputes the logits of its place. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { RECURRENT_HEAD, type RecurrentHeadAttributes } from '../names';

export function registerRecurrentHeadWebgl(): void {
  defineWebglKernel<RecurrentHeadAttributes>(RECURRENT_HEAD, (input, { pass, labelled }, run) => {
    const { hidden, classes, batch, steps } = pass;
    const program = {
      variableNames: ['States', 'Head', 'Labels'],
      outputShape: [steps, batch, classes + 1],
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          float label = getLabels(at.y, at.x);
          if (label < -0.5) {
            setOutput(0.0);
            return;
          }
          int right = int(label + 0.5);
          float logits[${classes}];
          for (int index = 0; index < ${classes}; index++) {
            float logit = getHead(0, index, ${hidden});
            for (int unit = 0; unit < ${hidden}; unit++)
              logit += getHead(0, index, unit) * getStates(at.x, at.y, unit);
            logits[index] = logit;
          }
          float most = logits[0];
          for (int index = 1; index < ${classes}; index++) most = max(most, logits[index]);
          float sum = 0.0;
          for (int index = 0; index < ${classes}; index++) sum += exp(logits[index] - most);
          float value = at.z == ${classes}
            ? log(sum) + most - logits[right]
            : exp(logits[at.z] - most) / sum - (at.z == right ? 1.0 : 0.0);
          setOutput(value / labelled);
        }`,
      uniforms: ['labelled'],
    };
    return [run(program, [input('states'), input('head'), input('labels')], [labelled])];
  });
}
