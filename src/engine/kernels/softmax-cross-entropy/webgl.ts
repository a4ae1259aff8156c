/** As on cpu. One draw of one fragment, which walks over the batch. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { SOFTMAX_CROSS_ENTROPY } from '../names';

export function registerSoftmaxCrossEntropyWebgl(): void {
  defineWebglKernel(SOFTMAX_CROSS_ENTROPY, (input, _attributes, run) => {
    const logits = input('logits');
    const [batch = 0] = logits.shape;
    const classes = logits.shape.at(-1) ?? 1;
    const program = {
      variableNames: ['Logits', 'Labels'],
      outputShape: [],
      userCode: `
        void main() {
          float total = 0.0;
          for (int example = 0; example < ${batch}; example++) {
            float most = getLogits(example, 0);
            for (int index = 1; index < ${classes}; index++) most = max(most, getLogits(example, index));
            float sum = 0.0;
            for (int index = 0; index < ${classes}; index++) sum += exp(getLogits(example, index) - most);
            total += log(sum) + most - getLogits(example, int(getLabels(example) + 0.5));
          }
          setOutput(total / ${batch}.0);
        }`,
    };
    return [run(program, [seenAs(logits, [batch, classes]), input('labels')])];
  });
}
