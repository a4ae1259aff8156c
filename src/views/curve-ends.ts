/** What is written at the ends of learning curves: their names, the threshold's, and the size of each gap. */
import {
  isNarrow,
  LABEL_GAP,
  LABEL_HEIGHT,
  type Layer,
  type LearningCurvesProps,
  type Level,
  levelsOf,
  MARGIN,
  plotRight,
  rounded,
  type Scale,
} from './curve-plot';
import { spreadLabels } from './spread-labels';

const GAP_LABEL_WIDTH = 64; // px, with the space around it

/** Names at the ends of the curves, pushed apart where they would touch. */
export function drawEnds(ends: Layer, props: LearningCurvesProps, x: Scale, y: Scale): void {
  const named = props.series.flatMap((series) => {
    const last = series.points.at(-1);
    return last && series.label ? [{ series, last }] : [];
  });
  const narrow = isNarrow(props);
  const { palette } = props;
  const levels = levelsOf(props);
  const levelHeights = levels.map(({ value }) => y(value));
  const heights = named.map(({ last }) => y(last.value));
  const rows = spreadLabels(
    // Beside the plot the names of the lines across it are among those that must not touch.
    narrow ? heights : [...heights, ...levelHeights],
    LABEL_HEIGHT,
    MARGIN.top + (narrow ? LABEL_HEIGHT : 0),
    props.height - MARGIN.bottom,
  );
  const levelRows = narrow
    ? spreadLabels(levelHeights, LABEL_HEIGHT, MARGIN.top, props.height - MARGIN.bottom).map((row) => row - 4)
    : rows.slice(named.length).map((row) => row + 4);
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
    .selectAll<SVGTextElement, Level>('text.threshold')
    .data(levels)
    .join('text')
    .attr('class', 'threshold')
    .attr('x', narrow ? MARGIN.left + 4 : plotRight(props) + LABEL_GAP)
    .attr('y', (_, index) => rounded(levelRows[index] ?? 0))
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
