/**
 * The gradient of every weight in one draw: examples, upstream (of the first layer), hidden (its output), head,
 * tie map -> a flat texture: the first layer site by site, which is its ledger, then the second layer
 * [groups, filters, kernel] and the dense layer as they lie in the parameters. Sums over the batch; divided by it already.
 */
import { headRows } from '../../fused/head-rows';
import { type FusedPlan, ledgerTexels, texelsOf } from '../../fused/plan';
import { winnerGlsl } from '../../fused/winner';
import { defineTexelKernel, FLAT_COLUMNS, flatRows } from '../../webgl-texels';
import { onInputGlsl } from '../edge-glsl';
import { FUSED_GRADIENTS, type FusedAttributes } from '../names';

export function registerFusedGradients(): void {
  defineTexelKernel<FusedAttributes>(FUSED_GRADIENTS, (input, { plan, batch }, run) => {
    const ledgerEnd = ledgerTexels(plan);
    const secondEnd = ledgerEnd + texelsOf(plan.second);
    const end = secondEnd + texelsOf(plan.head);
    const program = {
      textures: ['Examples', 'Upstream', 'Hidden', 'Head'],
      rows: flatRows(end),
      columns: FLAT_COLUMNS,
      userCode: `
        vec4 unit(int part) { return vec4(equal(ivec4(0, 1, 2, 3), ivec4(part))); }
        ${firstLayer(plan, batch)}
        ${secondLayer(plan, batch)}
        ${denseLayer(plan, batch)}
        void main() {
          int at = int(gl_FragCoord.y) * ${FLAT_COLUMNS} + int(gl_FragCoord.x);
          vec4 gradient = vec4(0.0);
          if (at < ledgerEnd) gradient = firstLayer(at);
          else if (at < secondEnd) gradient = secondLayer(at - ledgerEnd);
          else if (at < end) gradient = denseLayer(at - secondEnd);
          setOutput(gradient);
        }`,
      ints: ['ledgerEnd', 'secondEnd', 'end'],
    };
    const textures = [input('examples'), input('upstream'), input('hidden'), input('head')];
    return run(program, textures, [ledgerEnd, secondEnd, end]);
  });
}

/** One tap of four filters at one site. Most pixels are paper: they are skipped. The bias reads a 1 everywhere. */
function firstLayer({ first, image }: FusedPlan, batch: number): string {
  const { size, stride, channels, outWidth, taps } = first.layer.geometry;
  const rowFloats = size * channels;
  return `
        vec4 firstLayer(int at) {
          int rowOfUpstream = at / ${taps + 1};
          int tap = at - rowOfUpstream * ${taps + 1};
          int site = rowOfUpstream / ${first.filterQuads};
          int siteRow = site / ${outWidth};
          int siteColumn = site - siteRow * ${outWidth};
          int row = tap / ${rowFloats};
          int inRow = tap - row * ${rowFloats};
          int pixel = (siteRow * ${stride} + row) * ${image.rowTexels}
            + siteColumn * ${(stride * channels) / image.step} + inRow / 4 * ${4 / image.step};
          bool isBias = tap == ${taps};
          vec4 mine = isBias ? vec4(0.0) : unit(inRow & 3);
          float one = isBias ? 1.0 : 0.0;
          vec4 sum = vec4(0.0);
          for (int example = 0; example < ${batch}; example++) {
            float x = one + dot(mine, texelFetch(Examples, ivec2(pixel, example), 0));
            if (x != 0.0) sum += x * texelFetch(Upstream, ivec2(example, rowOfUpstream), 0);
          }
          return sum;
        }`;
}

/** One texel of channels of one cell of one filter's kernel: every example whose winner uses this group adds. */
function secondLayer(plan: FusedPlan, batch: number): string {
  const { first, second } = plan;
  const { geometry } = second.layer;
  const { width, stride, padTop, padLeft } = geometry;
  const { kernelTexels, rowTexels, filterQuads } = second;
  const rows = headRows(plan);
  const filters = 4 * filterQuads;
  const quads = first.filterQuads;
  return `
        vec4 sum;
        vec4 mine;
        bool isBias;
        int top;
        int left;
        void visit(int winner, int group, int example, int filterQuad, int part) {
          if (winner < 0 || ${winnerGlsl.group('winner')} != group) return;
          int y = ${winnerGlsl.row('winner')} * ${stride} + top;
          int x = ${winnerGlsl.column('winner')} * ${stride} + left;
          if (!isBias) {
            ${onInputGlsl('y', geometry, 'return;')}
            ${onInputGlsl('x', geometry, 'return;')}
          }
          float d = dot(mine, texelFetch(Head, ivec2(example, ${rows.upstream} + filterQuad), 0));
          if (isBias) sum.x += d;
          else sum += d * texelFetch(Hidden, ivec2(example, (y * ${width} + x) * ${quads} + part), 0);
        }
        vec4 secondLayer(int at) {
          int kernel = at / ${kernelTexels};
          int k = at - kernel * ${kernelTexels};
          int group = kernel / ${filters};
          int filter_ = kernel - group * ${filters};
          isBias = k == ${kernelTexels - 1};
          int row = k / ${rowTexels};
          int inRow = k - row * ${rowTexels};
          int column = inRow / ${quads};
          int part = inRow - column * ${quads};
          top = row - ${padTop};
          left = column - ${padLeft};
          mine = unit(filter_ & 3);
          sum = vec4(0.0);
          int filterQuad = filter_ / 4;
          for (int four = 0; four < ${Math.ceil(batch / 4)}; four++) {
            ivec4 winners = ivec4(texelFetch(Head, ivec2(four, ${rows.transposed} + filter_), 0));
            visit(winners.x, group, 4 * four, filterQuad, part);
            visit(winners.y, group, 4 * four + 1, filterQuad, part);
            visit(winners.z, group, 4 * four + 2, filterQuad, part);
            visit(winners.w, group, 4 * four + 3, filterQuad, part);
          }
          return sum;
        }`;
}

/** One texel of inputs of one class. */
function denseLayer(plan: FusedPlan, batch: number): string {
  const { kernelTexels } = plan.head;
  const rows = headRows(plan);
  return `
        vec4 denseLayer(int at) {
          int class_ = at / ${kernelTexels};
          int k = at - class_ * ${kernelTexels};
          bool isBias = k == ${kernelTexels - 1};
          vec4 mine = unit(class_ & 3);
          vec4 sum = vec4(0.0);
          for (int example = 0; example < ${batch}; example++) {
            float d = dot(mine, texelFetch(Head, ivec2(example, ${rows.logits} + class_ / 4), 0));
            if (isBias) sum.x += d;
            else sum += d * texelFetch(Head, ivec2(example, ${rows.pooled} + k), 0);
          }
          return sum;
        }`;
}
