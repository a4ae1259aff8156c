/** x [batch, height, width, channels] (any shape of that size), weights [groups, filters, taps+1] -> [batch, outHeight, outWidth, filters]. */
import { tiedForward } from '../../../math/tied-convolution';
import { defineCpuKernel } from '../../tfjs-kernels';
import { TIED_CONV_2D, type TiedForwardAttributes } from '../names';

export function registerTiedConv2DCpu(): void {
  defineCpuKernel<TiedForwardAttributes>(TIED_CONV_2D, (input, { layer }, allocate) => {
    const { shape, values } = input('x');
    const batch = shape[0] ?? 0;
    return [
      {
        shape: [batch, layer.geometry.outHeight, layer.geometry.outWidth, layer.filters],
        values: tiedForward(values, input('weights').values, layer, batch, allocate),
      },
    ];
  });
}
