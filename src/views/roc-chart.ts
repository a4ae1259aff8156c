/**
 * ROC curves: the share of pairs of the same person that are accepted against that of strangers, for every threshold.
 * On each curve a ring where both kinds of error are equally frequent, on the falling diagonal. Which curve is whose is
 * told by the table beside it, with the same line styles.
 */
import { line, scaleLinear, select } from 'd3';
import { decimal } from '../i18n/format';
import type { RocPoint } from '../math/roc';
import type { Palette } from './palette';
import type { View } from './view';

export type RocLine = {
  readonly id: string;
  readonly color: string;
  readonly dash: string | null;
  readonly curve: readonly RocPoint[];
  /** Share of errors of either kind where both are equal. */
  readonly equalError: number;
};

export type RocChartProps = {
  readonly palette: Palette;
  /** CSS pixels, as wide as high. */
  readonly side: number;
  readonly lines: readonly RocLine[];
  readonly words: { readonly accepted: string; readonly mistaken: string };
};

const MARGIN = { top: 8, right: 10, bottom: 40, left: 42 };
const TICKS = [0, 0.5, 1];
/** Points of a curve nearer to the last drawn one than this do not show. */
const FINENESS = 0.004;

/** The curve without the points that nobody could tell apart; ends stay. */
export function thinned(curve: readonly RocPoint[]): readonly RocPoint[] {
  let kept: RocPoint | undefined;
  return curve.filter((point, index) => {
    const far =
      !kept || Math.hypot(point.accepted - kept.accepted, point.mistaken - kept.mistaken) >= FINENESS;
    if (!far && index < curve.length - 1) return false;
    kept = point;
    return true;
  });
}

export function createRocChart(container: HTMLElement, first: RocChartProps): View<RocChartProps> {
  const svg = select(container).append('svg').attr('class', 'roc-chart').attr('aria-hidden', 'true');
  const layer = (name: string) => svg.append('g').attr('class', name);
  const [grid, curves, rings, texts] = [layer('grid'), layer('lines'), layer('rings'), layer('texts')];

  function update({ palette, side, lines, words }: RocChartProps): void {
    svg.attr('viewBox', `0 0 ${side} ${side}`).attr('width', side).attr('height', side);
    const x = scaleLinear([0, 1], [MARGIN.left, side - MARGIN.right]);
    const y = scaleLinear([0, 1], [side - MARGIN.bottom, MARGIN.top]);
    const rules = [
      ...TICKS.map((tick) => ({ x1: x(0), x2: x(1), y1: y(tick), y2: y(tick) })),
      { x1: x(0), x2: x(1), y1: y(1), y2: y(0) },
    ];
    grid
      .selectAll('line')
      .data(rules)
      .join('line')
      .attr('stroke', palette.hairline)
      .attr('x1', (rule) => rule.x1)
      .attr('x2', (rule) => rule.x2)
      .attr('y1', (rule) => rule.y1)
      .attr('y2', (rule) => rule.y2);
    const path = line<RocPoint>()
      .x((point) => Math.round(x(point.mistaken) * 10) / 10)
      .y((point) => Math.round(y(point.accepted) * 10) / 10);
    curves
      .selectAll<SVGPathElement, RocLine>('path')
      .data(lines, ({ id }) => id)
      .join('path')
      .attr('fill', 'none')
      .attr('stroke', ({ color }) => color)
      .attr('stroke-width', 2.2)
      .attr('stroke-linejoin', 'round')
      .attr('stroke-dasharray', ({ dash }) => dash)
      .attr('d', ({ curve }) => path(thinned(curve)));
    rings
      .selectAll<SVGCircleElement, RocLine>('circle')
      .data(lines, ({ id }) => id)
      .join('circle')
      .attr('r', 4.5)
      .attr('fill', palette.card)
      .attr('stroke-width', 2)
      .attr('stroke', ({ color }) => color)
      .attr('cx', ({ equalError }) => x(equalError).toFixed(1))
      .attr('cy', ({ equalError }) => y(1 - equalError).toFixed(1));
    const middle = (MARGIN.top + side - MARGIN.bottom) / 2;
    const labels = [
      ...TICKS.map((tick) => ({ text: decimal(tick, 1), at: [x(0) - 8, y(tick) + 4], anchor: 'end' })),
      ...TICKS.map((tick) => ({ text: decimal(tick, 1), at: [x(tick), y(0) + 18], anchor: 'middle' })),
      { text: words.mistaken, at: [x(0.5), side - 5], anchor: 'middle' },
      { text: words.accepted, at: [-middle, 12], anchor: 'middle', turn: -90 },
    ];
    texts
      .selectAll<SVGTextElement, (typeof labels)[number]>('text')
      .data(labels)
      .join('text')
      .attr('fill', palette.muted)
      .attr('x', ({ at }) => at[0] ?? 0)
      .attr('y', ({ at }) => at[1] ?? 0)
      .attr('text-anchor', ({ anchor }) => anchor)
      .attr('transform', (label) => ('turn' in label ? `rotate(${label.turn})` : null))
      .text(({ text }) => text);
  }

  update(first);
  return { update, dispose: () => void svg.remove() };
}
