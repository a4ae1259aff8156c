/**
 * The tied convolution on a batch: forward, ledger (per-site gradients) and input gradient, as plain loops.
 * Site by site: the patches of all examples are gathered into a small buffer, then multiplied in tiles of two
 * examples (or taps) by four filters held in scalars, which sum in float64. A tile that hangs over the end
 * repeats the last row instead of having a tail of its own. Zeros in the upstream gradient, many behind a
 * ReLU or a global maximum, are skipped.
 */
import { windowOf } from './convolution-geometry';
import { gatherPatches } from './gather-patches';
import type { TiedLayer } from './network-layers';

/** Below this part of non-zero gradients, adding row by row is faster than tiles. */
const SPARSE = 1 / 4;

/** x: [batch, height, width, channels], weights: [groups, filters, taps+1] -> [batch, sites, filters]. */
export function tiedForward(
  x: Float32Array,
  weights: Float32Array,
  layer: TiedLayer,
  batch: number,
): Float32Array {
  const { geometry, tying, filters, relu } = layer;
  const cells = geometry.taps + 1;
  const out = new Float32Array(batch * geometry.sites * filters);
  const patches = new Float32Array(batch * cells);
  for (let site = 0; site < geometry.sites; site++) {
    gatherPatches(x, batch, geometry, site, patches);
    const kernels = (tying.groupOf[site] as number) * filters * cells;
    forwardAtSite(
      patches,
      weights,
      kernels,
      out,
      site * filters,
      geometry.sites * filters,
      batch,
      filters,
      cells,
    );
  }
  if (relu) for (let index = 0; index < out.length; index++) if ((out[index] as number) < 0) out[index] = 0;
  return out;
}

/** patches: [batch, cells]; kernels: [filters, cells] at `kernels`; out at `to`, one example every `stride`. */
function forwardAtSite(
  patches: Float32Array,
  weights: Float32Array,
  kernels: number,
  out: Float32Array,
  to: number,
  stride: number,
  batch: number,
  filters: number,
  cells: number,
): void {
  for (let f0 = 0; f0 < filters; f0 += 4) {
    const f1 = Math.min(f0 + 1, filters - 1);
    const f2 = Math.min(f0 + 2, filters - 1);
    const f3 = Math.min(f0 + 3, filters - 1);
    const w0 = kernels + f0 * cells;
    const w1 = kernels + f1 * cells;
    const w2 = kernels + f2 * cells;
    const w3 = kernels + f3 * cells;
    for (let b0 = 0; b0 < batch; b0 += 2) {
      const b1 = Math.min(b0 + 1, batch - 1);
      const p0 = b0 * cells;
      const p1 = b1 * cells;
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s03 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s13 = 0;
      for (let k = 0; k < cells; k++) {
        const x0 = patches[p0 + k] as number;
        const x1 = patches[p1 + k] as number;
        const a0 = weights[w0 + k] as number;
        const a1 = weights[w1 + k] as number;
        const a2 = weights[w2 + k] as number;
        const a3 = weights[w3 + k] as number;
        s00 += x0 * a0;
        s01 += x0 * a1;
        s02 += x0 * a2;
        s03 += x0 * a3;
        s10 += x1 * a0;
        s11 += x1 * a1;
        s12 += x1 * a2;
        s13 += x1 * a3;
      }
      const o0 = to + b0 * stride;
      const o1 = to + b1 * stride;
      out[o0 + f0] = s00;
      out[o0 + f1] = s01;
      out[o0 + f2] = s02;
      out[o0 + f3] = s03;
      out[o1 + f0] = s10;
      out[o1 + f1] = s11;
      out[o1 + f2] = s12;
      out[o1 + f3] = s13;
    }
  }
}

/** dy where the layer let its sum through (y > 0), else 0. All [batch, sites, filters]. */
export function throughRelu(dy: Float32Array, y: Float32Array): Float32Array {
  const dz = new Float32Array(dy.length);
  for (let index = 0; index < dy.length; index++)
    if ((y[index] as number) > 0) dz[index] = dy[index] as number;
  return dz;
}

/**
 * Per-site gradients summed over the batch. dz: [batch, sites, filters], the gradient behind the ReLU
 * -> [sites, filters, taps+1].
 */
export function tiedLedger(x: Float32Array, dz: Float32Array, layer: TiedLayer, batch: number): Float32Array {
  const { geometry, filters } = layer;
  const cells = geometry.taps + 1;
  const ledger = new Float32Array(geometry.sites * filters * cells);
  const patches = new Float32Array(batch * cells);
  const upstream = new Float32Array(batch * filters);
  for (let site = 0; site < geometry.sites; site++) {
    const nonZero = gatherUpstream(dz, batch, geometry.sites, site, filters, upstream);
    if (nonZero === 0) continue;
    gatherPatches(x, batch, geometry, site, patches);
    const at = site * filters * cells;
    if (nonZero < SPARSE * upstream.length) addRows(patches, upstream, ledger, at, batch, filters, cells);
    else addTiles(patches, upstream, ledger, at, batch, filters, cells);
  }
  return ledger;
}

