/** As on cpu. One draw; a fragment recomputes the softmax of its example. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { SOFTMAX_CROSS_ENTROPY_GRADIENT } from '../names';

export function registerSoftmaxCrossEntropyGradientWebgl(): void {
  defineWebglKernel(SOFTMAX_CROSS_ENTROPY_GRADIENT, (input, _attributes, run) => {
    const logits = input('logits');
    const [batch = 0] = logits.shape;
    const classes = logits.shape.at(-1) ?? 1;
    const program = {
      variableNames: ['Logits', 'Labels', 'Dy'],
      outputShape: [batch, classes],
      userCode: `
        void main() {
          ivec2 at = getOutputCoords();
          float most = getLogits(at.x, 0);
          for (int index = 1; index < ${classes}; index++) most = max(most, getLogits(at.x, index));
          float sum = 0.0;
          for (int index = 0; index < ${classes}; index++) sum += exp(getLogits(at.x, index) - most);
          float p = exp(getLogits(at.x, at.y) - most) / sum;
          float right = int(getLabels(at.x) + 0.5) == at.y ? 1.0 : 0.0;
          setOutput(getDy() * (p - right) / ${batch}.0);
        }`,
    };
    const gradient = run(program, [seenAs(logits, [batch, classes]), input('labels'), input('dy')]);
    return [seenAs(gradient, logits.shape)];
  });
}
