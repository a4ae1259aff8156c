/** Where one task ends and another begins in a chart of learning curves, and the curves of each. */
import {
  type CurvePoint,
  type Layer,
  type LearningCurvesProps,
  MARGIN,
  rounded,
  type Scale,
} from './curve-plot';

/** The paths of the curves of each task; null where there is none. */
export function joined(
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
export function drawSplit(grid: Layer, props: LearningCurvesProps, x: Scale): void {
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
