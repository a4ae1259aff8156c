/**
 * Accuracy by the length of a sequence, one line a network with its name at its end. The lengths that were trained on
 * are shaded, the accuracy of a guess is a dotted line, the length of the sequence on the stage is marked.
 */
import { line, type Selection, scaleLinear, select } from 'd3';
import { decimal } from '../i18n/format';
import type { Palette } from './palette';
import { spreadLabels } from './spread-labels';
import type { View } from './view';

export type LengthSeries = {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly dashed: boolean;
  /** One for each length; NaN where not measured yet. */
  readonly values: ArrayLike<number>;
};

export type LengthCurvesProps = {
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  /** Ascending, without gaps. */
  readonly lengths: readonly number[];
  /** The longest length that was trained on. */
  readonly trained: number;
  /** Accuracy of a guess, 0 to 1. */
  readonly chance: number;
  /** The sequence on the stage, or null where it is shorter than what is measured. */
  readonly marked: { readonly length: number; readonly text: string } | null;
  readonly series: readonly LengthSeries[];
  readonly words: { readonly trained: string; readonly guess: string; readonly unit: string };
  /** Characters that the longest label may have. */
  readonly labelCharacters: number;
};

const MARGIN = { top: 22, bottom: 26, left: 34 };
const CHARACTER = 7.4;
const LABEL_GAP = 10;
const NARROW = 330;
const LABEL_HEIGHT = 15;
const TICKS = [0, 0.5, 1];

type Layer = Selection<SVGGElement, unknown, null, undefined>;
type Scale = (value: number) => number;
type Point = { readonly length: number; readonly value: number };
type Mark = { readonly x: number; readonly y: number; readonly text: string };
const rounded = (value: number) => Math.round(value * 10) / 10;

export function createLengthCurves(
  container: HTMLElement,
  first: LengthCurvesProps,
): View<LengthCurvesProps> {
  const svg = select(container)
    .append('svg')
    .attr('class', 'learning-curves length-curves')
    .attr('aria-hidden', 'true');
  const layer = (name: string): Layer => svg.append('g').attr('class', name);
  const [grid, lines, ends] = [layer('grid'), layer('lines'), layer('ends')];

  function update(props: LengthCurvesProps): void {
    const { width, height, lengths } = props;
    svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height);
    const narrow = width < NARROW;
    const right = narrow ? width - 14 : width - LABEL_GAP - Math.ceil(props.labelCharacters * CHARACTER);
    const [least, most] = [lengths[0] ?? 0, lengths.at(-1) ?? 1];
    const x = scaleLinear([least - 0.5, most + 0.5], [MARGIN.left, right]);
    const y = scaleLinear([0, 1], [height - MARGIN.bottom, MARGIN.top]);
    drawGrid(grid, props, x, y, right, narrow);
    drawLines(lines, props, x, y);
    drawEnds(ends, props, x, y, narrow ? right : null);
  }

  update(first);
  return { update, dispose: () => void svg.remove() };
}

