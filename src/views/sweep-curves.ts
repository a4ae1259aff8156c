/**
 * Held-out accuracy by the number of examples (log axis), one line a degree of sharing with its name at its end, and
 * the accuracy of a guess as a dotted line. One SVG that stands alone, so that it can be saved.
 */
import { line, type Selection, scaleLinear, scaleLog, select } from 'd3';
import type { Palette } from './palette';
import { spreadLabels } from './spread-labels';
import type { View } from './view';

export type SweepSeries = {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  /** Of the line; null: solid. */
  readonly dash: string | null;
  readonly width: number;
  /** One for each number of examples; NaN where there is none yet. */
  readonly values: readonly number[];
};

export type SweepCurvesProps = {
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  /** Numbers of examples, ascending, and what is written under them. */
  readonly rows: readonly { readonly examples: number; readonly label: string }[];
  readonly series: readonly SweepSeries[];
  /** Rings around places of the lines: other measurements of the same. */
  readonly marks?: readonly {
    readonly id: string;
    readonly examples: number;
    readonly value: number;
    readonly color: string;
  }[];
  /** Accuracy of a guess, 0 to 1. */
  readonly chance: number;
  readonly words: { readonly guess: string; readonly examples: string };
};

type Layer = Selection<SVGGElement, unknown, null, undefined>;
type Scale = (value: number) => number;
type Ring = NonNullable<SweepCurvesProps['marks']>[number];
type Point = { readonly examples: number; readonly value: number };
type Mark = { readonly x: number; readonly y: number; readonly text: string; readonly anchor: string };

const FONT = 'Inter Variable, Inter, Helvetica, Arial, sans-serif';
const MARGIN = { top: 12, bottom: 40, left: 34 };
const CHARACTER = 7.2;
const LABEL = { gap: 12, height: 16 };
const RING = 7;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const rounded = (value: number) => Math.round(value * 10) / 10;

export function createSweepCurves(container: HTMLElement, first: SweepCurvesProps): View<SweepCurvesProps> {
  const svg = select(container)
    .append('svg')
    .attr('xmlns', 'http://www.w3.org/2000/svg')
    .attr('class', 'sweep-curves')
    .attr('aria-hidden', 'true')
    .attr('font-family', FONT);
  const layer = (name: string): Layer => svg.append('g').attr('class', name);
  const [grid, lines, ends] = [layer('grid'), layer('lines'), layer('ends')];

  function update(props: SweepCurvesProps): void {
    const { width, height, rows, series } = props;
    svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height);
    const longest = Math.max(0, ...series.map(({ label }) => label.length));
    const right = width - LABEL.gap - Math.ceil(longest * CHARACTER);
    const [least, most] = [rows[0]?.examples ?? 1, rows.at(-1)?.examples ?? 10];
    // One number alone stands in the middle.
    const domain = least === most ? [least / 2, most * 2] : [least, most];
    const x = scaleLog(domain, [MARGIN.left + 14, right - 6]);
    const y = scaleLinear([0, 1], [height - MARGIN.bottom, MARGIN.top]);
    drawGrid(grid, props, x, y, right);
    drawLines(lines, props, x, y);
    drawEnds(ends, props, x, y, right);
  }

  update(first);
  return { update, dispose: () => void svg.remove() };
}

function drawGrid(grid: Layer, props: SweepCurvesProps, x: Scale, y: Scale, right: number): void {
  const { palette, rows, chance, words, height } = props;
  const across = (value: number) => `M${MARGIN.left},${rounded(y(value))}H${right}`;
  const rules = [
    ...TICKS.map((tick) => ({ d: across(tick), color: palette.hairline, dash: null })),
    { d: across(chance), color: palette.muted, dash: '1 4' },
  ];
  grid
    .selectAll<SVGPathElement, (typeof rules)[number]>('path')
    .data(rules)
    .join('path')
    .attr('fill', 'none')
    .attr('stroke', ({ color }) => color)
    .attr('stroke-dasharray', ({ dash }) => dash)
    .attr('d', ({ d }) => d);
  const middle = (MARGIN.left + right) / 2;
  // Numbers that would touch the one before them are left out.
  let free = Number.NEGATIVE_INFINITY;
  const fitting = rows.filter(({ examples, label }) => {
    const half = (label.length * CHARACTER) / 2;
    if (x(examples) - half < free) return false;
    free = x(examples) + half + 4;
    return true;
  });
  const texts: readonly Mark[] = [
    ...TICKS.map((tick) => ({
      text: String(tick * 100),
      x: MARGIN.left - 8,
      y: rounded(y(tick) + 4),
      anchor: 'end',
    })),
    ...fitting.map(({ examples, label }) => ({
      text: label,
      x: rounded(x(examples)),
      y: height - MARGIN.bottom + 18,
      anchor: 'middle',
    })),
    { text: words.examples, x: rounded(middle), y: height - 5, anchor: 'middle' },
    { text: words.guess, x: right, y: rounded(y(chance) + 15), anchor: 'end' },
  ];
  grid
    .selectAll<SVGTextElement, Mark>('text')
    .data(texts)
    .join('text')
    .attr('x', (mark) => mark.x)
    .attr('y', (mark) => mark.y)
    .attr('font-size', 12)
    .attr('text-anchor', (mark) => mark.anchor)
    .attr('fill', palette.muted)
    .text((mark) => mark.text);
}

