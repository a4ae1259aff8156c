/** As on cpu. One draw; a fragment walks over all sites and adds those of its group. */
import { defineWebglKernel } from '../../tfjs-kernels';
import { SEGMENT_SUM, type SegmentSumAttributes } from '../names';

export function registerSegmentSumWebgl(): void {
  defineWebglKernel<SegmentSumAttributes>(SEGMENT_SUM, (input, { shape }, run) => {
    const { sites, groups } = shape.tying;
    const skip = groups === 1 ? '' : 'if (int(getGroupOf(site) + 0.5) != at.x) continue;';
    const program = {
      variableNames: groups === 1 ? ['Ledger'] : ['Ledger', 'GroupOf'],
      outputShape: [groups, shape.filters, shape.taps + 1],
      userCode: `
        void main() {
          ivec3 at = getOutputCoords();
          float sum = 0.0;
          for (int site = 0; site < ${sites}; site++) {
            ${skip}
            sum += getLedger(site, at.y, at.z);
          }
          setOutput(sum);
        }`,
    };
    return [run(program, groups === 1 ? [input('ledger')] : [input('ledger'), input('groupOf')])];
  });
}
