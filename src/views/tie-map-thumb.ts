/**
 * A tie map as a small picture: one path for each colour, so that 256 groups make no more elements than 16. SVG,
 * decoration to a screen reader. Sides in CSS pixels.
 */
import { select } from 'd3';
import type { TieMap } from '../spec/tie-map';
import { colorPlace, groupColor } from './group-colors';
import type { Palette } from './palette';
import type { View } from './view';

export type TieMapThumbProps = {
  /** [256], or [64] of the second layer: a square of groups. */
  readonly map: TieMap;
  readonly palette: Palette;
  readonly side: number;
};

type Swatch = { readonly group: number; readonly cells: string; readonly hatch: string };

/** Share of a cell that is left free around it. */
const GAP = 0.1;

/** Paths in units of one cell. */
function swatchesOf(map: TieMap): readonly Swatch[] {
  const across = Math.sqrt(map.length);
  const byPlace = new Map<number, { group: number; cells: string; hatch: string }>();
  map.forEach((group, site) => {
    const place = colorPlace(group);
    const swatch = byPlace.get(place) ?? { group, cells: '', hatch: '' };
    const [x, y] = [site % across, Math.floor(site / across)];
    swatch.cells += `M${x},${y}h${1 - GAP}v${1 - GAP}h${GAP - 1}z`;
    swatch.hatch += `M${x},${y + 1 - GAP}l${1 - GAP},${GAP - 1}`;
    byPlace.set(place, swatch);
  });
  return [...byPlace.values()];
}

/** The container may be part of another SVG. */
export function tieMapThumb(container: Element, first: TieMapThumbProps): View<TieMapThumbProps> {
  const svg = select(container).append('svg').attr('aria-hidden', 'true').style('display', 'block');

  function update({ map, palette, side }: TieMapThumbProps): void {
    const edge = Math.sqrt(map.length) - GAP;
    svg.attr('width', side).attr('height', side).attr('viewBox', `0 0 ${edge} ${edge}`);
    const swatches = swatchesOf(map);
    svg
      .selectAll<SVGPathElement, Swatch>('path.cells')
      .data(swatches)
      .join('path')
      .attr('class', 'cells')
      .attr('d', ({ cells }) => cells)
      .attr('fill', ({ group }) => groupColor(palette, group).fill);
    svg
      .selectAll<SVGPathElement, Swatch>('path.hatch')
      .data(swatches.filter(({ group }) => groupColor(palette, group).hatched))
      .join('path')
      .attr('class', 'hatch')
      .attr('d', ({ hatch }) => hatch)
      .attr('fill', 'none')
      .attr('stroke', ({ group }) => groupColor(palette, group).ink)
      .attr('stroke-width', 0.2)
      .attr('stroke-opacity', 0.34);
  }

  update(first);
  return { update, dispose: () => void svg.remove() };
}
