/** As on cpu. One draw; a fragment sums one tap of one filter at one site over the batch. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { onInputGlsl } from '../edge-glsl';
import { TIED_CONV_2D_LEDGER, type TiedAttributes } from '../names';

export function registerTiedConv2DLedgerWebgl(): void {
  defineWebglKernel<TiedAttributes>(TIED_CONV_2D_LEDGER, (input, { layer }, run) => {
    const { height, width, channels, size, stride, padTop, padLeft, outWidth, sites, taps } = layer.geometry;
    const x = input('x');
    const batch = x.shape[0] ?? 0;
    const through = layer.relu ? 'if (getY(example, row, column, at.y) <= 0.0) continue;' : '';
    const program = {
      variableNames: layer.relu ? ['X', 'Dy', 'Y'] : ['X', 'Dy'],
      outputShape: [sites, layer.filters, taps + 1],
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          int row = at.x / ${outWidth};
          int column = at.x - row * ${outWidth};
          bool isBias = at.z == ${taps};
          int cell = at.z / ${channels};
          int channel = at.z - cell * ${channels};
          int y = row * ${stride} - ${padTop} + cell / ${size};
          int x = column * ${stride} - ${padLeft} + cell - (cell / ${size}) * ${size};
          bool inside = true;
          ${onInputGlsl('y', layer.geometry, 'inside = false;')}
          ${onInputGlsl('x', layer.geometry, 'inside = false;')}
          float sum = 0.0;
          if (isBias || inside) {
            for (int example = 0; example < ${batch}; example++) {
              float d = getDy(example, row, column, at.y);
              if (d == 0.0) continue;
              ${through}
              sum += isBias ? d : d * getX(example, y, x, channel);
            }
          }
          setOutput(sum);
        }`,
    };
    const pixels = seenAs(x, [batch, height, width, channels]);
    return [run(program, layer.relu ? [pixels, input('dy'), input('y')] : [pixels, input('dy')])];
  });
}
