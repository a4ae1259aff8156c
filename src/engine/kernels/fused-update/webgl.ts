/**
 * One optimiser step of every weight in one draw: parameters, gradients (of fused-gradients), head (for the
 * loss), tie map -> the new parameters. On the way the first layer's ledger is summed over the sites of each
 * group. Below the blocks a row keeps the mean losses of the last 1,024 steps, to be read when somebody asks.
 */
import { headRows } from '../../fused/head-rows';
import { ledgerTexels, texelsOf } from '../../fused/plan';
import { tieMapGlsl } from '../../fused/tie-map';
import { defineTexelKernel, FLAT_COLUMNS, flatTexel } from '../../webgl-texels';
import { FUSED_UPDATE, type FusedUpdateAttributes } from '../names';
import { ruleGlsl, ruleUniformNames, ruleUniforms } from '../update-rule';

export function registerFusedUpdate(): void {
  defineTexelKernel<FusedUpdateAttributes>(FUSED_UPDATE, (input, { plan, batch, step, lossAt }, run) => {
    const { first, second, head, blockRows, layout } = plan;
    const filters = 4 * first.filterQuads;
    const { kernelTexels, rowTexels } = first;
    const { taps, size, channels } = first.layer.geometry;
    const rowFloats = size * channels;
    const firstEnd = texelsOf(first);
    const program = {
      textures: ['Parameters', 'Gradients', 'Head', 'TieMap'],
      rows: layout.blocks * blockRows + 1,
      columns: FLAT_COLUMNS,
      userCode: `
        ${tieMapGlsl}
        ivec2 place;
        vec4 old(int block) { return texelFetch(Parameters, ivec2(place.x, place.y + block * blockRows), 0); }
        ${ruleGlsl(step, 'vec4')}
        vec4 gradientAt(int at) { return ${flatTexel('Gradients', 'at')}; }
        vec4 gradient(int at) {
          if (at >= firstEnd) return gradientAt(at - firstEnd + ledgerEnd);
          int kernel = at / ${kernelTexels};
          int k = at - kernel * ${kernelTexels};
          int group = kernel / ${filters};
          int filter_ = kernel - group * ${filters};
          vec4 mine = vec4(equal(ivec4(0, 1, 2, 3), ivec4(filter_ & 3)));
          // The taps of this texel; where there are none it is filled up, and stays zero.
          int row = k / ${rowTexels};
          ivec4 inRow = ivec4(4 * (k - row * ${rowTexels})) + ivec4(0, 1, 2, 3);
          bool isBias = k == ${kernelTexels - 1};
          bvec4 isTap = isBias ? bvec4(true, false, false, false) : lessThan(inRow, ivec4(${rowFloats}));
          ivec4 taps = isBias ? ivec4(${taps}) : min(row * ${rowFloats} + inRow, ivec4(${taps}));
          ivec2 members = membersOf(group);
          vec4 sum = vec4(0.0);
          for (int member = members.x; member < members.x + members.y; member++) {
            int from = (memberAt(member) * ${first.filterQuads} + filter_ / 4) * ${taps + 1};
            sum += vec4(dot(mine, gradientAt(from + taps.x)), dot(mine, gradientAt(from + taps.y)),
              dot(mine, gradientAt(from + taps.z)), dot(mine, gradientAt(from + taps.w)));
          }
          return mix(vec4(0.0), sum, isTap);
        }
        float meanLoss() {
          float sum = 0.0;
          for (int example = 0; example < ${batch}; example++)
            sum += texelFetch(Head, ivec2(example, ${headRows(plan).loss}), 0).x;
          return sum / ${batch}.0;
        }
        void main() {
          ivec2 here = ivec2(gl_FragCoord.xy);
          int block = here.y / blockRows;
          place = ivec2(here.x, here.y - block * blockRows);
          int at = place.y * ${FLAT_COLUMNS} + place.x;
          vec4 texel = vec4(0.0);
          if (block == ${layout.blocks})
            texel = here.x == lossAt ? vec4(meanLoss(), 0.0, 0.0, 0.0) : texelFetch(Parameters, here, 0);
          else if (at < end) texel = updated(block, gradient(at));
          setOutput(texel);
        }`,
      ints: ['blockRows', 'firstEnd', 'ledgerEnd', 'end', 'lossAt'],
      floats: ruleUniformNames[step.kind],
    };
    const textures = [input('parameters'), input('gradients'), input('head'), input('tieMap')];
    const end = firstEnd + texelsOf(second) + texelsOf(head);
    const ints = [blockRows, firstEnd, ledgerTexels(plan), end, lossAt];
    return run(program, textures, ints, ruleUniforms(step));
  });
}
