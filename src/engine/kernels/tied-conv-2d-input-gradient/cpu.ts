/** dy and y [batch, outHeight, outWidth, filters], weights [groups, filters, taps+1] -> gradient of x, in x's shape. */
import { throughRelu, tiedInputGradient } from '../../../math/tied-convolution';
import { defineCpuKernel } from '../../tfjs-kernels';
import { type InputGradientAttributes, TIED_CONV_2D_INPUT_GRADIENT } from '../names';

export function registerTiedConv2DInputGradientCpu(): void {
  defineCpuKernel<InputGradientAttributes>(TIED_CONV_2D_INPUT_GRADIENT, (input, { layer, xShape }) => {
    const dy = input('dy').values;
    const dz = layer.relu ? throughRelu(dy, input('y').values) : dy;
    return [{ shape: xShape, values: tiedInputGradient(dz, input('weights').values, layer, xShape[0] ?? 0) }];
  });
}
