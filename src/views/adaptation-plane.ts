/**
 * A plane with a wave, some of its points, the curve of a start and what a few steps have made of it. Curves are given
 * at 100 values of x; where one leaves the plane or is no number it is not drawn. Decoration to a screen reader.
 */
import { type Selection, select } from 'd3';
import { gridXs, REACH } from '../math/sine-tasks';
import { type PlaneLayout, toPlane } from './adaptation-layout';
import { dashes, type LineStyle } from './network-look';
import type { Palette } from './palette';
import type { View } from './view';

export type AdaptationPlaneProps = {
  readonly palette: Palette;
  readonly layout: PlaneLayout;
  /** Colour and line of the network. */
  readonly color: string;
  readonly line: LineStyle;
  /** [100] before and after the steps. */
  readonly start: ArrayLike<number>;
  readonly adapted: ArrayLike<number>;
  /** [100] the wave itself; null: nobody knows it. */
  readonly truth: ArrayLike<number> | null;
  /** x and y of each point in turn. */
  readonly points: readonly number[];
  /** Without the numbers at the axes and with thinner lines: one of many. */
  readonly small?: boolean;
  /** Part that a word of the explanation lights up. */
  readonly lit?: string | null;
};

type Layer = Selection<SVGGElement, unknown, null, undefined>;

export function createAdaptationPlane(
  container: HTMLElement,
  first: AdaptationPlaneProps,
): View<AdaptationPlaneProps> {
  const svg = select(container).append('svg').attr('class', 'adaptation-plane').attr('aria-hidden', 'true');
  const [axes, curves, dots] = ['axes', 'curves', 'dots'].map((name) =>
    svg.append('g').attr('class', name),
  ) as [Layer, Layer, Layer];

  function update(props: AdaptationPlaneProps) {
    const { width, height } = props.layout;
    svg.attr('width', width).attr('height', height).attr('viewBox', `0 0 ${width} ${height}`);
    drawAxes(axes, props);
    drawCurves(curves, props);
    drawPoints(dots, props);
  }
  update(first);
  return { update, dispose: () => void svg.remove() };
}

function drawAxes(layer: Layer, { layout, palette, small = false }: AdaptationPlaneProps): void {
  const { left, right, top, bottom } = layout;
  const zero = toPlane(layout, 0, 0);
  layer
    .selectAll('rect')
    .data([0])
    .join('rect')
    .attr('x', left)
    .attr('y', top)
    .attr('width', right - left)
    .attr('height', bottom - top)
    .attr('rx', 4)
    .attr('fill', 'none')
    .attr('stroke', palette.hairline);
  layer
    .selectAll<SVGLineElement, readonly number[]>('line')
    .data([
      [left, zero.y, right, zero.y],
      [zero.x, top, zero.x, bottom],
    ])
    .join('line')
    .attr('x1', ([x1 = 0]) => rounded(x1))
    .attr('y1', ([, y1 = 0]) => rounded(y1))
    .attr('x2', ([, , x2 = 0]) => rounded(x2))
    .attr('y2', ([, , , y2 = 0]) => rounded(y2))
    .attr('stroke', palette.hairline);
  const ticks = small ? [] : [-REACH, 0, REACH];
  const text = (value: number) => String(value).replace('-', '\u2212');
  layer
    .selectAll<SVGTextElement, number>('text.x')
    .data(ticks)
    .join('text')
    .attr('class', 'x tick')
    .attr('x', (tick) => rounded(toPlane(layout, tick, 0).x))
    .attr('y', bottom + 15)
    .attr('text-anchor', (tick) => (tick < 0 ? 'start' : tick > 0 ? 'end' : 'middle'))
    .attr('fill', palette.muted)
    .text(text);
  layer
    .selectAll<SVGTextElement, number>('text.y')
    .data(ticks)
    .join('text')
    .attr('class', 'y tick')
    .attr('x', left - 6)
    .attr('y', (tick) => rounded(toPlane(layout, 0, tick).y) + 4)
    .attr('text-anchor', 'end')
    .attr('fill', palette.muted)
    .text(text);
  // Between two of the numbers of its axis.
  const half = toPlane(layout, REACH / 2, REACH / 2);
  const names = [
    { name: 'x', x: half.x, y: bottom + 15, anchor: 'middle' },
    { name: 'y', x: left - 6, y: half.y + 4, anchor: 'end' },
  ];
  layer
    .selectAll<SVGTextElement, (typeof names)[number]>('text.axis')
    .data(small ? [] : names)
    .join('text')
    .attr('class', 'axis')
    .attr('x', ({ x }) => rounded(x))
    .attr('y', ({ y }) => rounded(y))
    .attr('text-anchor', ({ anchor }) => anchor)
    .attr('font-style', 'italic')
    .attr('fill', palette.muted)
    .text(({ name }) => name);
}

function drawCurves(layer: Layer, props: AdaptationPlaneProps): void {
  const { palette, color, line, start, adapted, truth, layout, small = false, lit = null } = props;
  const thick = small ? 1.8 : 2.6;
  const drawn = [
    { name: 'wave', values: truth ?? [], stroke: palette.ink, width: 1.6, dash: '1.5 4', opacity: 0.9 },
    { name: 'start', values: start, stroke: color, width: 1.2, dash: null, opacity: 0.55 },
    { name: 'adapted', values: adapted, stroke: color, width: thick, dash: dashes[line], opacity: 1 },
  ];
  layer
    .selectAll<SVGPathElement, (typeof drawn)[number]>('path')
    .data(drawn, ({ name }) => name)
    .join('path')
    .attr('class', ({ name }) => name)
    .attr('fill', 'none')
    .attr('stroke-linecap', 'round')
    .attr('stroke-linejoin', 'round')
    .attr('stroke', ({ stroke }) => stroke)
    .attr('stroke-width', ({ width, name }) => (lit === name ? width + 2 : width))
    .attr('stroke-opacity', ({ opacity, name }) => (lit === name ? 1 : opacity))
    .attr('stroke-dasharray', ({ dash }) => dash)
    .attr('d', ({ values }) => pathOf(values, layout));
}

/** Broken where the curve leaves the plane. */
function pathOf(values: ArrayLike<number>, layout: PlaneLayout): string {
  let path = '';
  let down = false;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? Number.NaN;
    const inside = Math.abs(value) <= layout.reach;
    if (inside) {
      const { x, y } = toPlane(layout, gridXs[at] ?? 0, value);
      path += `${down ? 'L' : 'M'}${rounded(x)},${rounded(y)}`;
    }
    down = inside;
  }
  return path;
}

function drawPoints(layer: Layer, props: AdaptationPlaneProps): void {
  const { layout, points, palette, small = false, lit = null } = props;
  const places = Array.from({ length: points.length / 2 }, (_, index) =>
    toPlane(layout, points[2 * index] ?? 0, points[2 * index + 1] ?? 0),
  );
  layer
    .selectAll<SVGCircleElement, { x: number; y: number }>('circle')
    .data(places)
    .join('circle')
    .attr('r', small ? 2 : lit === 'points' ? 6.5 : 5)
    .attr('cx', ({ x }) => rounded(x))
    .attr('cy', ({ y }) => rounded(y))
    .attr('fill', palette.ink)
    .attr('stroke', palette.card)
    .attr('stroke-width', 1.5);
}

const rounded = (value: number) => Math.round(value * 10) / 10;