function drawGrid(
  grid: Layer,
  props: LengthCurvesProps,
  x: Scale,
  y: Scale,
  right: number,
  narrow: boolean,
): void {
  const { palette, lengths, trained, chance, marked, words, height } = props;
  const [top, bottom] = [rounded(y(1)), rounded(y(0))];
  const edge = Math.min(right, rounded(x(trained + 0.5)));
  grid
    .selectAll('rect')
    .data([edge])
    .join('rect')
    .attr('class', 'trained')
    .attr('x', MARGIN.left)
    .attr('y', top)
    .attr('width', edge - MARGIN.left)
    .attr('height', bottom - top)
    .attr('fill', palette.blank);
  const rules = [
    ...TICKS.map((tick) => ({
      d: `M${MARGIN.left},${rounded(y(tick))}H${right}`,
      color: palette.hairline,
      dash: null,
    })),
    { d: `M${MARGIN.left},${rounded(y(chance))}H${right}`, color: palette.ink, dash: '1 4' },
    ...(marked
      ? [{ d: `M${rounded(x(marked.length))},${top}V${bottom}`, color: palette.muted, dash: '3 3' }]
      : []),
  ];
  grid
    .selectAll<SVGPathElement, (typeof rules)[number]>('path')
    .data(rules)
    .join('path')
    .attr('fill', 'none')
    .attr('stroke', (rule) => rule.color)
    .attr('stroke-dasharray', (rule) => rule.dash)
    .attr('d', (rule) => rule.d);
  const texts: (Mark & { readonly anchor: string; readonly fill: string; readonly weight: number })[] = [];
  const add = (text: string, atX: number, atY: number, anchor: string, fill = palette.muted, weight = 400) =>
    texts.push({ text, x: rounded(atX), y: rounded(atY), anchor, fill, weight });
  for (const tick of TICKS) add(decimal(tick, 1), MARGIN.left - 8, y(tick) + 4, 'end');
  const every = (x(1) - x(0)) * 1 < 18 ? 2 : 1;
  for (const length of lengths) {
    const here = marked?.length === length;
    if (!here && (length - (lengths.at(-1) ?? 0)) % every !== 0) continue;
    add(
      String(length),
      x(length),
      height - 6,
      'middle',
      here ? palette.ink : palette.muted,
      here ? 700 : 400,
    );
  }
  if (!narrow) add(words.unit, right + LABEL_GAP, height - 6, 'start');
  add(words.trained, MARGIN.left + 6, top + 15, 'start');
  add(words.guess, MARGIN.left + 6, y(chance) - 5, 'start');
  if (marked) {
    const half = marked.text.length * 3.7;
    add(
      marked.text,
      Math.max(MARGIN.left + half, Math.min(right - half, x(marked.length))),
      top - 7,
      'middle',
      palette.ink,
      600,
    );
  }
  grid
    .selectAll<SVGTextElement, (typeof texts)[number]>('text')
    .data(texts)
    .join('text')
    .attr('x', (mark) => mark.x)
    .attr('y', (mark) => mark.y)
    .attr('text-anchor', (mark) => mark.anchor)
    .attr('font-weight', (mark) => mark.weight)
    .attr('fill', (mark) => mark.fill)
    .text((mark) => mark.text);
}

function pointsOf({ lengths }: LengthCurvesProps, { values }: LengthSeries): readonly Point[] {
  return lengths.flatMap((length, at) => {
    const value = values[at];
    return value === undefined || Number.isNaN(value) ? [] : [{ length, value }];
  });
}

function drawLines(lines: Layer, props: LengthCurvesProps, x: Scale, y: Scale): void {
  const path = line<Point>(
    (point) => rounded(x(point.length)),
    (point) => rounded(y(point.value)),
  );
  lines
    .selectAll<SVGPathElement, LengthSeries>('path')
    .data(props.series, (series) => series.id)
    .join('path')
    .attr('fill', 'none')
    .attr('stroke-width', 2.2)
    .attr('stroke-linejoin', 'round')
    .attr('stroke', (series) => series.color)
    .attr('stroke-dasharray', (series) => (series.dashed ? '6 4' : null))
    .attr('d', (series) => path(pointsOf(props, series)));
  const dots = props.series.flatMap((series) =>
    pointsOf(props, series).map((point) => ({
      ...point,
      id: `${series.id} ${point.length}`,
      color: series.color,
    })),
  );
  lines
    .selectAll<SVGCircleElement, (typeof dots)[number]>('circle')
    .data(dots, (dot) => dot.id)
    .join('circle')
    .attr('r', 3.2)
    .attr('fill', props.palette.card)
    .attr('stroke', (dot) => dot.color)
    .attr('stroke-width', 1.6)
    .attr('cx', (dot) => rounded(x(dot.length)))
    .attr('cy', (dot) => rounded(y(dot.value)));
}

/** Names at the ends of the lines, pushed apart where they would touch; above them on narrow charts. */
function drawEnds(ends: Layer, props: LengthCurvesProps, x: Scale, y: Scale, above: number | null): void {
  const named = props.series.flatMap((series) => {
    const last = pointsOf(props, series).at(-1);
    return last ? [{ series, last }] : [];
  });
  const lift = above === null ? 0 : LABEL_HEIGHT - 2;
  const rows = spreadLabels(
    named.map(({ last }) => y(last.value) - lift),
    LABEL_HEIGHT,
    MARGIN.top,
    props.height - MARGIN.bottom,
  );
  ends
    .selectAll<SVGTextElement, (typeof named)[number]>('text')
    .data(named, ({ series }) => series.id)
    .join('text')
    .attr('class', 'end')
    .attr('text-anchor', above === null ? 'start' : 'end')
    .attr('x', ({ last }) => above ?? rounded(x(last.length)) + LABEL_GAP)
    .attr('y', (_, index) => rounded((rows[index] ?? 0) + 4))
    .attr('fill', ({ series }) => series.color)
    .attr('stroke', props.palette.card)
    .text(({ series }) => series.label);
}
