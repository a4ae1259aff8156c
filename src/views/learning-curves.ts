/**
 * Curves over training steps, one chart: each series carries its name at its end, a threshold can be marked,
 * and the area between a series and its partner can be shaded (the gap between training and held-out accuracy).
 * Not here: what is measured, or when. Steps on x; y in the unit of the domain.
 */
import { area, line, type Selection, scaleLinear, scaleLog, select } from 'd3';
import { whole } from '../i18n/format';
import { dashes, type LineStyle } from './network-look';
import type { Palette } from './palette';
import { spreadLabels } from './spread-labels';
import type { View } from './view';

export type CurvePoint = { readonly step: number; readonly value: number };

export type CurveSeries = {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly line: LineStyle;
  readonly points: readonly CurvePoint[];
  /** Partner curve: drawn thin, the area down to it shaded. */
  readonly partner?: readonly CurvePoint[];
  /** Text in the shaded area, where it is high enough. */
  readonly gapLabel?: string;
};

export type LearningCurvesProps = {
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  /** Right end of the x axis, in steps. */
  readonly steps: number;
  readonly domain: readonly [number, number];
  readonly scale: 'linear' | 'log';
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
  readonly series: readonly CurveSeries[];
  /** Step the stage looks at, or null. */
  readonly marker: number | null;
  /** Characters that the longest label may have: keeps the axis where it is while labels change. */
  readonly labelCharacters: number;
  /** After this step another task begins, and with it other curves: names of both tasks. */
  readonly split?: { readonly step: number; readonly before: string; readonly after: string } | null;
  /** Horizontal line with its text, or null. */
  readonly threshold: { readonly value: number; readonly label: string } | null;
};

const MARGIN = { top: 12, right: 22, bottom: 26, left: 34 };
/** Width that a character of an end label takes. */
const CHARACTER = 7.4;
const LABEL_GAP = 8;
const NARROW = 330;
const LABEL_HEIGHT = 15;
const GAP_LABEL_WIDTH = 64; // px, with the space around it

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
    const right = plotRight(next);
    const x = scaleLinear([0, Math.max(1, next.steps)], [MARGIN.left, right]);
    const range: [number, number] = [height - MARGIN.bottom, MARGIN.top];
    const y =
      next.scale === 'log' ? scaleLog(next.domain, range).clamp(true) : scaleLinear(next.domain, range);
    drawGrid(grid, next, x, y);
    drawSplit(grid, next, x);

    const whole = line<CurvePoint>(
      (point) => rounded(x(point.step)),
      (point) => rounded(y(point.value)),
    );
    const path = (points: readonly CurvePoint[]) => joined(points, next, whole);
    const partnered = next.series.filter((series) => (series.partner?.length ?? 0) > 1);
    shade
      .selectAll<SVGPathElement, CurveSeries>('path.gap')
      .data(partnered, (series) => series.id)
      .join('path')
      .attr('class', 'gap')
      .attr('fill', (series) => series.color)
      .attr('fill-opacity', 0.12)
      .attr('d', (series) => joined(series.points, next, (points) => gapArea(points, series.partner, x, y)));
    shade
      .selectAll<SVGPathElement, CurveSeries>('path.partner')
      .data(partnered, (series) => series.id)
      .join('path')
      .attr('class', 'partner')
      .attr('fill', 'none')
      .attr('stroke', (series) => series.color)
      .attr('stroke-opacity', 0.5)
      .attr('stroke-dasharray', (series) => (series.line === 'dashed' ? '4 4' : dashes[series.line]))
      .attr('d', (series) => path(series.partner ?? []));
    lines
      .selectAll<SVGPathElement, CurveSeries>('path')
      .data(next.series, (series) => series.id)
      .join('path')
      .attr('fill', 'none')
      .attr('stroke-width', 2.2)
      .attr('stroke-linejoin', 'round')
      .attr('stroke', (series) => series.color)
      .attr('stroke-dasharray', (series) => dashes[series.line])
      .attr('d', (series) => path(series.points));
    drawEnds(ends, next, x, y);
    drawMarker(lines, next, x, y, palette);
  }

  update(props);
  return { update, dispose: () => void svg.remove() };
}

type Layer = Selection<SVGGElement, unknown, null, undefined>;
type Scale = (value: number) => number;
const rounded = (value: number) => Math.round(value * 10) / 10;

/** Narrow charts write the names above the ends of the curves, wide ones beside them. */
const isNarrow = (props: LearningCurvesProps) => props.width < NARROW;

function plotRight(props: LearningCurvesProps): number {
  if (isNarrow(props)) return props.width - MARGIN.right;
  return props.width - LABEL_GAP - Math.ceil(props.labelCharacters * CHARACTER);
}

/** The paths of the curves of each task; null where there is none. */
function joined(
  points: readonly CurvePoint[],
  { split }: LearningCurvesProps,
  path: (points: CurvePoint[]) => string | null,
): string | null {
  if (!split) return path([...points]);
  const before = points.filter(({ step }) => step <= split.step);
  const after = points.filter(({ step }) => step > split.step);
  return [before, after].map((part) => path(part) ?? '').join('') || null;
}

