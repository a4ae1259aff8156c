/** x [batch, height, width, channels], dy [batch, 1, 1, channels] -> gradient of x; the first of equal maxima takes it. */
import { globalMaxPool, globalMaxPoolGradient } from '../../../math/global-max-pool';
import { defineCpuKernel } from '../../tfjs-kernels';
import { GLOBAL_MAX_POOL_GRADIENT } from '../names';

export function registerGlobalMaxPoolGradientCpu(): void {
  defineCpuKernel(GLOBAL_MAX_POOL_GRADIENT, (input, _, allocate) => {
    const { shape, values } = input('x');
    const [batch = 0, height = 0, width = 0, channels = 0] = shape;
    const { winners } = globalMaxPool(values, batch, height * width, channels);
    const dy = input('dy').values;
    return [{ shape, values: globalMaxPoolGradient(dy, winners, batch, height * width, channels, allocate) }];
  });
}
