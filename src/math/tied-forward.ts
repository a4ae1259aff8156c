/**
 * The tied convolution of a batch. Site by site, eight filters at a time: their sums are held in scalars while
 * the non-zero cells of a window go by, and their kernels lie interleaved, so that each cell reads eight
 * neighbouring weights. Sums are float64.
 */
import { type Allocate, zeros } from './allocate';
import type { TiedLayer } from './network-layers';
import { type NonZeroCells, nonZeroCells, type WindowOnInput, windowOnInput } from './non-zero-cells';
import { sitesByGroup } from './sites-by-group';
import { laidOutLayer } from './wrapped';

/** Filters summed at once. */
const PANEL = 8;

/** x: [batch, height, width, channels], weights: [groups, filters, taps+1] -> [batch, sites, filters]. */
export function tiedForward(
  x: Float32Array,
  weights: Float32Array,
  tied: TiedLayer,
  batch: number,
  allocate: Allocate = zeros,
): Float32Array {
  const nonZero = nonZeroCells(x, tied.geometry);
  const layer = laidOutLayer(tied);
  const { geometry, tying, filters } = layer;
  const panels = new Float64Array(Math.ceil(filters / PANEL) * PANEL * (geometry.taps + 1));
  const out = allocate(batch * geometry.sites * filters, 'overwritten');
  let inPanels = -1;
  for (const site of sitesByGroup(tying).order) {
    const group = tying.groupOf[site] as number;
    if (group !== inPanels) fillPanels(weights, group, layer, panels);
    inPanels = group;
    const window = windowOnInput(geometry, site);
    for (let filter = 0; filter < filters; filter += PANEL)
      forwardPanel(nonZero, window, panels, filter, layer, batch, out, site);
  }
  return out;
}

/**
 * panels: [filters / 8, taps+1, 8], overwritten; the last panel repeats the last filter. Cells that are 0 will
 * be skipped, so 0 times each weight is added to the bias here: a weight that is not finite must be seen.
 */
function fillPanels(
  weights: Float32Array,
  group: number,
  { geometry, filters }: TiedLayer,
  panels: Float64Array,
): void {
  const cells = geometry.taps + 1;
  for (let column = 0; column < panels.length / cells; column++) {
    const from = (group * filters + Math.min(column, filters - 1)) * cells;
    let to = (column - (column % PANEL)) * cells + (column % PANEL);
    let skipped = 0;
    for (let tap = 0; tap < geometry.taps; tap++) {
      const weight = weights[from + tap] as number;
      panels[to] = weight;
      skipped += 0 * weight;
      to += PANEL;
    }
    panels[to] = (weights[from + geometry.taps] as number) + skipped;
  }
}

/** Filters `filter` to `filter` + 7 (or the last) at one site, for the whole batch. */
function forwardPanel(
  { values, cells, starts }: NonZeroCells,
  { pixel, rows, columns, tapOffset }: WindowOnInput,
  panels: Float64Array,
  filter: number,
  { geometry, filters, relu }: TiedLayer,
  batch: number,
  out: Float32Array,
  site: number,
): void {
  const { height, width, channels, size, taps, sites } = geometry;
  const panel = filter * (taps + 1);
  const bias = panel + taps * PANEL;
  const rowOfTaps = size * channels * PANEL;
  const least = relu ? 0 : Number.NEGATIVE_INFINITY;
  const f1 = Math.min(filter + 1, filters - 1);
  const f2 = Math.min(filter + 2, filters - 1);
  const f3 = Math.min(filter + 3, filters - 1);
  const f4 = Math.min(filter + 4, filters - 1);
  const f5 = Math.min(filter + 5, filters - 1);
  const f6 = Math.min(filter + 6, filters - 1);
  const f7 = Math.min(filter + 7, filters - 1);
  for (let example = 0; example < batch; example++) {
    let s0 = panels[bias] as number;
    let s1 = panels[bias + 1] as number;
    let s2 = panels[bias + 2] as number;
    let s3 = panels[bias + 3] as number;
    let s4 = panels[bias + 4] as number;
    let s5 = panels[bias + 5] as number;
    let s6 = panels[bias + 6] as number;
    let s7 = panels[bias + 7] as number;
    let from = example * height * width + pixel;
    let row = panel + tapOffset * PANEL;
    for (const end = from + rows * width; from < end; from += width) {
      const until = starts[from + columns] as number;
      for (let index = starts[from] as number; index < until; index++) {
        const value = values[index] as number;
        const at = row + (cells[index] as number) * PANEL;
        s0 += value * (panels[at] as number);
        s1 += value * (panels[at + 1] as number);
        s2 += value * (panels[at + 2] as number);
        s3 += value * (panels[at + 3] as number);
        s4 += value * (panels[at + 4] as number);
        s5 += value * (panels[at + 5] as number);
        s6 += value * (panels[at + 6] as number);
        s7 += value * (panels[at + 7] as number);
      }
      row += rowOfTaps;
    }
    const to = (example * sites + site) * filters;
    out[to + filter] = s0 < least ? least : s0;
    out[to + f1] = s1 < least ? least : s1;
    out[to + f2] = s2 < least ? least : s2;
    out[to + f3] = s3 < least ? least : s3;
    out[to + f4] = s4 < least ? least : s4;
    out[to + f5] = s5 < least ? least : s5;
    out[to + f6] = s6 < least ? least : s6;
    out[to + f7] = s7 < least ? least : s7;
  }
}
