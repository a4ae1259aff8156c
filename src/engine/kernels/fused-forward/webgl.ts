/**
 * A tied convolution with bias and ReLU in one draw. Source: the examples (first layer) or the first layer's
 * output -> [sites * filterQuads, batch] texels, a texel four filters of one example at one site.
 */
import type { FusedLayer, FusedPlan } from '../../fused/plan';
import { tieMapGlsl } from '../../fused/tie-map';
import { defineTexelKernel, flatTexel } from '../../webgl-texels';
import { wrappedGlsl } from '../edge-glsl';
import { FUSED_FORWARD, type FusedForwardAttributes } from '../names';

export function registerFusedForward(): void {
  defineTexelKernel<FusedForwardAttributes>(FUSED_FORWARD, (input, { plan, batch, layer }, run) => {
    const fused = plan[layer];
    const { geometry } = fused.layer;
    const program = {
      textures: ['Source', 'Parameters', 'TieMap'],
      rows: geometry.sites * fused.filterQuads,
      columns: batch,
      userCode:
        layer === 'first'
          ? forwardGlsl(fused, 'ivec2(source, example)', readsImage(plan))
          : forwardGlsl(fused, 'ivec2(example, source)', readsCells(plan.first, fused)),
      ints: ['base', 'tieBase'],
    };
    const textures = [input('source'), input('parameters'), input('tieMap')];
    return run(program, textures, [fused.base, fused.tieBase]);
  });
}

/** `at`: coordinates of a texel of this example in the source. */
function forwardGlsl(
  { layer, filterQuads, kernelTexels }: FusedLayer,
  at: string,
  visitRows: string,
): string {
  const { outWidth } = layer.geometry;
  const weight = (filter: number) => flatTexel('Parameters', `k + ${filter * kernelTexels}`);
  const bias = (filter: number) =>
    `${flatTexel('Parameters', `kernel + ${filter * kernelTexels + kernelTexels - 1}`)}.x`;
  return `
    ${tieMapGlsl}
    vec4 sum;
    // Texels of one row of a window, so far apart in the source, side by side in the kernel.
    void visit(int example, int source, int apart, int k, int count) {
      for (int end = k + count; k < end; k++) {
        vec4 x = texelFetch(Source, ${at}, 0);
        if (any(notEqual(x, vec4(0.0)))) sum += vec4(dot(x, ${weight(0)}), dot(x, ${weight(1)}), dot(x, ${weight(2)}), dot(x, ${weight(3)}));
        source += apart;
      }
    }
    void main() {
      int example = int(gl_FragCoord.x);
      int atRow = int(gl_FragCoord.y);
      int site = atRow / ${filterQuads};
      int quad = atRow - site * ${filterQuads};
      int siteRow = site / ${outWidth};
      int siteColumn = site - siteRow * ${outWidth};
      int kernel = base + (groupAt(tieBase + site) * ${filterQuads} + quad) * ${4 * kernelTexels};
      sum = vec4(${bias(0)}, ${bias(1)}, ${bias(2)}, ${bias(3)});
      ${visitRows}
      // A comparison, not max(): NaN must stay NaN.
      setOutput(mix(sum, vec4(0.0), lessThan(sum, vec4(0.0))));
    }`;
}

/** The image comes padded, and every row of a window begins at a whole texel. */
function readsImage({ first, image }: FusedPlan): string {
  const { size, stride, channels } = first.layer.geometry;
  return `
      int source = siteRow * ${stride * image.rowTexels} + siteColumn * ${(stride * channels) / image.step};
      for (int row = 0; row < ${size}; row++)
        visit(example, source + row * ${image.rowTexels}, ${4 / image.step},
          kernel + row * ${first.rowTexels}, ${first.rowTexels});`;
}

/** Cells of the layer below; those beyond the border are left out, or read at the opposite one where it wraps. */
function readsCells(below: FusedLayer, fused: FusedLayer): string {
  const { height, width, size, stride, padTop, padLeft, padding } = fused.layer.geometry;
  const quads = below.filterQuads;
  // A row of a window in runs that end at the edge.
  if (padding === 'wrap')
    return `
      int top = siteRow * ${stride} - ${padTop};
      int left = ${wrappedGlsl(`siteColumn * ${stride} - ${padLeft}`, width, padLeft)};
      for (int row = 0; row < ${size}; row++) {
        int y = ${wrappedGlsl('top + row', height, padTop)};
        int x = left;
        for (int column = 0; column < ${size};) {
          int run = min(${size} - column, ${width} - x);
          visit(example, (y * ${width} + x) * ${quads}, 1,
            kernel + row * ${fused.rowTexels} + column * ${quads}, run * ${quads});
          column += run;
          x = 0;
        }
      }`;
  return `
      int top = siteRow * ${stride} - ${padTop};
      int left = siteColumn * ${stride} - ${padLeft};
      int from = max(0, -left);
      int count = (min(${size}, ${width} - left) - from) * ${quads};
      for (int row = max(0, -top); row < min(${size}, ${height} - top); row++)
        visit(example, ((top + row) * ${width} + left + from) * ${quads}, 1,
          kernel + row * ${fused.rowTexels} + from * ${quads}, count);`;
}
