/** As on cpu; groupOf [sites] comes as a texture. One draw, one output element a fragment. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { onInputGlsl } from '../edge-glsl';
import { TIED_CONV_2D, type TiedForwardAttributes } from '../names';

export function registerTiedConv2DWebgl(): void {
  defineWebglKernel<TiedForwardAttributes>(TIED_CONV_2D, (input, { layer }, run) => {
    const { height, width, channels, size, stride, padTop, padLeft, outHeight, outWidth, taps } =
      layer.geometry;
    const x = input('x');
    const batch = x.shape[0] ?? 0;
    const program = {
      variableNames: ['X', 'Weights', 'GroupOf'],
      outputShape: [batch, outHeight, outWidth, layer.filters],
      userCode: `
        void main() {
          ivec4 at = getOutputCoords();
          int group = int(getGroupOf(at.y * ${outWidth} + at.z) + 0.5);
          float sum = getWeights(group, at.w, ${taps});
          for (int row = 0; row < ${size}; row++) {
            int y = at.y * ${stride} - ${padTop} + row;
            ${onInputGlsl('y', layer.geometry, 'continue;')}
            for (int column = 0; column < ${size}; column++) {
              int x = at.z * ${stride} - ${padLeft} + column;
              ${onInputGlsl('x', layer.geometry, 'continue;')}
              int tap = (row * ${size} + column) * ${channels};
              for (int channel = 0; channel < ${channels}; channel++)
                sum += getX(at.x, y, x, channel) * getWeights(group, at.w, tap + channel);
            }
          }
          // A comparison, not max(): NaN must stay NaN.
          setOutput(${layer.relu ? 'sum < 0.0 ? 0.0 : sum' : 'sum'});
        }`,
    };
    return [run(program, [seenAs(x, [batch, height, width, channels]), input('weights'), input('groupOf')])];
  });
}
