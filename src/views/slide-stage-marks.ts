/** Draws threads, window, kernels and outlines of act Slide into the stage's SVG; places come from slide-marks. */
import type { Selection } from 'd3';
import { drawKernelGrid } from './kernel-grid';
import { wallPlace } from './kernel-wall';
import { cssRgb, rgb } from './rgb';
import type { Rect } from './slide-layout';
import {
  around,
  hangsOver,
  outputRect,
  paddingCells,
  uncoveredHatch,
  weightMarks,
  windowRect,
} from './slide-marks';
import { eased, extentOfTaps, type SlideStageProps } from './slide-stage-props';
import { between, funnel, outlines, outputThread, wallThread } from './window-threads';

export type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

/** Place of a position's kernel on the wall. */
function placeOnWall(props: SlideStageProps, site: number): Rect {
  const { layout, geometry } = props;
  const { x, y, side } = wallPlace(site, geometry.size, geometry.outWidth, layout.wallCells);
  return { x: layout.wall.x + x, y: layout.wall.y + y, width: side, height: side };
}

type Mark = {
  readonly key: string;
  readonly path: string;
  readonly stroke: string;
  readonly width: number;
  readonly opacity?: number;
  readonly fill?: string;
  readonly dash?: string | undefined;
};

function drawMarkList(svg: Svg, layer: string, marks: readonly Mark[]) {
  svg
    .select(`g.${layer}`)
    .selectAll<SVGPathElement, Mark>('path')
    .data(marks, (mark) => mark.key)
    .join('path')
    .attr('data-mark', (mark) => mark.key)
    .attr('d', (mark) => mark.path)
    .attr('fill', (mark) => mark.fill ?? 'none')
    .attr('stroke', (mark) => mark.stroke)
    .attr('stroke-width', (mark) => mark.width)
    .attr('stroke-dasharray', (mark) => mark.dash ?? null)
    .attr('opacity', (mark) => mark.opacity ?? 1)
    .attr('stroke-linejoin', 'round')
    .order();
}

function roundBox({ x, y, width, height }: Rect, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const n = (value: number) => Math.round(value * 10) / 10;
  return (
    `M${n(x + r)} ${n(y)}h${n(width - 2 * r)}a${r} ${r} 0 0 1 ${r} ${r}v${n(height - 2 * r)}a${r} ${r} 0 0 1 ${-r} ${r}` +
    `h${n(2 * r - width)}a${r} ${r} 0 0 1 ${-r} ${-r}v${n(2 * r - height)}a${r} ${r} 0 0 1 ${r} ${-r}z`
  );
}

/** Where the window is drawn: at a position, or between two of them. */
function windowPlace(props: SlideStageProps): Rect {
  const { layout, geometry, glide, shown } = props;
  const here = windowRect(layout, geometry, shown);
  return glide ? between(windowRect(layout, geometry, glide.from), here, eased(glide.fraction)) : here;
}

