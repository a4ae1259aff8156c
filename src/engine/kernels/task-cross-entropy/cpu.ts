/**
 * logits [batch, tasks, 1, outputs] (any shape of that size), labels [batch, tasks] -> the sum over the tasks of the
 * mean cross-entropy over the task's own classes, a scalar.
 */
import { taskCrossEntropy } from '../../../math/task-cross-entropy';
import { defineCpuKernel } from '../../tfjs-kernels';
import { TASK_CROSS_ENTROPY, type TaskAttributes } from '../names';

export function registerTaskCrossEntropyCpu(): void {
  defineCpuKernel<TaskAttributes>(TASK_CROSS_ENTROPY, (input, { classes }) => {
    const loss = taskCrossEntropy(input('logits').values, input('labels').values, classes);
    return [{ shape: [], values: Float32Array.of(loss) }];
  });
}
