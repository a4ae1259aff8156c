/**
 * The stage of act Slide: input, window, threads, kernel (one, or one taken from the wall), feature map.
 * Three canvases for cells, one SVG for everything else. No clock: `flip`, `glide` and `phase` say how far an
 * animation has come. Interaction belongs to the controls that the owner lays over the same layout.
 */
import { select } from 'd3';
import { extentOf } from './color-scales';
import { kernelWallBuffer, paintBuffer } from './kernel-wall';
import { divergingOf, sequentialOf } from './palette-tables';
import { cellColors, paintCells, paintPixelGrid } from './pixel-grid';
import { slideHeight } from './slide-layout';
import { drawMarks } from './slide-stage-marks';
import { eased, extentOfTaps, type SlideStageProps } from './slide-stage-props';
import { drawTexts } from './slide-stage-texts';
import type { View } from './view';

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
    if (drawn && sameProps(drawn, props)) return;
    container.style.position = 'relative';
    container.style.height = `${slideHeight(props.layout, eased(props.flip))}px`;
    svg.attr('width', props.layout.width).attr('height', slideHeight(props.layout, eased(props.flip)));
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

/** Whether two sets of props show the same: most frames of a slow machine bring nothing new. */
function sameProps(one: SlideStageProps, other: SlideStageProps): boolean {
  return (Object.keys(one) as (keyof SlideStageProps)[]).every((key) => {
    if (key === 'labels') return JSON.stringify(one.labels) === JSON.stringify(other.labels);
    if (key === 'glide')
      return one.glide?.from === other.glide?.from && one.glide?.fraction === other.glide?.fraction;
    return one[key] === other[key];
  });
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
  const table = sequentialOf(palette);
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
    const board = {
      colors,
      columns: geometry.outWidth,
      pitch: layout.output.pitch,
      ratio,
      emptyLine: palette.hairline,
    };
    // While the window slides only the cells it wrote are new.
    if (moved || before.outputs !== props.outputs) paintPixelGrid(output, board);
    else
      paintCells(output, board, Math.min(before.filled, props.filled), Math.max(before.filled, props.filled));
    place(output, layout.output.x, layout.output.y);
  }
  if (!wall) return;
  wall.style.display = props.flip === 0 || !props.ownKernels ? 'none' : 'block';
  wall.style.opacity = String(eased(props.flip));
  if (props.ownKernels && (moved || before.ownKernels !== props.ownKernels)) {
    const { wallCells } = layout;
    const kernels = props.ownKernels;
    const data = {
      kernels,
      groups: geometry.sites,
      columns: geometry.outWidth,
      size: geometry.size,
      extent: extentOfTaps(kernels, geometry.taps),
    };
    paintBuffer(wall, kernelWallBuffer(data, divergingOf(palette), wallCells));
    wall.style.width = `${wall.width / wallCells.ratio}px`;
    wall.style.height = `${wall.height / wallCells.ratio}px`;
    place(wall, layout.wall.x, layout.wall.y);
  }
}

function place(canvas: HTMLCanvasElement, x: number, y: number) {
  canvas.style.left = `${x}px`;
  canvas.style.top = `${y}px`;
}
