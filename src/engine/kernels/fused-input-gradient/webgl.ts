/**
 * Gradient of the first layer's output behind its ReLU, in gather form: hidden (the first layer's output), head,
 * parameters, tie map -> [sites * filterQuads, batch] texels. Only the winners of the global maximum carry a
 * gradient, so a fragment asks each filter's winner whether its window sees this cell.
 */
import { headRows } from '../../fused/head-rows';
import { winnerGlsl } from '../../fused/winner';
import { defineTexelKernel, flatTexel } from '../../webgl-texels';
import { wrappedGlsl } from '../edge-glsl';
import { FUSED_INPUT_GRADIENT, type FusedAttributes } from '../names';

export function registerFusedInputGradient(): void {
  defineTexelKernel<FusedAttributes>(FUSED_INPUT_GRADIENT, (input, { plan, batch }, run) => {
    const { first, second } = plan;
    const { height, width, size, stride, padTop, padLeft, padding } = second.layer.geometry;
    const wraps = padding === 'wrap';
    // A cell lies under at most one tap of a winner's window, or one every whole turn around edges that wrap.
    const tapAfter = (distance: string, extent: number) =>
      wraps ? wrappedGlsl(distance, extent, extent) : distance;
    const nextTap = (extent: number) => (wraps ? extent : size);
    const rows = headRows(plan);
    const quads = first.filterQuads;
    const program = {
      textures: ['Hidden', 'Head', 'Parameters'],
      rows: first.layer.geometry.sites * quads,
      columns: batch,
      userCode: `
        vec4 sum;
        void visit(int winner, float d, int filter_, int y, int x, int part) {
          if (winner < 0 || d == 0.0) return;
          int firstRow = ${tapAfter(`y - ${winnerGlsl.row('winner')} * ${stride}`, height)};
          int firstColumn = ${tapAfter(`x - ${winnerGlsl.column('winner')} * ${stride}`, width)};
          if (firstRow < 0 || firstRow >= ${size} || firstColumn < 0 || firstColumn >= ${size}) return;
          int kernel = base + (${winnerGlsl.group('winner')} * ${4 * second.filterQuads} + filter_) * ${second.kernelTexels};
          for (int row = firstRow; row < ${size}; row += ${nextTap(height)})
            for (int column = firstColumn; column < ${size}; column += ${nextTap(width)}) {
              int k = kernel + row * ${second.rowTexels} + column * ${quads} + part;
              sum += d * ${flatTexel('Parameters', 'k')};
            }
        }
        void main() {
          int example = int(gl_FragCoord.x);
          int atRow = int(gl_FragCoord.y);
          int cell = atRow / ${quads};
          int part = atRow - cell * ${quads};
          int y = cell / ${width};
          int x = cell - y * ${width} + ${padLeft};
          y += ${padTop};
          sum = vec4(0.0);
          vec4 output_ = texelFetch(Hidden, ivec2(example, atRow), 0);
          bvec4 open = greaterThan(output_, vec4(0.0));
          if (any(open)) {
            for (int quad = 0; quad < ${second.filterQuads}; quad++) {
              ivec4 winner = ivec4(texelFetch(Head, ivec2(example, ${rows.winners} + quad), 0));
              vec4 d = texelFetch(Head, ivec2(example, ${rows.upstream} + quad), 0);
              visit(winner.x, d.x, 4 * quad, y, x, part);
              visit(winner.y, d.y, 4 * quad + 1, y, x, part);
              visit(winner.z, d.z, 4 * quad + 2, y, x, part);
              visit(winner.w, d.w, 4 * quad + 3, y, x, part);
            }
          }
          setOutput(mix(vec4(0.0), sum, open));
        }`,
      ints: ['base'],
    };
    return run(program, [input('hidden'), input('head'), input('parameters')], [second.base]);
  });
}
