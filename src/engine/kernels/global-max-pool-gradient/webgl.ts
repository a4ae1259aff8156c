/** As on cpu, with y [batch, 1, 1, channels]: a maximum looks whether an earlier position equals it. One draw. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { GLOBAL_MAX_POOL_GRADIENT } from '../names';

export function registerGlobalMaxPoolGradientWebgl(): void {
  defineWebglKernel(GLOBAL_MAX_POOL_GRADIENT, (input, _attributes, run) => {
    const x = input('x');
    const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
    const program = {
      variableNames: ['X', 'Dy', 'Y'],
      outputShape: [batch, height * width, channels],
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          float most = getY(at.x, at.z);
          bool wins = getX(at.x, at.y, at.z) == most;
          if (wins) {
            for (int position = 0; position < at.y; position++)
              if (getX(at.x, position, at.z) == most) { wins = false; break; }
          }
          setOutput(wins ? getDy(at.x, at.z) : 0.0);
        }`,
    };
    const pooled = [batch, channels];
    const flat = seenAs(x, [batch, height * width, channels]);
    const dx = run(program, [flat, seenAs(input('dy'), pooled), seenAs(input('y'), pooled)]);
    return [seenAs(dx, x.shape)];
  });
}
