/**
 * The marks over a Learn card as data (lines of words, frames, strokes) and how they become SVG elements, which are
 * reused from frame to frame; and the boxes of the parts that words can light up.
 */
import { type Selection, select } from 'd3';
import { createFreshness } from './learn-fresh';
import type { Box, LearnLayout } from './learn-layout';
import type { LearnPart } from './learn-scene';

export type Line = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly opacity: number;
};
export type Frame = Box & {
  readonly stroke: string;
  readonly thickness: number;
  readonly radius: number;
  readonly opacity: number;
};
export type Stroke = {
  readonly d: string;
  readonly stroke: string;
  readonly dash: string | null;
  readonly opacity: number;
  readonly width: number;
};

export type Annotations = {
  readonly lines: readonly Line[];
  readonly frames: readonly Frame[];
  readonly strokes: readonly Stroke[];
};

/** Box of a part that words can light up, on the card of this network; null where it is not on it. */
export function boxOfPart(
  part: LearnPart,
  layout: LearnLayout,
  network: 'shared' | 'independent',
): Box | null {
  switch (part) {
    case 'tiles':
      return layout.map[network];
    case 'sum':
      return network === 'shared' ? layout.sum : null;
    case 'kernel':
      return network === 'shared' ? layout.kernel : null;
    case 'wall':
      return network === 'independent' ? (layout.closeUp ?? layout.wall) : null;
    case 'identity': {
      if (network !== 'shared') return null;
      const { sum, axis, kernel } = layout;
      return axis === 'across'
        ? { x: sum.x + sum.width + 14, y: sum.y + sum.height / 2, width: 76, height: 22 }
        : {
            x: sum.x + sum.width + 16,
            y: sum.y + sum.height / 2 + 8,
            width: kernel.x - sum.x - sum.width - 32,
            height: 22,
          };
    }
    default:
      return part satisfies never;
  }
}

type Layer = Selection<SVGGElement, unknown, null, undefined>;
export type AnnotationLayers = {
  readonly strokes: Layer;
  readonly frames: Layer;
  readonly lines: Layer;
  readonly isFresh: ReturnType<typeof createFreshness>;
};

/** Draws the annotations that have changed; elements are reused. */
export function drawAnnotations(layers: AnnotationLayers, of: Annotations): void {
  if (layers.isFresh('strokes', of.strokes)) drawStrokes(layers.strokes, of.strokes);
  if (layers.isFresh('frames', of.frames)) drawFrames(layers.frames, of.frames);
  if (layers.isFresh('lines', of.lines)) drawLines(layers.lines, of.lines);
}

function drawStrokes(layer: Layer, strokes: readonly Stroke[]): void {
  layer
    .selectAll<SVGPathElement, Stroke>('path')
    .data(strokes)
    .join('path')
    .attr('fill', 'none')
    .attr('d', (stroke) => stroke.d)
    .attr('stroke', (stroke) => stroke.stroke)
    .attr('stroke-width', (stroke) => stroke.width)
    .attr('stroke-dasharray', (stroke) => stroke.dash)
    .attr('stroke-opacity', (stroke) => stroke.opacity.toFixed(2));
}

function drawFrames(layer: Layer, frames: readonly Frame[]): void {
  layer
    .selectAll<SVGRectElement, Frame>('rect')
    .data(frames)
    .join('rect')
    .attr('fill', 'none')
    .attr('x', (frame) => frame.x)
    .attr('y', (frame) => frame.y)
    .attr('width', (frame) => frame.width)
    .attr('height', (frame) => frame.height)
    .attr('rx', (frame) => frame.radius)
    .attr('stroke', (frame) => frame.stroke)
    .attr('stroke-width', (frame) => frame.thickness)
    .attr('stroke-opacity', (frame) => frame.opacity.toFixed(2));
}

function drawLines(layer: Layer, lines: readonly Line[]): void {
  layer
    .selectAll<SVGTextElement, Line>('text')
    .data(lines)
    .join('text')
    .attr('x', (line) => line.x)
    .attr('y', (line) => line.y)
    .attr('fill', (line) => line.fill)
    .attr('fill-opacity', (line) => line.opacity.toFixed(2))
    .attr('font-size', (line) => line.size ?? 13)
    .attr('font-weight', (line) => line.weight ?? 400)
    .attr('text-anchor', (line) => line.anchor ?? 'start')
    .text((line) => line.text);
}

export const annotationLayers = (svg: SVGSVGElement): AnnotationLayers => {
  const layer = (name: string): Layer => select(svg).append('g').attr('class', name);
  return {
    strokes: layer('threads'),
    frames: layer('frames'),
    lines: layer('words'),
    isFresh: createFreshness(),
  };
};