const pointsOf = ({ rows }: SweepCurvesProps, { values }: SweepSeries): readonly Point[] =>
  rows.flatMap(({ examples }, at) => {
    const value = values[at] ?? Number.NaN;
    return Number.isNaN(value) ? [] : [{ examples, value }];
  });

function drawLines(lines: Layer, props: SweepCurvesProps, x: Scale, y: Scale): void {
  const path = line<Point>(
    ({ examples }) => rounded(x(examples)),
    ({ value }) => rounded(y(value)),
  );
  lines
    .selectAll<SVGPathElement, SweepSeries>('path')
    .data(props.series, ({ id }) => id)
    .join('path')
    .attr('fill', 'none')
    .attr('stroke-linejoin', 'round')
    .attr('stroke-width', ({ width }) => width)
    .attr('stroke', ({ color }) => color)
    .attr('stroke-dasharray', ({ dash }) => dash)
    .attr('d', (series) => path(pointsOf(props, series)));
  const dots = props.series.flatMap((series) =>
    pointsOf(props, series).map((point) => ({
      ...point,
      id: `${series.id} ${point.examples}`,
      color: series.color,
    })),
  );
  lines
    .selectAll<SVGCircleElement, (typeof dots)[number]>('circle')
    .data(dots, ({ id }) => id)
    .join('circle')
    .attr('r', 3)
    .attr('fill', props.palette.card)
    .attr('stroke', ({ color }) => color)
    .attr('stroke-width', 1.6)
    .attr('cx', ({ examples }) => rounded(x(examples)))
    .attr('cy', ({ value }) => rounded(y(value)));
  lines
    .selectAll<SVGRectElement, Ring>('rect')
    .data(props.marks ?? [], ({ id }) => id)
    .join('rect')
    .attr('fill', 'none')
    .attr('stroke', ({ color }) => color)
    .attr('stroke-width', 2)
    .attr('rx', RING)
    .attr('width', 2 * RING)
    .attr('height', 2 * RING)
    .attr('x', ({ examples }) => rounded(x(examples) - RING))
    .attr('y', ({ value }) => rounded(y(value) - RING));
}

/** Names beside the last point of each line, pushed apart where they would touch, with a thread to it. */
function drawEnds(ends: Layer, props: SweepCurvesProps, x: Scale, y: Scale, right: number): void {
  const named = props.series.flatMap((series) => {
    const last = pointsOf(props, series).at(-1);
    return last ? [{ series, last }] : [];
  });
  const rows = spreadLabels(
    named.map(({ last }) => y(last.value)),
    LABEL.height,
    MARGIN.top,
    props.height - MARGIN.bottom,
  );
  const left = right + LABEL.gap;
  ends
    .selectAll<SVGPathElement, (typeof named)[number]>('path')
    .data(named, ({ series }) => series.id)
    .join('path')
    .attr('fill', 'none')
    .attr('stroke', props.palette.hairline)
    .attr('d', ({ last }, at) => {
      const from = `${rounded(x(last.examples)) + 5},${rounded(y(last.value))}`;
      return `M${from}L${left - 3},${rounded(rows[at] ?? 0)}`;
    });
  ends
    .selectAll<SVGTextElement, (typeof named)[number]>('text')
    .data(named, ({ series }) => series.id)
    .join('text')
    .attr('font-size', 13)
    .attr('font-weight', 600)
    .attr('x', left)
    .attr('y', (_, at) => rounded((rows[at] ?? 0) + 4))
    .attr('fill', ({ series }) => series.color)
    .text(({ series }) => series.label);
}
