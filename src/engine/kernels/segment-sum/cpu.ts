/** ledger [sites, filters, taps+1] -> [groups, filters, taps+1]. */
import { segmentSum } from '../../../math/segment-sum';
import { defineCpuKernel } from '../../tfjs-kernels';
import { SEGMENT_SUM, type TiedAttributes } from '../names';

export function registerSegmentSumCpu(): void {
  defineCpuKernel<TiedAttributes>(SEGMENT_SUM, (input, { layer }) => {
    const cells = layer.filters * (layer.geometry.taps + 1);
    return [
      {
        shape: [layer.tying.groups, layer.filters, layer.geometry.taps + 1],
        values: segmentSum(input('ledger').values, layer.tying, cells),
      },
    ];
  });
}
