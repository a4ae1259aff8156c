/** As on cpu, in gather form: a fragment visits the windows that see its input cell. One draw. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { wrappedGlsl } from '../edge-glsl';
import { type InputGradientAttributes, TIED_CONV_2D_INPUT_GRADIENT } from '../names';

export function registerTiedConv2DInputGradientWebgl(): void {
  defineWebglKernel<InputGradientAttributes>(TIED_CONV_2D_INPUT_GRADIENT, (input, { layer, xShape }, run) => {
    const { height, width, channels, size, stride, padTop, padLeft, outHeight, outWidth, padding } =
      layer.geometry;
    // From a window's first row down to this one; on an input without edges no window begins a whole turn away.
    const after = (position: string, extent: number) =>
      padding === 'wrap' ? wrappedGlsl(position, extent, size) : position;
    const through = layer.relu ? 'if (getY(at.x, outRow, outColumn, filter_) <= 0.0) continue;' : '';
    const program = {
      variableNames: layer.relu ? ['Dy', 'Weights', 'GroupOf', 'Y'] : ['Dy', 'Weights', 'GroupOf'],
      outputShape: [xShape[0] ?? 0, height, width, channels],
      userCode: `
        void main() {
          ivec4 at = getOutputCoords();
          float sum = 0.0;
          for (int row = 0; row < ${size}; row++) {
            int y = ${after(`at.y + ${padTop} - row`, height)};
            int outRow = y / ${stride};
            if (y < 0 || outRow * ${stride} != y || outRow >= ${outHeight}) continue;
            for (int column = 0; column < ${size}; column++) {
              int x = ${after(`at.z + ${padLeft} - column`, width)};
              int outColumn = x / ${stride};
              if (x < 0 || outColumn * ${stride} != x || outColumn >= ${outWidth}) continue;
              int group = int(getGroupOf(outRow * ${outWidth} + outColumn) + 0.5);
              int tap = (row * ${size} + column) * ${channels} + at.w;
              for (int filter_ = 0; filter_ < ${layer.filters}; filter_++) {
                float d = getDy(at.x, outRow, outColumn, filter_);
                if (d == 0.0) continue;
                ${through}
                sum += d * getWeights(group, filter_, tap);
              }
            }
          }
          setOutput(sum);
        }`,
    };
    const inputs = [input('dy'), input('weights'), input('groupOf')];
    return [seenAs(run(program, layer.relu ? [...inputs, input('y')] : inputs), xShape)];
  });
}
