/** A small square board of weights or gradients, one colour a cell, blue to orange. Decoration to a screen reader. */
import { select } from 'd3';
import { cssColor, divergingIndex } from './color-scales';
import type { Palette } from './palette';
import { divergingOf } from './palette-tables';
import type { View } from './view';

export type WeightTileProps = {
  readonly palette: Palette;
  /** [cells], row by row; their number is a square. */
  readonly values: ArrayLike<number>;
  /** Value of full colour. */
  readonly extent: number;
  /** CSS pixels. */
  readonly side: number;
};

export function createWeightTile(container: HTMLElement, first: WeightTileProps): View<WeightTileProps> {
  const svg = select(container).append('svg').attr('class', 'weight-tile').attr('aria-hidden', 'true');
  function update({ palette, values, extent, side }: WeightTileProps) {
    const columns = Math.round(Math.sqrt(values.length));
    const pitch = side / columns;
    const table = divergingOf(palette);
    svg.attr('width', side).attr('height', side).attr('viewBox', `0 0 ${side} ${side}`);
    svg
      .selectAll<SVGRectElement, number>('rect')
      .data(Array.from(values))
      .join('rect')
      .attr('x', (_, cell) => (cell % columns) * pitch)
      .attr('y', (_, cell) => Math.floor(cell / columns) * pitch)
      .attr('width', pitch - 1)
      .attr('height', pitch - 1)
      .attr('rx', 2)
      .attr('fill', (value) => cssColor(table, divergingIndex(value, extent)));
  }
  update(first);
  return { update, dispose: () => void svg.remove() };
}
