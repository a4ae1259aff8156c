/**
 * Curves over training steps, one chart: each series carries its name at its end, a threshold can be marked,
 * and the area between a series and its partner can be shaded (the gap between training and held-out accuracy).
 * Not here: what is measured, or when. Steps on x; y in the unit of the domain.
 */
import { area, line, scaleLinear, scaleLog, select } from 'd3';
import { whole } from '../i18n/format';
import { drawEnds } from './curve-ends';
import {
  type CurvePoint,
  type CurveSeries,
  type Layer,
  type LearningCurvesProps,
  type Level,
  levelsOf,
  MARGIN,
  plotRight,
  rounded,
  type Scale,
} from './curve-plot';
import { drawSplit, stepScale, stepTicks } from './curve-split';
import { dashes } from './network-look';
import type { Palette } from './palette';
import type { View } from './view';

export type { CurvePoint, CurveSeries, LearningCurvesProps } from './curve-plot';

export function createLearningCurves(
  container: HTMLElement,
  props: LearningCurvesProps,
): View<LearningCurvesProps> {
  const svg = select(container).append('svg').attr('class', 'learning-curves').attr('aria-hidden', 'true');
  const layer = (name: string): Layer => svg.append('g').attr('class', name);
  const [grid, shade, lines, ends] = [layer('grid'), layer('shade'), layer('lines'), layer('ends')];

  function update(next: LearningCurvesProps) {
    const { width, height, palette } = next;
    svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height);
    const x = stepScale(next);
    const range: [number, number] = [height - MARGIN.bottom, MARGIN.top];
    const y =
      next.scale === 'log' ? scaleLog(next.domain, range).clamp(true) : scaleLinear(next.domain, range);
    drawGrid(grid, next, x, y);
    drawSplit(grid, next, x);

    const path = line<CurvePoint>(
      (point) => rounded(x(point.step)),
      (point) => rounded(y(point.value)),
    );
    const partnered = next.series.filter((series) => (series.partner?.length ?? 0) > 1);
    shade
      .selectAll<SVGPathElement, CurveSeries>('path.gap')
      .data(partnered, (series) => series.id)
      .join('path')
      .attr('class', 'gap')
      .attr('fill', (series) => series.color)
      .attr('fill-opacity', 0.12)
      .attr('d', (series) => gapArea(series, x, y));
    shade
      .selectAll<SVGPathElement, CurveSeries>('path.partner')
      .data(partnered, (series) => series.id)
      .join('path')
      .attr('class', 'partner')
      .attr('fill', 'none')
      .attr('stroke', (series) => series.color)
      .attr('stroke-opacity', 0.5)
      .attr('stroke-dasharray', (series) => (series.line === 'dashed' ? '4 4' : dashes[series.line]))
      .attr('d', (series) => path([...(series.partner ?? [])]));
    lines
      .selectAll<SVGPathElement, CurveSeries>('path')
      .data(next.series, (series) => series.id)
      .join('path')
      .attr('fill', 'none')
      .attr('stroke-width', 2.2)
      .attr('stroke-linejoin', 'round')
      .attr('stroke', (series) => series.color)
      .attr('stroke-dasharray', (series) => dashes[series.line])
      .attr('d', (series) => path([...series.points]));
    drawEnds(ends, next, x, y);
    drawMarker(lines, next, x, y, palette);
  }

  update(props);
  return { update, dispose: () => void svg.remove() };
}

function drawGrid(grid: Layer, props: LearningCurvesProps, x: Scale, y: Scale): void {
  const { palette, height } = props;
  grid
    .selectAll<SVGLineElement, number>('line.rule')
    .data(props.ticks)
    .join('line')
    .attr('class', 'rule')
    .attr('x1', MARGIN.left)
    .attr('x2', plotRight(props))
    .attr('y1', (tick) => rounded(y(tick)))
    .attr('y2', (tick) => rounded(y(tick)))
    .attr('stroke', palette.hairline);
  grid
    .selectAll<SVGTextElement, number>('text.y')
    .data(props.ticks)
    .join('text')
    .attr('class', 'y tick')
    .attr('x', MARGIN.left - 8)
    .attr('y', (tick) => rounded(y(tick)) + 4)
    .attr('text-anchor', 'end')
    .attr('fill', palette.muted)
    .text(props.tickText);
  grid
    .selectAll<SVGTextElement, number>('text.x')
    .data(stepTicks(props))
    .join('text')
    .attr('class', 'x tick')
    .attr('x', (stop) => rounded(x(stop)))
    .attr('y', height - 6)
    .attr('text-anchor', 'middle')
    .attr('fill', palette.muted)
    .text((stop) => whole(stop));
  grid
    .selectAll<SVGLineElement, Level>('line.threshold')
    .data(levelsOf(props))
    .join('line')
    .attr('class', 'threshold')
    .attr('x1', MARGIN.left)
    .attr('x2', plotRight(props))
    .attr('y1', (mark) => rounded(y(mark.value)))
    .attr('y2', (mark) => rounded(y(mark.value)))
    .attr('stroke', palette.ink)
    .attr('stroke-dasharray', '1 4')
    .attr('stroke-linecap', 'round');
}

function gapArea(series: CurveSeries, x: Scale, y: Scale): string | null {
  const partner = new Map((series.partner ?? []).map((point) => [point.step, point.value]));
  const both = series.points.filter((point) => partner.has(point.step));
  return area<CurvePoint>()
    .x((point) => rounded(x(point.step)))
    .y0((point) => rounded(y(point.value)))
    .y1((point) => rounded(y(partner.get(point.step) ?? point.value)))(both);
}

function drawMarker(lines: Layer, props: LearningCurvesProps, x: Scale, y: Scale, palette: Palette): void {
  const dots = props.series.flatMap((series) => {
    if (props.marker === null) return [];
    const at = series.points.findLast((point) => point.step <= (props.marker ?? 0));
    return at ? [{ id: series.id, color: series.color, at }] : [];
  });
  lines
    .selectAll<SVGCircleElement, (typeof dots)[number]>('circle')
    .data(dots, (dot) => dot.id)
    .join('circle')
    .attr('r', 4)
    .attr('fill', (dot) => dot.color)
    .attr('stroke', palette.card)
    .attr('stroke-width', 1.5)
    .attr('cx', (dot) => rounded(x(dot.at.step)))
    .attr('cy', (dot) => rounded(y(dot.at.value)));
}
