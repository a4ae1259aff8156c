/** logits, labels [batch] and the scalar dy -> dy * (p - onehot) / batch, in the shape of the logits. */
import { crossEntropyGradient } from '../../../math/softmax-cross-entropy';
import { defineCpuKernel } from '../../tfjs-kernels';
import { SOFTMAX_CROSS_ENTROPY_GRADIENT } from '../names';

export function registerSoftmaxCrossEntropyGradientCpu(): void {
  defineCpuKernel(SOFTMAX_CROSS_ENTROPY_GRADIENT, (input) => {
    const { shape, values } = input('logits');
    const scale = input('dy').values[0] ?? 1;
    const gradient = crossEntropyGradient(values, input('labels').values, shape.at(-1) ?? 1);
    return [{ shape, values: scale === 1 ? gradient : gradient.map((value) => value * scale) }];
  });
}
