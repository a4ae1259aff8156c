/** x, dy and y [batch, outHeight, outWidth, filters] -> per-site gradients [sites, filters, taps+1], bias last. */
import { tiedLedger } from '../../../math/tied-convolution';
import { defineCpuKernel } from '../../tfjs-kernels';
import { TIED_CONV_2D_LEDGER, type TiedAttributes } from '../names';

export function registerTiedConv2DLedgerCpu(): void {
  defineCpuKernel<TiedAttributes>(TIED_CONV_2D_LEDGER, (input, { layer }, allocate) => {
    const { shape, values } = input('x');
    const [dy, y] = [input('dy').values, input('y').values];
    return [
      {
        shape: [layer.geometry.sites, layer.filters, layer.geometry.taps + 1],
        values: tiedLedger(values, dy, layer, shape[0] ?? 0, y, allocate),
      },
    ];
  });
}
