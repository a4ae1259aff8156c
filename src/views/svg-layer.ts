/** An SVG that lies over a canvas of the same size and lets every press through to what is under it. */
import { type Selection, select } from 'd3';

export type SvgLayer = Selection<SVGSVGElement, unknown, null, undefined>;

export const svgLayer = (container: HTMLElement, className: string): SvgLayer =>
  select(container)
    .append('svg')
    .attr('class', className)
    .attr('aria-hidden', 'true')
    .style('position', 'absolute')
    .style('left', '0')
    .style('top', '0')
    .style('overflow', 'visible')
    .style('pointer-events', 'none');

/** CSS pixels. */
export const sizeLayer = (layer: SvgLayer, width: number, height: number): SvgLayer =>
  layer.attr('width', width).attr('height', height).attr('viewBox', `0 0 ${width} ${height}`);
