/**
 * The second path, for one filter of the first layer: the images correlated with the upstream gradient, without
 * a ledger. examples, upstream, tie map -> a flat texture [chunks, groups, kernel]; the chunks of the batch are
 * to be added. Few groups are split into one chunk an example, so that enough fragments share the work.
 */
import type { FusedPlan } from '../../fused/plan';
import { tieMapGlsl } from '../../fused/tie-map';
import { defineTexelKernel, FLAT_COLUMNS, flatRows } from '../../webgl-texels';
import { FUSED_DIRECT_GRADIENT, type FusedDirectGradientAttributes } from '../names';

const MANY_GROUPS = 16;

export const directGradientChunks = ({ first }: FusedPlan, batch: number) =>
  first.layer.tying.groups < MANY_GROUPS ? batch : 1;

export function registerFusedDirectGradient(): void {
  defineTexelKernel<FusedDirectGradientAttributes>(
    FUSED_DIRECT_GRADIENT,
    (input, { plan, batch, filter }, run) => {
      const { first, image } = plan;
      const { size, stride, channels, outWidth } = first.layer.geometry;
      const { kernelTexels, rowTexels, filterQuads } = first;
      const { groups } = first.layer.tying;
      const chunks = directGradientChunks(plan, batch);
      const rowFloats = size * channels;
      const program = {
        textures: ['Examples', 'Upstream', 'TieMap'],
        rows: flatRows(chunks * groups * kernelTexels),
        columns: FLAT_COLUMNS,
        userCode: `
        ${tieMapGlsl}
        // Of the four floats at this texel of a row of taps, those that are taps.
        vec4 onlyTaps(int texel, vec4 x) {
          int left = ${rowFloats} - 4 * texel;
          return vec4(x.x, left > 1 ? x.y : 0.0, left > 2 ? x.z : 0.0, left > 3 ? x.w : 0.0);
        }
        void main() {
          int at = int(gl_FragCoord.y) * ${FLAT_COLUMNS} + int(gl_FragCoord.x);
          int k = at % ${kernelTexels};
          int group = (at / ${kernelTexels}) % groups;
          int chunk = at / (${kernelTexels} * groups);
          vec4 mine = vec4(equal(ivec4(0, 1, 2, 3), ivec4(part)));
          vec4 sum = vec4(0.0);
          if (chunk < chunks) {
            ivec2 members = membersOf(group);
            int perChunk = ${batch} / chunks;
            for (int i = 0; i < members.y; i++) {
              int site = memberAt(members.x + i);
              int pixel = (site / ${outWidth} * ${stride} + k / ${rowTexels}) * ${image.rowTexels}
                + site % ${outWidth} * ${(stride * channels) / image.step} + k % ${rowTexels} * ${4 / image.step};
              for (int example = chunk * perChunk; example < (chunk + 1) * perChunk; example++) {
                vec4 dz = texelFetch(Upstream, ivec2(example, site * ${filterQuads} + quad), 0);
                vec4 x = k == ${kernelTexels - 1} ? vec4(1.0, 0.0, 0.0, 0.0)
                  : onlyTaps(k % ${rowTexels}, texelFetch(Examples, ivec2(pixel, example), 0));
                sum += dot(mine, dz) * x;
              }
            }
          }
          setOutput(sum);
        }`,
        ints: ['groups', 'chunks', 'quad', 'part'],
      };
      const textures = [input('examples'), input('upstream'), input('tieMap')];
      return run(program, textures, [groups, chunks, filter >> 2, filter & 3]);
    },
  );
}