/** A line where another task begins, with the names of both tasks. */
function drawSplit(grid: Layer, props: LearningCurvesProps, x: Scale): void {
  const { split, palette, height } = props;
  const known = split && split.step < props.steps ? [split] : [];
  grid
    .selectAll<SVGLineElement, (typeof known)[number]>('line.split')
    .data(known)
    .join('line')
    .attr('class', 'split')
    .attr('x1', ({ step }) => rounded(x(step)))
    .attr('x2', ({ step }) => rounded(x(step)))
    .attr('y1', MARGIN.top - 8)
    .attr('y2', height - MARGIN.bottom)
    .attr('stroke', palette.muted)
    .attr('stroke-dasharray', '2 3');
  const names = known.flatMap(({ step, before, after }) => [
    { text: before, x: x(step) - 5, anchor: 'end' },
    { text: after, x: x(step) + 5, anchor: 'start' },
  ]);
  grid
    .selectAll<SVGTextElement, (typeof names)[number]>('text.split')
    .data(names)
    .join('text')
    .attr('class', 'split tick')
    .attr('x', (name) => rounded(name.x))
    .attr('y', MARGIN.top)
    .attr('text-anchor', (name) => name.anchor)
    .attr('fill', palette.muted)
    .text((name) => name.text);
}

function drawGrid(grid: Layer, props: LearningCurvesProps, x: Scale, y: Scale): void {
  const { palette, height, steps } = props;
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
  const stops = [0, steps / 2, steps].map(Math.round);
  grid
    .selectAll<SVGTextElement, number>('text.x')
    .data(stops)
    .join('text')
    .attr('class', 'x tick')
    .attr('x', (stop) => rounded(x(stop)))
    .attr('y', height - 6)
    .attr('text-anchor', 'middle')
    .attr('fill', palette.muted)
    .text((stop) => whole(stop));
  const threshold = props.threshold ? [props.threshold] : [];
  grid
    .selectAll<SVGLineElement, { value: number; label: string }>('line.threshold')
    .data(threshold)
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

function gapArea(
  points: readonly CurvePoint[],
  partners: readonly CurvePoint[] | undefined,
  x: Scale,
  y: Scale,
): string | null {
  const partner = new Map((partners ?? []).map((point) => [point.step, point.value]));
  const both = points.filter((point) => partner.has(point.step));
  return area<CurvePoint>()
    .x((point) => rounded(x(point.step)))
    .y0((point) => rounded(y(point.value)))
    .y1((point) => rounded(y(partner.get(point.step) ?? point.value)))(both);
}

/** Names at the ends of the curves, pushed apart where they would touch. */
function drawEnds(ends: Layer, props: LearningCurvesProps, x: Scale, y: Scale): void {
  const named = props.series.flatMap((series) => {
    const last = series.points.at(-1);
    return last ? [{ series, last }] : [];
  });
  const narrow = isNarrow(props);
  const { threshold, palette } = props;
  const heights = named.map(({ last }) => y(last.value));
  const rows = spreadLabels(
    // Beside the plot the threshold's name is one of those that must not touch.
    threshold && !narrow ? [...heights, y(threshold.value)] : heights,
    LABEL_HEIGHT,
    MARGIN.top + (narrow ? LABEL_HEIGHT : 0),
    props.height - MARGIN.bottom,
  );
  ends
    .selectAll<SVGTextElement, (typeof named)[number]>('text.end')
    .data(named, ({ series }) => series.id)
    .join('text')
    .attr('class', 'end')
    .attr('text-anchor', narrow ? 'end' : 'start')
    .attr('x', ({ last }) => (narrow ? plotRight(props) : rounded(x(last.step)) + LABEL_GAP))
    .attr('y', (_, index) => rounded((rows[index] ?? 0) + 4 - (narrow ? LABEL_HEIGHT : 0)))
    .attr('fill', ({ series }) => series.color)
    .attr('stroke', palette.card)
    .text(({ series }) => series.label);
  ends
    .selectAll<SVGTextElement, NonNullable<typeof threshold>>('text.threshold')
    .data(threshold ? [threshold] : [])
    .join('text')
    .attr('class', 'threshold')
    .attr('x', narrow ? MARGIN.left + 4 : plotRight(props) + LABEL_GAP)
    .attr('y', ({ value }) => rounded(narrow ? y(value) - 4 : (rows[named.length] ?? y(value)) + 4))
    .attr('fill', palette.muted)
    .attr('stroke', palette.card)
    .text(({ label }) => label);
  drawGapLabels(ends, props, x, y);
}

/** The size of each gap, in the shaded area at its right end, where there is room for its text. */
function drawGapLabels(ends: Layer, props: LearningCurvesProps, x: Scale, y: Scale): void {
  const roomy = props.series.flatMap((series) => {
    const [top, bottom] = [series.points.at(-1), series.partner?.at(-1)];
    if (!top || !bottom || series.gapLabel === undefined) return [];
    const [from, to] = [y(top.value), y(bottom.value)];
    const left = x(top.step);
    const wide = left - x(0) > GAP_LABEL_WIDTH;
    const high = Math.abs(to - from) > LABEL_HEIGHT + 6;
    return wide && high ? [{ series, left, middle: (from + to) / 2, height: Math.abs(to - from) }] : [];
  });
  // Of gaps whose texts would touch, the largest is told; the others stand in the table of costs.
  const told = roomy.filter((gap) =>
    roomy.every(
      (other) =>
        other === gap ||
        Math.abs(other.left - gap.left) > GAP_LABEL_WIDTH ||
        Math.abs(other.middle - gap.middle) > LABEL_HEIGHT ||
        other.height < gap.height ||
        (other.height === gap.height && roomy.indexOf(other) > roomy.indexOf(gap)),
    ),
  );
  ends
    .selectAll<SVGTextElement, (typeof told)[number]>('text.gap')
    .data(told, ({ series }) => series.id)
    .join('text')
    .attr('class', 'gap')
    .attr('text-anchor', 'end')
    .attr('x', ({ left }) => rounded(left) - 8)
    .attr('y', ({ middle }) => rounded(middle) + 4)
    .attr('fill', ({ series }) => series.color)
    .attr('stroke', props.palette.card)
    .text(({ series }) => series.gapLabel ?? '');
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
