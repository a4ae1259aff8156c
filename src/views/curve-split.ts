/** Where one task ends and another begins in a chart of learning curves, and how wide each is. */
import { scaleLinear } from 'd3';
import { type Layer, type LearningCurvesProps, MARGIN, plotRight, rounded, type Scale } from './curve-plot';

/** Part of the width that the old task has, which only prepares what the chart is about. */
const BEFORE = 0.4;

/** The split, where the chart has steps beyond it. */
const splitOf = ({ split, steps }: LearningCurvesProps) => (split && split.step < steps ? split : null);

/** Steps to px. Of two tasks in turn each has its own scale. */
export function stepScale(props: LearningCurvesProps): Scale {
  const [left, right] = [MARGIN.left, plotRight(props)];
  const steps = Math.max(1, props.steps);
  const split = splitOf(props);
  if (!split) return scaleLinear([0, steps], [left, right]);
  return scaleLinear([0, split.step, steps], [left, left + BEFORE * (right - left), right]);
}

/** Steps that the axis names. */
export function stepTicks(props: LearningCurvesProps): readonly number[] {
  const { steps } = props;
  return [0, splitOf(props)?.step ?? steps / 2, steps].map(Math.round);
}

/** A line where another task begins, with the names of both tasks. */
export function drawSplit(grid: Layer, props: LearningCurvesProps, x: Scale): void {
  const { palette, height, steps } = props;
  const split = splitOf(props);
  const known = split ? [split] : [];
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
    { text: before, x: (x(0) + x(step)) / 2 },
    { text: after, x: (x(step) + x(steps)) / 2 },
  ]);
  grid
    .selectAll<SVGTextElement, (typeof names)[number]>('text.split')
    .data(names)
    .join('text')
    .attr('class', 'split tick')
    .attr('x', (name) => rounded(name.x))
    .attr('y', height - 6)
    .attr('text-anchor', 'middle')
    .attr('fill', palette.muted)
    .text((name) => name.text);
}
