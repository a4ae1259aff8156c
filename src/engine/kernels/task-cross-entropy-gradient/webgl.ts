/** As on cpu. One draw; a fragment recomputes the softmax of its example and task. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { TASK_CROSS_ENTROPY_GRADIENT, type TaskAttributes } from '../names';

export function registerTaskCrossEntropyGradientWebgl(): void {
  defineWebglKernel<TaskAttributes>(TASK_CROSS_ENTROPY_GRADIENT, (input, { classes }, run) => {
    const logits = input('logits');
    const [batch = 0] = logits.shape;
    const outputs = logits.shape.at(-1) ?? 1;
    const tasks = classes.length;
    const countOfTask = classes.reduceRight(
      (otherwise, count, task) => `at.y == ${task} ? ${count} : (${otherwise})`,
      '0',
    );
    const program = {
      variableNames: ['Logits', 'Labels', 'Dy'],
      outputShape: [batch, tasks, outputs],
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          int count = ${countOfTask};
          if (at.z >= count) {
            setOutput(0.0);
            return;
          }
          float most = getLogits(at.x, at.y, 0);
          for (int index = 1; index < ${outputs}; index++)
            if (index < count) most = max(most, getLogits(at.x, at.y, index));
          float sum = 0.0;
          for (int index = 0; index < ${outputs}; index++)
            if (index < count) sum += exp(getLogits(at.x, at.y, index) - most);
          float p = exp(getLogits(at.x, at.y, at.z) - most) / sum;
          float right = int(getLabels(at.x, at.y) + 0.5) == at.z ? 1.0 : 0.0;
          setOutput(getDy() * (p - right) / ${batch}.0);
        }`,
    };
    const inputs = [
      seenAs(logits, [batch, tasks, outputs]),
      seenAs(input('labels'), [batch, tasks]),
      input('dy'),
    ];
    return [seenAs(run(program, inputs), logits.shape)];
  });
}
