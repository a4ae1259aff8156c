/**
 * The stage of act Slide: input, window, threads, kernel (one, or one taken from the wall), feature map.
 * Three canvases for cells, one SVG for everything else. No clock: `flip`, `glide` and `phase` say how far an
 * animation has come. Interaction belongs to the controls that the owner lays over the same layout.
 */
import { type Selection, select } from 'd3';
import type { ConvolutionGeometry } from '../math/convolution-geometry';
import { divergingTable, extentOf, sequentialTable } from './color-scales';
import { drawKernelGrid } from './kernel-grid';
import { kernelWallBuffer, paintBuffer, wallPlace } from './kernel-wall';
import type { Palette } from './palette';
import { cellColors, paintPixelGrid } from './pixel-grid';
import { type Rect, type SlideLayout, slideHeight } from './slide-layout';
import {
  around,
  hangsOver,
  outputRect,
  paddingCells,
  uncoveredHatch,
  weightMarks,
  windowRect,
} from './slide-marks';
import type { View } from './view';
import { between, funnel, outlines, outputThread, wallThread } from './window-threads';

/** The phases of one position, in order. */
export const SLIDE_PHASES = ['window', 'products', 'sum', 'bias', 'relu', 'cell'] as const;
export type SlidePhase = (typeof SLIDE_PHASES)[number];
/** Parts that the explanation can light up. */
export type SlidePart = 'input' | 'window' | 'kernel' | 'products' | 'output' | 'wall';

export type SlideLabels = {
  readonly input: string;
  readonly inputDetail: string;
  readonly kernel: string;
  readonly kernelDetail: string;
  readonly output: string;
  readonly outputDetail: string;
  /** Under the kernel: how often it is used, and of what it consists. */
  readonly use: string;
  readonly cost: string;
};

export type SlideStageProps = {
  readonly palette: Palette;
  readonly layout: SlideLayout;
  readonly ratio: number;
  readonly geometry: ConvolutionGeometry;
  readonly image: ArrayLike<number>;
  /** [sites] after the ReLU; cells from `filled` on are shown as not computed. */
  readonly outputs: ArrayLike<number>;
  readonly filled: number;
  /** Where the sliding window stands, and which position is shown (another one while it is pointed at). */
  readonly site: number;
  readonly shown: number;
  /** 0: the shared kernel; 1: the wall and the kernel taken from it; between: on the way. */
  readonly flip: number;
  readonly sharedKernel: ArrayLike<number>;
  /** [sites, taps+1], or null while nothing of the wall is to be seen. */
  readonly ownKernels: ArrayLike<number> | null;
  /** Positions whose kernel was changed by hand. */
  readonly edited: readonly number[];
  readonly tap: number | null;
  readonly part: SlidePart | null;
  /** The window is on its way from another position. */
  readonly glide: { readonly from: number; readonly fraction: number } | null;
  readonly phase: SlidePhase | null;
  readonly labels: SlideLabels;
};

type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

const ease = (fraction: number) => fraction * fraction * (3 - 2 * fraction);

export function createSlideStage(container: HTMLElement, first: SlideStageProps): View<SlideStageProps> {
  const document = container.ownerDocument;
  const canvases = ['input', 'output', 'wall'].map((name) => {
    const canvas = document.createElement('canvas');
    canvas.dataset.board = name;
    canvas.style.position = 'absolute';
    canvas.setAttribute('aria-hidden', 'true');
    container.append(canvas);
    return canvas;
  });
  const svg = select(container).append('svg').attr('aria-hidden', 'true');
  svg.style('position', 'absolute').style('inset', '0').style('overflow', 'visible');
  for (const layer of ['under', 'own', 'shared', 'over', 'texts']) svg.append('g').attr('class', layer);
  let drawn: SlideStageProps | null = null;

  function update(props: SlideStageProps) {
    container.style.position = 'relative';
    container.style.height = `${slideHeight(props.layout, props.flip > 0.5)}px`;
    svg.attr('width', props.layout.width).attr('height', slideHeight(props.layout, props.flip > 0.5));
    paintBoards(canvases, props, drawn);
    drawMarks(svg, props);
    drawTexts(svg, props);
    drawn = props;
  }

  update(first);
  return {
    update,
    dispose: () => {
      for (const canvas of canvases) canvas.remove();
      svg.remove();
    },
  };
}

