/** logits, labels [batch, tasks] and the scalar dy -> dy * d loss / d logits, in the shape of the logits. */
import { taskCrossEntropyGradient } from '../../../math/task-cross-entropy';
import { defineCpuKernel } from '../../tfjs-kernels';
import { TASK_CROSS_ENTROPY_GRADIENT, type TaskAttributes } from '../names';

export function registerTaskCrossEntropyGradientCpu(): void {
  defineCpuKernel<TaskAttributes>(TASK_CROSS_ENTROPY_GRADIENT, (input, { classes }) => {
    const { shape, values } = input('logits');
    const scale = input('dy').values[0] ?? 1;
    const gradient = taskCrossEntropyGradient(values, input('labels').values, classes);
    return [{ shape, values: scale === 1 ? gradient : gradient.map((value) => value * scale) }];
  });
}
