/** dy and y [batch, outHeight, outWidth, filters], weights [groups, filters, taps+1] -> gradient of x, in x's shape. */
import { tiedInputGradient } from '../../../math/tied-convolution';
import { defineCpuKernel } from '../../tfjs-kernels';
import { type InputGradientAttributes, TIED_CONV_2D_INPUT_GRADIENT } from '../names';

export function registerTiedConv2DInputGradientCpu(): void {
  defineCpuKernel<InputGradientAttributes>(
    TIED_CONV_2D_INPUT_GRADIENT,
    (input, { layer, xShape }, allocate) => {
      const [dy, y] = [input('dy').values, input('y').values];
      const weights = input('weights').values;
      return [{ shape: xShape, values: tiedInputGradient(dy, weights, layer, xShape[0] ?? 0, y, allocate) }];
    },
  );
}
