/** As on cpu. One draw of one fragment, which walks over the batch. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { TASK_CROSS_ENTROPY, type TaskAttributes } from '../names';

export function registerTaskCrossEntropyWebgl(): void {
  defineWebglKernel<TaskAttributes>(TASK_CROSS_ENTROPY, (input, { classes }, run) => {
    const logits = input('logits');
    const [batch = 0] = logits.shape;
    const outputs = logits.shape.at(-1) ?? 1;
    const tasks = classes.length;
    const lossOf = (count: number, task: number) => `{
            float most = getLogits(example, ${task}, 0);
            for (int index = 1; index < ${count}; index++) most = max(most, getLogits(example, ${task}, index));
            float sum = 0.0;
            for (int index = 0; index < ${count}; index++) sum += exp(getLogits(example, ${task}, index) - most);
            int right = int(getLabels(example, ${task}) + 0.5);
            total += log(sum) + most - getLogits(example, ${task}, right);
          }`;
    const program = {
      variableNames: ['Logits', 'Labels'],
      outputShape: [],
      userCode: `
        void main() {
          float total = 0.0;
          for (int example = 0; example < ${batch}; example++) {
          ${classes.map(lossOf).join('\n')}
          }
          setOutput(total / ${batch}.0);
        }`,
    };
    const inputs = [seenAs(logits, [batch, tasks, outputs]), seenAs(input('labels'), [batch, tasks])];
    return [run(program, inputs)];
  });
}
