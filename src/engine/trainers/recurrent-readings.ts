/** What is watched of a recurrent network's cell, as readings of plain tensors; the second path is on the CPU. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { recurrentDirectGradient } from '../../math/recurrent-direct-gradient';
import type { RecurrentPass } from '../../math/recurrent-shape';
import { type RangesReading, readingsOf } from '../float-ranges';
import type { LayerPlace } from '../parameter-layout';
import type { FilterRange, FirstLayerReadings } from './trainer';

/** What the last step left behind. */
export type RecurrentTrace = {
  /** The parameters before it. */
  readonly previous: Tensor;
  /** [batch, steps] */
  readonly symbols: Float32Array;
  readonly pass: RecurrentPass;
  /** [steps, batch, hidden] */
  readonly states: Tensor;
  readonly dz: Tensor;
  /** [steps, hidden, symbols+hidden+1] */
  readonly ledger: Tensor;
};

const NOTHING = new Float32Array(0);

/** parameters: [blocks, size]; `groups`: those that training reaches. Inside a tidy, together with reading them. */
export function recurrentReadings(
  parameters: Tensor,
  trace: RecurrentTrace | null,
  { base, kernelStride, groupStride }: LayerPlace,
  groups: number,
  { filter, filters }: FilterRange,
  withLedger: boolean,
): FirstLayerReadings {
  const ofFilters = { run: filters * kernelStride, stride: groupStride };
  const from = filter * kernelStride;
  const kernelsOf = (tensor: Tensor): RangesReading => ({
    sources: [{ tensor, range: { ...ofFilters, base: base + from, count: groups } }],
    finish: ([kernels = NOTHING]) => kernels,
  });
  const ledgerOf = ({ ledger, pass }: RecurrentTrace): RangesReading => ({
    sources: [{ tensor: ledger, range: { ...ofFilters, base: from, count: pass.steps } }],
    finish: ([tiles = NOTHING]) => tiles,
  });
  const gradientOf = ({ symbols, states, dz, pass }: RecurrentTrace): RangesReading => {
    const whole = { base: 0, run: states.size, stride: states.size, count: 1 };
    const ofUnits = { base: filter, run: filters, stride: pass.hidden, count: pass.steps * pass.batch };
    return {
      sources: [
        { tensor: states, range: whole },
        { tensor: dz, range: ofUnits },
      ],
      finish: ([h = NOTHING, upstream = NOTHING]) =>
        recurrentDirectGradient(symbols, h, upstream, pass, filters, groups),
    };
  };
  const seen = withLedger ? trace : null;
  const [kernels, previousKernels, ledger = null, gradient = null] = readingsOf([
    kernelsOf(parameters),
    kernelsOf(trace?.previous ?? parameters),
    ...(seen ? [ledgerOf(seen), gradientOf(seen)] : []),
  ]);
  if (!kernels || !previousKernels) throw new Error('A reading was lost.');
  return { kernels, previousKernels, residuals: null, ledger, gradient };
}
