/**
 * What the head writes for each example: rows of texels [rows, batch], and the GLSL that pools and classifies.
 */
import { flatTexel } from '../webgl-texels';
import type { FusedPlan } from './plan';

export function headRows({ second, head }: FusedPlan) {
  const quads = second.filterQuads;
  return {
    /** Gradient of the pooled values behind the ReLU, four filters a texel. */
    upstream: 0,
    winners: quads,
    pooled: 2 * quads,
    /** Gradient of the logits, four classes a texel. */
    logits: 3 * quads,
    /** The example's cross-entropy. */
    loss: 3 * quads + head.filterQuads,
    /** One row a filter: the winners of four examples a texel, in the first quarter of the columns. */
    transposed: 3 * quads + head.filterQuads + 1,
    count: 3 * quads + head.filterQuads + 1 + 4 * quads,
  };
}

/**
 * GLSL: `void pool(int example, int quad)` sets `most` and `winner`; `void classify(int example)` sets `logit`,
 * four classes an element, those beyond the last so low that they weigh nothing. Reads Hidden and Parameters.
 */
export function headGlsl({ second, head, classes }: FusedPlan): string {
  const quads = second.filterQuads;
  const { sites } = second.layer.geometry;
  const weight = (part: number, texel: string) =>
    flatTexel('Parameters', `k + ${part * head.kernelTexels} + ${texel}`);
  const parts = [0, 1, 2, 3];
  const bias = parts.map((part) => `${weight(part, String(head.kernelTexels - 1))}.x`).join(', ');
  const products = parts.map((part) => `dot(most, ${weight(part, 'quad')})`).join(', ');
  const beyond = parts.map((part) => `4 * c + ${part} < ${classes} ? logit[c][${part}] : -1e30`).join(', ');
  return `
    vec4 most;
    vec4 winner;
    vec4 logit[${head.filterQuads}];
    void pool(int example, int quad) {
      most = texelFetch(Hidden, ivec2(example, quad), 0);
      winner = vec4(0.0);
      for (int site = 1; site < ${sites}; site++) {
        vec4 value = texelFetch(Hidden, ivec2(example, site * ${quads} + quad), 0);
        // Nothing is larger than NaN: once there, it stays.
        bvec4 none = isnan(value);
        bvec4 more = greaterThan(value, most);
        bvec4 wins = bvec4(more.x || none.x, more.y || none.y, more.z || none.z, more.w || none.w);
        most = mix(most, value, wins);
        winner = mix(winner, vec4(site), wins);
      }
      winner = mix(winner, vec4(-1.0), lessThanEqual(most, vec4(0.0)));
    }
    void classify(int example) {
      for (int c = 0; c < ${head.filterQuads}; c++) {
        int k = headBase + c * ${4 * head.kernelTexels};
        logit[c] = vec4(${bias});
      }
      for (int quad = 0; quad < ${quads}; quad++) {
        pool(example, quad);
        for (int c = 0; c < ${head.filterQuads}; c++) {
          int k = headBase + c * ${4 * head.kernelTexels};
          logit[c] += vec4(${products});
        }
      }
      for (int c = 0; c < ${head.filterQuads}; c++) logit[c] = vec4(${beyond});
    }`;
}
