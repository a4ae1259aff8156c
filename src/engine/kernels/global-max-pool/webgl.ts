/** As on cpu. One draw. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { GLOBAL_MAX_POOL } from '../names';

export function registerGlobalMaxPoolWebgl(): void {
  defineWebglKernel(GLOBAL_MAX_POOL, (input, _attributes, run) => {
    const x = input('x');
    const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
    const program = {
      variableNames: ['X'],
      outputShape: [batch, 1, 1, channels],
      userCode: `
        void main() {
          ivec4 at = getOutputCoords();
          float most = getX(at.x, 0, at.w);
          for (int position = 1; position < ${height * width}; position++) {
            float value = getX(at.x, position, at.w);
            // Nothing is larger than NaN: once there, it stays.
            if (value > most || isnan(value)) most = value;
          }
          setOutput(most);
        }`,
    };
    return [run(program, [seenAs(x, [batch, height * width, channels])])];
  });
}
