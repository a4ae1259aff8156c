/**
 * Proof of tying: one small cell for each position, tinted by the checksum of the weights that the position reads.
 * Tied copies have one checksum, so one tint; independent ones have as many as there are. A dot marks
 * the cells whose checksum a poke has changed, a ring the chosen one.
 */
import { select } from 'd3';
import { checksum } from '../math/checksum';
import { createFreshness } from './learn-fresh';
import type { Palette } from './palette';
import { interpolateRgb } from './rgb';
import type { View } from './view';

/** Checksum of the kernel that each site reads. kernels: [groups, cells] */
export function copiesOf(
  kernels: Float32Array,
  groupOf: readonly number[],
  groups: number,
): readonly string[] {
  const cells = kernels.length / groups;
  const sums = Array.from({ length: groups }, (_, group) =>
    checksum(kernels.subarray(group * cells, (group + 1) * cells)),
  );
  return groupOf.map((group) => sums[group] ?? '');
}

export const differentCopies = (copies: readonly string[]): number => new Set(copies).size;

/** Sites whose checksum is another than before. */
export function changedCopies(before: readonly string[], after: readonly string[]): readonly number[] {
  return after.flatMap((sum, site) => (sum === before[site] ? [] : [site]));
}

/** Place of a checksum on the tint, 0 to 1: its first byte. */
export const tintOf = (sum: string): number => Number.parseInt(sum.slice(0, 2), 16) / 255;

export type CopiesGridProps = {
  readonly palette: Palette;
  /** Colour of the network. */
  readonly accent: string;
  readonly copies: readonly string[];
  readonly changed: readonly number[];
  readonly selected: number;
  /** CSS pixels from one cell to the next. */
  readonly pitch: number;
};

const COLUMNS = 14;

export function createCopiesGrid(container: HTMLElement, first: CopiesGridProps): View<CopiesGridProps> {
  const svg = select(container).append('svg').attr('class', 'copies-grid').attr('aria-hidden', 'true');
  const isFresh = createFreshness();
  const cells = svg.append('g');
  const dots = svg.append('g');
  const chosen = svg.append('rect').attr('fill', 'none').attr('stroke-width', 2).attr('rx', 3);

  function update(props: CopiesGridProps): void {
    const { palette, accent, copies, pitch, selected } = props;
    const side = COLUMNS * pitch;
    const tint = interpolateRgb(palette.card, accent);
    const x = (site: number) => (site % COLUMNS) * pitch;
    const y = (site: number) => Math.floor(site / COLUMNS) * pitch;
    svg.attr('width', side).attr('height', side).attr('viewBox', `0 0 ${side} ${side}`);
    const rects = cells.selectAll<SVGRectElement, string>('rect').data(copies).join('rect');
    if (isFresh('places', [pitch, copies.length]))
      rects
        .attr('x', (_, site) => x(site) + 1)
        .attr('y', (_, site) => y(site) + 1)
        .attr('width', pitch - 2)
        .attr('height', pitch - 2)
        .attr('rx', 2);
    const tints = new Map([...new Set(copies)].map((sum) => [sum, tint(0.16 + 0.6 * tintOf(sum))]));
    if (isFresh('tints', [copies, accent, palette.card])) rects.attr('fill', (sum) => tints.get(sum) ?? '');
    if (isFresh('changed', [props.changed, pitch, palette]))
      dots
        .selectAll<SVGCircleElement, number>('circle')
        .data(props.changed)
        .join('circle')
        .attr('cx', (site) => x(site) + pitch / 2)
        .attr('cy', (site) => y(site) + pitch / 2)
        .attr('r', pitch * 0.22)
        .attr('fill', palette.ink)
        .attr('stroke', palette.card)
        .attr('stroke-width', 1);
    chosen
      .attr('x', x(selected) - 0.5)
      .attr('y', y(selected) - 0.5)
      .attr('width', pitch + 1)
      .attr('height', pitch + 1)
      .attr('stroke', palette.ink);
    svg.style('overflow', 'visible');
  }

  update(first);
  return { update, dispose: () => void svg.remove() };
}
