/** The marks over a Siamese card as data, and how they become SVG elements that are reused from frame to frame. */
import { type Selection, select } from 'd3';
import { createFreshness } from './learn-fresh';
import type { Box } from './learn-layout';
import { type Annotations, annotationLayers, drawAnnotations } from './learn-marks';

export type Dot = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
  readonly opacity: number;
};
export type Fill = Box & { readonly fill: string; readonly opacity: number; readonly radius: number };
/** Ground around the points of one person: a path with a wide round stroke of its own colour. */
export type Area = { readonly d: string; readonly color: string; readonly opacity: number };

export type SiameseMarks = Annotations & {
  readonly fills: readonly Fill[];
  readonly dots: readonly Dot[];
  readonly areas: readonly Area[];
};

export const joined = (marks: readonly SiameseMarks[]): SiameseMarks => ({
  fills: marks.flatMap(({ fills }) => fills),
  areas: marks.flatMap(({ areas }) => areas),
  dots: marks.flatMap(({ dots }) => dots),
  strokes: marks.flatMap(({ strokes }) => strokes),
  frames: marks.flatMap(({ frames }) => frames),
  lines: marks.flatMap(({ lines }) => lines).filter(({ text, opacity }) => text !== '' && opacity > 0),
});

const AREA_REACH = 15;

type Layer = Selection<SVGGElement, unknown, null, undefined>;

/** `behind` lies under the canvas, `front` over it. */
export function createMarks(behind: SVGSVGElement, front: SVGSVGElement) {
  const layer = (svg: SVGSVGElement, name: string): Layer => select(svg).append('g').attr('class', name);
  const fills = layer(behind, 'fills');
  const areas = layer(behind, 'areas');
  const layers = annotationLayers(front);
  const dots = layer(front, 'dots');
  // Words stay on top of what is drawn.
  front.append(...front.querySelectorAll('g.words'));
  const isFresh = createFreshness();
  return {
    draw(marks: SiameseMarks) {
      drawAnnotations(layers, marks);
      if (isFresh('fills', marks.fills))
        fills
          .selectAll<SVGRectElement, Fill>('rect')
          .data(marks.fills)
          .join('rect')
          .attr('x', (fill) => fill.x)
          .attr('y', (fill) => fill.y)
          .attr('width', (fill) => Math.max(0, fill.width))
          .attr('height', (fill) => fill.height)
          .attr('rx', (fill) => fill.radius)
          .attr('fill', (fill) => fill.fill)
          .attr('fill-opacity', (fill) => fill.opacity.toFixed(2));
      if (isFresh('areas', marks.areas))
        areas
          .selectAll<SVGPathElement, Area>('path')
          .data(marks.areas)
          .join('path')
          .attr('d', (area) => area.d)
          .attr('fill', (area) => area.color)
          .attr('stroke', (area) => area.color)
          .attr('stroke-width', AREA_REACH)
          .attr('stroke-linejoin', 'round')
          .attr('stroke-linecap', 'round')
          .attr('opacity', (area) => area.opacity.toFixed(2));
      if (isFresh('dots', marks.dots))
        dots
          .selectAll<SVGCircleElement, Dot>('circle')
          .data(marks.dots)
          .join('circle')
          .attr('cx', (dot) => dot.x.toFixed(1))
          .attr('cy', (dot) => dot.y.toFixed(1))
          .attr('r', (dot) => dot.radius)
          .attr('fill', (dot) => dot.fill)
          .attr('stroke', (dot) => dot.stroke)
          .attr('stroke-width', (dot) => dot.width)
          .attr('opacity', (dot) => dot.opacity.toFixed(2));
    },
  };
}
