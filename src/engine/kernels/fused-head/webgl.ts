/**
 * Global maximum, dense layer, softmax, cross-entropy and their gradients in one draw: hidden, parameters,
 * examples (for the labels), tie map -> the rows of fused/head-rows. Each fragment recomputes what it needs of
 * its example: a few hundred reads, cheaper than another draw.
 */
import { labelColumn } from '../../fused/example-texels';
import { headGlsl, headRows } from '../../fused/head-rows';
import { tieMapGlsl } from '../../fused/tie-map';
import { winnerGlsl } from '../../fused/winner';
import { defineTexelKernel, flatTexel } from '../../webgl-texels';
import { FUSED_HEAD, type FusedAttributes } from '../names';

export function registerFusedHead(): void {
  defineTexelKernel<FusedAttributes>(FUSED_HEAD, (input, { plan, batch }, run) => {
    const { second, head } = plan;
    const rows = headRows(plan);
    const classQuads = head.filterQuads;
    const program = {
      textures: ['Hidden', 'Parameters', 'Examples', 'TieMap'],
      rows: rows.count,
      columns: batch,
      userCode: `
        ${tieMapGlsl}
        ${headGlsl(plan)}
        float loss;
        float winnerAt(float position) {
          if (position < 0.0) return -1.0;
          int site = int(position);
          int siteRow = site / ${second.layer.geometry.outWidth};
          int siteColumn = site - siteRow * ${second.layer.geometry.outWidth};
          return ${winnerGlsl.of('groupAt(tieBase + site)', 'siteRow', 'siteColumn')};
        }
        // Turns logit into its gradient, (softmax - onehot) / batch, and sets the loss.
        void descend(int example) {
          int label = int(texelFetch(Examples, ivec2(${labelColumn(plan)}, example), 0).x + 0.5);
          float highest = logit[0].x;
          for (int c = 0; c < ${classQuads}; c++)
            highest = max(highest, max(max(logit[c].x, logit[c].y), max(logit[c].z, logit[c].w)));
          float sum = 0.0;
          float right = 0.0;
          for (int c = 0; c < ${classQuads}; c++) {
            vec4 isLabel = vec4(equal(ivec4(4 * c) + ivec4(0, 1, 2, 3), ivec4(label)));
            right += dot(isLabel, logit[c]);
            vec4 e = exp(logit[c] - highest);
            sum += e.x + e.y + e.z + e.w;
          }
          loss = log(sum) + highest - right;
          for (int c = 0; c < ${classQuads}; c++) {
            vec4 isLabel = vec4(equal(ivec4(4 * c) + ivec4(0, 1, 2, 3), ivec4(label)));
            logit[c] = (exp(logit[c] - highest) / sum - isLabel) / ${batch}.0;
          }
        }
        vec4 upstream(int quad) {
          vec4 dy = vec4(0.0);
          for (int c = 0; c < ${classQuads}; c++) {
            int k = headBase + c * ${4 * head.kernelTexels} + quad;
            ${[0, 1, 2, 3]
              .map((part) => {
                const weight = flatTexel('Parameters', `k + ${part * head.kernelTexels}`);
                return `dy += logit[c][${part}] * ${weight};`;
              })
              .join('\n')}
          }
          return dy;
        }
        float winnerOf(int example, int filter_) {
          if (example >= ${batch}) return -1.0;
          pool(example, filter_ / 4);
          return winnerAt(winner[filter_ & 3]);
        }
        void main() {
          int example = int(gl_FragCoord.x);
          int row = int(gl_FragCoord.y);
          vec4 texel = vec4(0.0);
          if (row >= ${rows.transposed}) {
            int filter_ = row - ${rows.transposed};
            if (example < ${Math.ceil(batch / 4)})
              texel = vec4(winnerOf(4 * example, filter_), winnerOf(4 * example + 1, filter_),
                winnerOf(4 * example + 2, filter_), winnerOf(4 * example + 3, filter_));
          } else if (row >= ${rows.winners} && row < ${rows.logits}) {
            bool pooled = row >= ${rows.pooled};
            pool(example, pooled ? row - ${rows.pooled} : row - ${rows.winners});
            // Dead filters pool to what they are: not positive, so the dense layer still reads it.
            texel = pooled ? most
              : vec4(winnerAt(winner.x), winnerAt(winner.y), winnerAt(winner.z), winnerAt(winner.w));
          } else {
            classify(example);
            descend(example);
            if (row == ${rows.loss}) texel.x = loss;
            else if (row >= ${rows.logits}) texel = logit[row - ${rows.logits}];
            else {
              vec4 dy = upstream(row);
              pool(example, row);
              texel = mix(dy, vec4(0.0), lessThan(winner, vec4(0.0)));
            }
          }
          setOutput(texel);
        }`,
      ints: ['headBase', 'tieBase'],
    };
    const textures = [input('hidden'), input('parameters'), input('examples'), input('tieMap')];
    return run(program, textures, [head.base, second.tieBase]);
  });
}