/** Copies one site's [batch, filters] out of dz and counts what is not zero. */
function gatherUpstream(
  dz: Float32Array,
  batch: number,
  sites: number,
  site: number,
  filters: number,
  upstream: Float32Array,
): number {
  let nonZero = 0;
  for (let example = 0; example < batch; example++)
    for (let filter = 0; filter < filters; filter++) {
      const value = dz[(example * sites + site) * filters + filter] as number;
      upstream[example * filters + filter] = value;
      if (value !== 0) nonZero++;
    }
  return nonZero;
}

function addRows(
  patches: Float32Array,
  upstream: Float32Array,
  ledger: Float32Array,
  at: number,
  batch: number,
  filters: number,
  cells: number,
): void {
  for (let filter = 0; filter < filters; filter++) {
    const to = at + filter * cells;
    for (let example = 0; example < batch; example++) {
      const d = upstream[example * filters + filter] as number;
      if (d === 0) continue;
      const from = example * cells;
      for (let k = 0; k < cells; k++)
        ledger[to + k] = (ledger[to + k] as number) + d * (patches[from + k] as number);
    }
  }
}

function addTiles(
  patches: Float32Array,
  upstream: Float32Array,
  ledger: Float32Array,
  at: number,
  batch: number,
  filters: number,
  cells: number,
): void {
  for (let f0 = 0; f0 < filters; f0 += 4) {
    const f1 = Math.min(f0 + 1, filters - 1);
    const f2 = Math.min(f0 + 2, filters - 1);
    const f3 = Math.min(f0 + 3, filters - 1);
    for (let k0 = 0; k0 < cells; k0 += 2) {
      const k1 = Math.min(k0 + 1, cells - 1);
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s03 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s13 = 0;
      for (let example = 0; example < batch; example++) {
        const p = example * cells;
        const u = example * filters;
        const x0 = patches[p + k0] as number;
        const x1 = patches[p + k1] as number;
        const d0 = upstream[u + f0] as number;
        const d1 = upstream[u + f1] as number;
        const d2 = upstream[u + f2] as number;
        const d3 = upstream[u + f3] as number;
        s00 += x0 * d0;
        s01 += x0 * d1;
        s02 += x0 * d2;
        s03 += x0 * d3;
        s10 += x1 * d0;
        s11 += x1 * d1;
        s12 += x1 * d2;
        s13 += x1 * d3;
      }
      ledger[at + f0 * cells + k0] = s00;
      ledger[at + f1 * cells + k0] = s01;
      ledger[at + f2 * cells + k0] = s02;
      ledger[at + f3 * cells + k0] = s03;
      ledger[at + f0 * cells + k1] = s10;
      ledger[at + f1 * cells + k1] = s11;
      ledger[at + f2 * cells + k1] = s12;
      ledger[at + f3 * cells + k1] = s13;
    }
  }
}

/** dz: [batch, sites, filters], weights: [groups, filters, taps+1] -> dx: [batch, height, width, channels]. */
export function tiedInputGradient(
  dz: Float32Array,
  weights: Float32Array,
  layer: TiedLayer,
  batch: number,
): Float32Array {
  const { geometry, tying, filters } = layer;
  const { height, width, channels, size, taps, sites } = geometry;
  const dx = new Float32Array(batch * height * width * channels);
  const patch = new Float64Array(taps);
  for (let site = 0; site < sites; site++) {
    const kernels = (tying.groupOf[site] as number) * filters * (taps + 1);
    const { top, left } = windowOf(geometry, site);
    const from = Math.max(0, -left) * channels;
    const until = Math.min(size, width - left) * channels;
    for (let example = 0; example < batch; example++) {
      if (!patchGradient(dz, (example * sites + site) * filters, weights, kernels, filters, taps, patch))
        continue;
      for (let row = Math.max(0, -top); row < Math.min(size, height - top); row++) {
        const origin = ((example * height + top + row) * width + left) * channels;
        const patchRow = row * size * channels;
        for (let cell = from; cell < until; cell++)
          dx[origin + cell] = (dx[origin + cell] as number) + (patch[patchRow + cell] as number);
      }
    }
  }
  return dx;
}

/** patch = sum over filters of dz times kernel; false, with the patch unchanged, when all dz are 0. */
function patchGradient(
  dz: Float32Array,
  at: number,
  weights: Float32Array,
  kernels: number,
  filters: number,
  taps: number,
  patch: Float64Array,
): boolean {
  let touched = false;
  for (let filter = 0; filter < filters; filter++) {
    const d = dz[at + filter] as number;
    if (d === 0) continue;
    const kernel = kernels + filter * (taps + 1);
    if (touched)
      for (let k = 0; k < taps; k++) patch[k] = (patch[k] as number) + d * (weights[kernel + k] as number);
    else for (let k = 0; k < taps; k++) patch[k] = d * (weights[kernel + k] as number);
    touched = true;
  }
  return touched;
}
