/** Outlines around the parts of a picture that words speak of. */
import type { Selection } from 'd3';
import type { Box } from './learn-layout';
import type { Palette } from './palette';

const MARGIN = 6;

/** The box of an outline around a part. CSS pixels. */
export const outlineOf = ({ x, y, width, height }: Box): Box => ({
  ...{ x: x - MARGIN, y: y - MARGIN },
  ...{ width: width + 2 * MARGIN, height: height + 2 * MARGIN },
});

export function drawOutlines(
  group: Selection<SVGGElement, unknown, null, undefined>,
  parts: readonly Box[],
  { ink }: Palette,
): void {
  group
    .selectAll('rect')
    .data(parts.map(outlineOf))
    .join('rect')
    .attr('fill', 'none')
    .attr('stroke', ink)
    .attr('stroke-width', 2)
    .attr('rx', 8)
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('width', ({ width }) => width)
    .attr('height', ({ height }) => height);
}
