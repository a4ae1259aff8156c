/** ledger [sites, filters, taps+1] -> [groups, filters, taps+1]. */
import { segmentSum } from '../../../math/segment-sum';
import { defineCpuKernel } from '../../tfjs-kernels';
import { SEGMENT_SUM, type SegmentSumAttributes } from '../names';

export function registerSegmentSumCpu(): void {
  defineCpuKernel<SegmentSumAttributes>(SEGMENT_SUM, (input, { shape }, allocate) => {
    const { tying, filters, taps } = shape;
    const values = segmentSum(input('ledger').values, tying, filters * (taps + 1), allocate);
    return [{ shape: [tying.groups, filters, taps + 1], values }];
  });
}
