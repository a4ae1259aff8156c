/** x [batch, height, width, channels] -> [batch, 1, 1, channels]. */
import { globalMaxPool } from '../../../math/global-max-pool';
import { defineCpuKernel } from '../../tfjs-kernels';
import { GLOBAL_MAX_POOL } from '../names';

export function registerGlobalMaxPoolCpu(): void {
  defineCpuKernel(GLOBAL_MAX_POOL, (input) => {
    const { shape, values } = input('x');
    const [batch = 0, height = 0, width = 0, channels = 0] = shape;
    const pooled = globalMaxPool(values, batch, height * width, channels);
    return [{ shape: [batch, 1, 1, channels], values: pooled.values }];
  });
}
