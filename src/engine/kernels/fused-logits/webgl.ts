/** The answers alone: hidden [sites * filterQuads, batch] texels -> [classes by four, batch] texels of logits. */
import { headGlsl } from '../../fused/head-rows';
import { defineTexelKernel } from '../../webgl-texels';
import { FUSED_LOGITS, type FusedAttributes } from '../names';

export function registerFusedLogits(): void {
  defineTexelKernel<FusedAttributes>(FUSED_LOGITS, (input, { plan, batch }, run) => {
    const program = {
      textures: ['Hidden', 'Parameters'],
      rows: plan.head.filterQuads,
      columns: batch,
      userCode: `
        ${headGlsl(plan)}
        void main() {
          classify(int(gl_FragCoord.x));
          setOutput(logit[int(gl_FragCoord.y)]);
        }`,
      ints: ['headBase'],
    };
    return run(program, [input('hidden'), input('parameters')], [plan.head.base]);
  });
}
