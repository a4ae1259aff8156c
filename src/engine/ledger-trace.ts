/**
 * What the last step left behind at the first layer: its ledger, and the upstream gradient from which the
 * second path computes the same gradient without a ledger. Kept on the backend, read only when asked for.
 */

import { clone, keep, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { directGradient } from '../math/direct-gradient';
import type { TiedLayer } from '../math/network-layers';
import type { BackendName } from '../spec/backend';
import { type Backward, THROUGH_RELU } from './kernels/names';
import { runKernelForOne } from './tfjs-kernels';

export type LedgerTrace = Backward & { readonly step: number };

/** Takes the tensors over from the enclosing tidy; `disposeTrace` gives them back. */
export function keepTrace({ ledger, dy, y }: Backward, step: number): LedgerTrace {
  return { step, ledger: keep(clone(ledger)), dy: keep(clone(dy)), y: keep(clone(y)) };
}

export function disposeTrace(trace: LedgerTrace | null): void {
  if (!trace) return;
  for (const tensor of [trace.ledger, trace.dy, trace.y]) tensor.dispose();
}

/** One filter of an array [rows, filters, cells]: a fresh [rows, cells]. */
export function ofFilter(values: Float32Array, filters: number, cells: number, filter: number): Float32Array {
  const rows = values.length / (filters * cells);
  const out = new Float32Array(rows * cells);
  for (let row = 0; row < rows; row++) {
    const from = (row * filters + filter) * cells;
    out.set(values.subarray(from, from + cells), row * cells);
  }
  return out;
}

/** [sites, taps+1] per-site gradients of one filter. */
export function readLedger(trace: LedgerTrace, layer: TiedLayer, filter: number): Float32Array {
  return ofFilter(trace.ledger.dataSync<'float32'>(), layer.filters, layer.geometry.taps + 1, filter);
}

/**
 * [groups, taps+1] gradient of one filter by the second path: the stock filter-gradient kernel for one shared
 * kernel on webgl, with the bias summed apart; direct correlation in float64 otherwise.
 * images: the batch of the trace's step, [batch, height, width, channels].
 */
export function secondGradient(
  trace: LedgerTrace,
  images: Float32Array,
  layer: TiedLayer,
  filter: number,
  backend: BackendName,
): Float32Array {
  return tidy(() => {
    const { dy, y } = trace;
    if (backend === 'cpu' || layer.tying.groups > 1) {
      const [upstream, output] = [dy.dataSync<'float32'>(), y.dataSync<'float32'>()];
      return directGradient(images, upstream, layer, dy.shape[0] ?? 0, filter, output);
    }
    const dz = layer.relu ? runKernelForOne(THROUGH_RELU, { dy, y }, {}) : dy;
    const upstream = dz.dataSync<'float32'>();
    const { taps } = layer.geometry;
    const weights = stockFilterGradient(images, dz, layer).dataSync<'float32'>(); // [size, size, channels, filters]
    const gradient = new Float32Array(taps + 1);
    for (let tap = 0; tap < taps; tap++) gradient[tap] = weights[tap * layer.filters + filter] as number;
    let bias = 0;
    for (let at = filter; at < upstream.length; at += layer.filters) bias += upstream[at] as number;
    gradient[taps] = bias;
    return gradient;
  });
}

function stockFilterGradient(images: Float32Array, dz: Tensor, { geometry, filters }: TiedLayer): Tensor {
  const { height, width, channels, size, stride, padding } = geometry;
  const x = tensor(images, [dz.shape[0] ?? 0, height, width, channels]);
  return runKernelForOne(
    'Conv2DBackpropFilter',
    { x, dy: dz },
    {
      strides: stride,
      pad: padding,
      dataFormat: 'NHWC',
      dimRoundingMode: null,
      filterShape: [size, size, channels, filters],
    },
  );
}
