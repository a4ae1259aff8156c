/** logits [batch, 1, 1, classes] (any shape of that size), labels [batch] -> mean cross-entropy, a scalar. */
import { crossEntropy } from '../../../math/softmax-cross-entropy';
import { defineCpuKernel } from '../../tfjs-kernels';
import { SOFTMAX_CROSS_ENTROPY } from '../names';

export function registerSoftmaxCrossEntropyCpu(): void {
  defineCpuKernel(SOFTMAX_CROSS_ENTROPY, (input) => {
    const { shape, values } = input('logits');
    const loss = crossEntropy(values, input('labels').values, shape.at(-1) ?? 1);
    return [{ shape: [], values: Float32Array.of(loss) }];
  });
}
