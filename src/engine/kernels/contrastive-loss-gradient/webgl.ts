/** As on cpu. One draw; a fragment recomputes the distance of its pair. */
import { defineWebglKernel, seenAs } from '../../tfjs-kernels';
import { CONTRASTIVE_LOSS_GRADIENT } from '../names';

export function registerContrastiveLossGradientWebgl(): void {
  defineWebglKernel(CONTRASTIVE_LOSS_GRADIENT, (input, _attributes, run) => {
    const points = input('points');
    const [pairs = 0] = points.shape;
    const dimensions = points.shape.at(-1) ?? 1;
    const program = {
      variableNames: ['Points', 'Labels', 'Dy'],
      outputShape: [pairs, 2, dimensions],
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          float square = 0.0;
          for (int axis = 0; axis < ${dimensions}; axis++) {
            float apart = getPoints(at.x, 0, axis) - getPoints(at.x, 1, axis);
            square += apart * apart;
          }
          float distance = sqrt(square);
          float push = distance >= 1.0 || distance == 0.0 ? 0.0 : 1.0 - 1.0 / distance;
          float scale = 2.0 / ${pairs}.0 * (getLabels(at.x) > 0.5 ? 1.0 : push);
          float along = getPoints(at.x, 0, at.z) - getPoints(at.x, 1, at.z);
          setOutput(getDy() * scale * (at.y == 0 ? along : -along));
        }`,
    };
    const inputs = [seenAs(points, [pairs, 2, dimensions]), input('labels'), input('dy')];
    return [seenAs(run(program, inputs), points.shape)];
  });
}
