/** points [pairs, 2, 1, dimensions] (any shape of that size), labels [pairs] -> mean contrastive loss, a scalar. */
import { contrastiveLoss } from '../../../math/contrastive-loss';
import { defineCpuKernel } from '../../tfjs-kernels';
import { CONTRASTIVE_LOSS } from '../names';

export function registerContrastiveLossCpu(): void {
  defineCpuKernel(CONTRASTIVE_LOSS, (input) => {
    const { shape, values } = input('points');
    const loss = contrastiveLoss(values, input('labels').values, shape.at(-1) ?? 1);
    return [{ shape: [], values: Float32Array.of(loss) }];
  });
}
