/** As on cpu. One draw of one fragment, which walks over the pairs. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { CONTRASTIVE_LOSS } from '../names';

export function registerContrastiveLossWebgl(): void {
  defineWebglKernel(CONTRASTIVE_LOSS, (input, _attributes, run) => {
    const points = input('points');
    const [pairs = 0] = points.shape;
    const dimensions = points.shape.at(-1) ?? 1;
    const program = {
      variableNames: ['Points', 'Labels'],
      outputShape: [],
      userCode: `
        void main() {
          float total = 0.0;
          for (int pair = 0; pair < ${pairs}; pair++) {
            float square = 0.0;
            for (int axis = 0; axis < ${dimensions}; axis++) {
              float apart = getPoints(pair, 0, axis) - getPoints(pair, 1, axis);
              square += apart * apart;
            }
            float distance = sqrt(square);
            float tooClose = distance >= 1.0 ? 0.0 : 1.0 - distance;
            total += getLabels(pair) > 0.5 ? square : tooClose * tooClose;
          }
          setOutput(total / ${pairs}.0);
        }`,
    };
    return [run(program, [seenAs(points, [pairs, 2, dimensions]), input('labels')])];
  });
}