export function drawMarks(svg: Svg, props: SlideStageProps) {
  const { palette, layout, geometry, shown, site } = props;
  const t = eased(props.flip);
  const independent = props.flip > 0.5;
  const accent = independent ? palette.independent : palette.shared;
  const dash = independent ? '5 4' : undefined;
  const view = windowPlace(props);
  const cell = outputRect(layout, geometry, shown);
  const spot = placeOnWall(props, shown);
  const sharedPlace = between(layout.sharedKernel, spot, t);
  const ownPlace = between(spot, layout.ownKernel, t);
  const kernelPlace = independent ? ownPlace : sharedPlace;
  const threads = funnel(view, kernelPlace, layout.wide);
  // While the other kernel takes over, the threads fade out and in again around the middle of the flip.
  const bound = Math.abs(props.flip - 0.5) * 2;
  const strong = props.phase === null || props.phase === 'window' || props.phase === 'products' ? 1 : 0.6;
  const padded = layout.input.x > layout.inputFrame.x || layout.input.y > layout.inputFrame.y;
  const hatchPath = uncoveredHatch(layout, geometry);
  const weight =
    props.tap === null ? null : weightMarks(layout, geometry, props.tap, independent ? shown : null);
  const zeros = paddingCells(layout, geometry, shown);
  const hanging = hangsOver(geometry, shown);

  const under: Mark[] = [];
  if (hatchPath)
    under.push({ key: 'uncovered', path: hatchPath, stroke: palette.muted, width: 1, opacity: 0.8 });
  if (padded)
    under.push({
      key: 'padding',
      path: roundBox(layout.inputFrame, 3),
      stroke: hanging ? palette.muted : palette.hairline,
      width: 1,
      dash: '3 3',
    });
  if (hanging && !props.glide)
    under.push({
      key: 'zeros',
      path: outlines(zeros),
      stroke: palette.muted,
      width: 0.75,
      dash: '2 2',
      opacity: 0.7,
    });
  under.push(
    {
      key: 'funnel',
      path: threads.area,
      stroke: 'none',
      width: 0,
      fill: accent,
      opacity: 0.07 * bound * strong,
    },
    { key: 'threads', path: threads.edges, stroke: accent, width: 1.25, opacity: 0.5 * bound * strong, dash },
    {
      key: 'thread',
      path: outputThread(kernelPlace, cell, layout.wide),
      stroke: accent,
      width: 1.75,
      opacity: (props.phase === null || props.phase === 'cell' ? 0.75 : 0.25) * bound,
      dash,
    },
  );
  if (props.flip > 0)
    under.push({
      key: 'wall-thread',
      path: wallThread(spot, layout.ownKernel),
      stroke: palette.independent,
      width: 1.75,
      opacity: 0.75 * t,
      dash: '5 4',
    });
  drawMarkList(svg, 'under', under);

  const grids = { size: geometry.size, palette, tap: props.tap };
  drawKernelGrid(svg.select<SVGGElement>('g.shared'), {
    ...grids,
    kernel: props.sharedKernel,
    extent: extentOfTaps(props.sharedKernel, geometry.taps),
    rest: layout.sharedKernel,
    place: sharedPlace,
    opacity: 1 - t,
    accent: palette.shared,
    dashed: false,
  });
  const own = props.ownKernels;
  const from = shown * (geometry.taps + 1);
  drawKernelGrid(svg.select<SVGGElement>('g.own'), {
    ...grids,
    kernel: own
      ? Array.from({ length: geometry.taps + 1 }, (_, tap) => own[from + tap] ?? 0)
      : props.sharedKernel,
    extent: extentOfTaps(own ?? props.sharedKernel, geometry.taps),
    rest: layout.ownKernel,
    place: ownPlace,
    opacity: own ? t : 0,
    accent: palette.independent,
    dashed: true,
  });

  const over: Mark[] = [];
  if (weight) {
    const line = Math.min(1.75, layout.input.pitch / 5);
    const wash = cssRgb(rgb(accent), 0.2);
    over.push(
      { key: 'weight-zeros', path: weight.zeros, stroke: accent, width: line, dash: '2 2' },
      { key: 'weight-pixels', path: weight.pixels, stroke: accent, width: line },
      {
        key: 'weight-outputs',
        path: weight.outputs,
        stroke: accent,
        width: 1,
        fill: wash,
        opacity: 0.7,
      },
    );
  }
  if (shown !== site)
    over.push({
      key: 'sliding',
      path: roundBox(around(windowRect(layout, geometry, site), 2), 3),
      stroke: accent,
      width: 1,
      opacity: 0.45,
    });
  over.push(
    { key: 'window', path: roundBox(around(view, 1.5), 3), stroke: accent, width: 2.5 },
    { key: 'cell', path: roundBox(around(cell, 1.5), 4), stroke: accent, width: 2.5 },
  );
  if (props.flip > 0) {
    const corners = props.edited.map((edited) => placeOnWall(props, edited));
    over.push(
      { key: 'edited', path: outlines(corners), stroke: palette.ink, width: 1.5, opacity: t },
      {
        key: 'on-wall',
        path: roundBox(around(spot, 2), 3),
        stroke: palette.independent,
        width: 2.25,
        opacity: t,
      },
    );
  }
  const box = props.part && partBox(props, view, kernelPlace);
  if (box) over.push({ key: 'part', path: roundBox(around(box, 6), 12), stroke: palette.ink, width: 2 });
  drawMarkList(svg, 'over', over);
}

/** The part of the stage that a word of the explanation means; the products have their own view. */
function partBox(props: SlideStageProps, view: Rect, kernel: Rect): Rect | null {
  switch (props.part) {
    case 'input':
      return props.layout.inputFrame;
    case 'window':
      return view;
    case 'kernel':
      return kernel;
    case 'wall':
      return props.flip > 0.5 ? props.layout.wall : kernel;
    case 'output':
      return props.layout.outputFrame;
    default:
      return null;
  }
}