/** Repaints only the boards whose data changed. */
function paintBoards(
  canvases: readonly HTMLCanvasElement[],
  props: SlideStageProps,
  before: SlideStageProps | null,
) {
  const [input, output, wall] = canvases;
  const { palette, layout, geometry, ratio } = props;
  const moved = before?.layout !== layout || before.palette !== palette || before.ratio !== ratio;
  const table = sequentialTable(palette);
  if (input && (moved || before.image !== props.image)) {
    const colors = cellColors(props.image, 1, table);
    paintPixelGrid(input, {
      colors,
      columns: geometry.width,
      pitch: layout.input.pitch,
      ratio,
      emptyLine: palette.hairline,
    });
    place(input, layout.input.x, layout.input.y);
  }
  if (output && (moved || before.outputs !== props.outputs || before.filled !== props.filled)) {
    const colors = cellColors(props.outputs, extentOf(props.outputs), table, props.filled);
    paintPixelGrid(output, {
      colors,
      columns: geometry.outWidth,
      pitch: layout.output.pitch,
      ratio,
      emptyLine: palette.hairline,
    });
    place(output, layout.output.x, layout.output.y);
  }
  if (!wall) return;
  wall.style.display = props.flip === 0 || !props.ownKernels ? 'none' : 'block';
  wall.style.opacity = String(ease(props.flip));
  if (props.ownKernels && (moved || before.ownKernels !== props.ownKernels)) {
    const { wallCells } = layout;
    const kernels = props.ownKernels;
    const data = {
      kernels,
      groups: geometry.sites,
      columns: geometry.outWidth,
      size: geometry.size,
      extent: extentOfTaps(kernels, geometry.taps),
      selected: null,
    };
    paintBuffer(wall, kernelWallBuffer(data, divergingTable(palette), wallCells));
    wall.style.width = `${wall.width / wallCells.ratio}px`;
    wall.style.height = `${wall.height / wallCells.ratio}px`;
    place(wall, layout.wall.x, layout.wall.y);
  }
}

function place(canvas: HTMLCanvasElement, x: number, y: number) {
  canvas.style.left = `${x}px`;
  canvas.style.top = `${y}px`;
}

/** Largest weight, biases left out. */
function extentOfTaps(kernels: ArrayLike<number>, taps: number): number {
  let extent = 1e-12;
  for (let index = 0; index < kernels.length; index++)
    if (index % (taps + 1) !== taps) extent = Math.max(extent, Math.abs(kernels[index] ?? 0));
  return extent;
}

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
  return glide ? between(windowRect(layout, geometry, glide.from), here, ease(glide.fraction)) : here;
}

function drawMarks(svg: Svg, props: SlideStageProps) {
  const { palette, layout, geometry, shown, site } = props;
  const t = ease(props.flip);
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
    over.push(
      { key: 'weight-zeros', path: weight.zeros, stroke: accent, width: line, dash: '2 2' },
      { key: 'weight-pixels', path: weight.pixels, stroke: accent, width: line },
      {
        key: 'weight-outputs',
        path: weight.outputs,
        stroke: accent,
        width: Math.min(1.75, layout.output.pitch / 6),
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

type Line = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  readonly strong: string;
  readonly detail: string;
  readonly color: string;
};

function drawTexts(svg: Svg, props: SlideStageProps) {
  const { layout, labels, palette } = props;
  const independent = props.flip > 0.5;
  const captionY = independent ? layout.ownCaptionY : layout.sharedCaptionY;
  const accent = independent ? palette.independent : palette.shared;
  const centre = layout.width / 2;
  const kernelX = independent ? layout.ownKernel.x : layout.sharedKernel.x;
  const start = 'start' as const;
  const middle = 'middle' as const;
  const lines: Line[] = [
    {
      key: 'input',
      x: 0,
      y: layout.titleY,
      anchor: start,
      strong: labels.input,
      detail: labels.inputDetail,
      color: palette.ink,
    },
    {
      key: 'output',
      x: layout.outputFrame.x,
      y: layout.titleY,
      anchor: start,
      strong: labels.output,
      detail: labels.outputDetail,
      color: palette.ink,
    },
    { key: 'use', x: centre, y: captionY, anchor: middle, strong: labels.use, detail: '', color: accent },
    {
      key: 'cost',
      x: centre,
      y: captionY + 19,
      anchor: middle,
      strong: '',
      detail: labels.cost,
      color: palette.ink,
    },
  ];
  if (layout.wide)
    lines.push({
      key: 'kernel',
      x: Math.min(kernelX, layout.sharedKernel.x),
      y: layout.titleY,
      anchor: start,
      strong: labels.kernel,
      detail: labels.kernelDetail,
      color: palette.ink,
    });
  const texts = svg
    .select('g.texts')
    .selectAll<SVGTextElement, Line>('text')
    .data(lines, (line) => line.key)
    .join((enter) => {
      const text = enter.append('text');
      text.append('tspan').attr('class', 'strong');
      text.append('tspan').attr('class', 'detail');
      return text;
    })
    .attr('x', (line) => Math.round(line.x * 10) / 10)
    .attr('y', (line) => Math.round(line.y * 10) / 10)
    .attr('text-anchor', (line) => line.anchor)
    .attr('class', 'number');
  texts
    .select('tspan.strong')
    .attr('font-weight', 600)
    .attr('font-size', (line) => (line.key === 'use' ? 13 : 14))
    .attr('fill', (line) => line.color)
    .text((line) => line.strong);
  texts
    .select('tspan.detail')
    .attr('font-size', layout.wide ? 13 : 12)
    .attr('dx', (line) => (line.strong && line.detail ? 7 : 0))
    .attr('fill', palette.muted)
    .text((line) => line.detail);
}
