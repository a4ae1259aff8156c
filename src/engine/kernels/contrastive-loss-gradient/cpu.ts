/** points, labels [pairs] and the scalar dy -> dy * d loss / d points, in the shape of the points. */
import { contrastiveLossGradient } from '../../../math/contrastive-loss';
import { defineCpuKernel } from '../../tfjs-kernels';
import { CONTRASTIVE_LOSS_GRADIENT } from '../names';

export function registerContrastiveLossGradientCpu(): void {
  defineCpuKernel(CONTRASTIVE_LOSS_GRADIENT, (input) => {
    const { shape, values } = input('points');
    const scale = input('dy').values[0] ?? 1;
    const gradient = contrastiveLossGradient(values, input('labels').values, shape.at(-1) ?? 1);
    return [{ shape, values: scale === 1 ? gradient : gradient.map((value) => value * scale) }];
  });
}
