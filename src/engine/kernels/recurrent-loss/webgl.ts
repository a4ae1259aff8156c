/** As on cpu. One draw; the fragment of the new loss walks over all places, the others copy. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { RECURRENT_LOSS, type RecurrentLossAttributes } from '../names';

export function registerRecurrentLossWebgl(): void {
  defineWebglKernel<RecurrentLossAttributes>(RECURRENT_LOSS, (input, { pass, lossAt }, run) => {
    const { classes, batch, steps } = pass;
    const losses = input('losses');
    const program = {
      variableNames: ['HeadOut', 'Losses'],
      outputShape: losses.shape,
      userCode: `
        void main() {
          int at = getOutputCoords();
          if (at != int(lossAt + 0.5)) {
            setOutput(getLosses(at));
            return;
          }
          float sum = 0.0;
          for (int row = 0; row < ${steps}; row++)
            for (int example = 0; example < ${batch}; example++) sum += getHeadOut(row, example, ${classes});
          setOutput(sum);
        }`,
      uniforms: ['lossAt'],
    };
    return [run(program, [input('headOut'), losses], [lossAt])];
  });
}
