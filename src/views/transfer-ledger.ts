/**
 * The ledger of one kernel of Transfer, small: a map of the gradient of each position, threads into their sum, and the
 * kernel that it moves. A locked kernel has none: a lock stands in the place of the map. Decoration to a screen reader.
 */
import { createLearnCanvas } from './learn-canvas';
import { type Box, type LearnLayout, TILES } from './learn-layout';
import { annotationLayers, boxOfPart, drawAnnotations, type Line, type Stroke } from './learn-marks';
import { type LearnScene, learnScene } from './learn-scene';
import { allThreads } from './learn-threads';
import type { LedgerPicture } from './ledger-picture';
import { drawOutlines } from './outlines';
import type { Palette } from './palette';
import type { StepPhase } from './step-phase';
import { threadPath } from './sum-threads';
import { sizeLayer, svgLayer } from './svg-layer';
import { LOCK } from './transfer-lock';
import type { View } from './view';

export type TransferLedgerProps = {
  readonly palette: Palette;
  /** CSS pixels. */
  readonly width: number;
  readonly dpr: number;
  /** Null: there are no gradients, or nobody knows them; `empty` says which. */
  readonly picture: LedgerPicture | null;
  readonly locked: boolean;
  readonly empty: readonly string[];
  /** Of the network. */
  readonly color: string;
  readonly phase: StepPhase | null;
  readonly words: {
    readonly tiles: string;
    /** Over a small map. */
    readonly tilesShort: string;
    readonly sum: (count: number) => string;
    readonly kernel: string;
  };
};

const LABEL = 24;
const FOOT = 10;
const FRAME = 4;
const LINE_HEIGHT = 19;
const NARROW = 330;
const LOCK_SCALE = 2.6;

/** As a card of Learn has them: map at the left, sum over kernel at the right. */
export function transferLedgerLayout(width: number): LearnLayout {
  const pitch = Math.max(10, Math.min(16, Math.floor((width - 48) / 21)));
  const side = pitch * TILES;
  const small = Math.floor((side - 36) / 10) * 5;
  const column = side + (width < NARROW ? 40 : 60);
  const square = (x: number, y: number, size: number): Box => ({ x, y, width: size, height: size });
  const map = square(0, LABEL, side);
  const height = LABEL + side + FOOT;
  return {
    axis: 'across',
    width,
    height: { shared: height, independent: height },
    pitch: { shared: pitch, independent: pitch },
    map: { shared: map, independent: map },
    sum: square(column, LABEL, small),
    kernel: square(column, LABEL + side - small, small),
    wall: map,
    closeUp: null,
  };
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  ...{ x: x - by, y: y - by },
  ...{ width: width + 2 * by, height: height + 2 * by },
});

export function createTransferLedger(
  container: HTMLElement,
  first: TransferLedgerProps,
): View<TransferLedgerProps> {
  const canvas = createLearnCanvas(container);
  const svg = svgLayer(container, 'ledger-annotations');
  const node = svg.node();
  const layers = node && annotationLayers(node);
  const lock = svg.append('path').attr('class', 'lock').attr('d', LOCK).attr('fill-opacity', 0.2);
  const outlines = svg.append('g').attr('class', 'outlines');

  function update(props: TransferLedgerProps) {
    const { palette, width, dpr, picture, color, locked } = props;
    const layout = transferLedgerLayout(width);
    const scene = learnScene(props.phase, TILES * TILES, 'shared');
    sizeLayer(svg, width, layout.height.shared);
    canvas.begin(width, layout.height.shared, dpr, palette);
    if (picture) canvas.shared(picture, layout, scene, 1);
    const shown = { ...props, layout, scene };
    if (layers)
      drawAnnotations(
        layers,
        picture ? knownMarks(shown) : { lines: emptyLines(shown), frames: [], strokes: emptyFrames(shown) },
      );
    const { x, y, width: side } = layout.map.shared;
    lock
      .attr('display', locked ? null : 'none')
      .attr('stroke', color)
      .attr('fill', color)
      .attr('stroke-width', 0.8)
      .attr('transform', `translate(${x + side / 2 - 5 * LOCK_SCALE},${y + side * 0.2})scale(${LOCK_SCALE})`);
    const part = picture ? scene.outlined : scene.outlined && locked ? 'tiles' : null;
    const box = part && part !== 'kernel' ? boxOfPart(part, layout, 'shared') : null;
    drawOutlines(outlines, box ? [box] : [], palette);
  }

  update(first);
  return {
    update,
    dispose() {
      canvas.remove();
      svg.remove();
    },
  };
}

type Shown = TransferLedgerProps & { readonly layout: LearnLayout; readonly scene: LearnScene };

function knownMarks({ layout, scene, palette, color, words }: Shown) {
  const { sum, kernel, map } = layout;
  const fill = palette.muted;
  const arrowX = kernel.x + 5;
  const [top, bottom] = [sum.y + sum.height + 8, kernel.y - 8];
  const arrow: Stroke = {
    d: `M${arrowX},${top}V${bottom}M${arrowX - 3.5},${bottom - 4}L${arrowX},${bottom}L${arrowX + 3.5},${bottom - 4}`,
    ...{ stroke: color, dash: null, opacity: scene.moves ? 1 : 0, width: 1.4 },
  };
  const threads = allThreads(layout, 0).map(
    (thread): Stroke => ({ d: threadPath(thread), stroke: color, dash: null, opacity: 0.38, width: 1 }),
  );
  const line = (text: string, x: number, y: number): Line => ({ text, x, y, fill, opacity: 1 });
  return {
    lines: [
      line(layout.width < NARROW ? words.tilesShort : words.tiles, map.shared.x, 14),
      line(words.sum(scene.arrived), sum.x - FRAME, 14),
      line(words.kernel, arrowX + 9, kernel.y - 12),
    ],
    frames: [sum, kernel].map((box) => ({
      ...grown(box, FRAME),
      ...{ stroke: color, thickness: 1.6, radius: 5, opacity: 1 },
    })),
    strokes: [...threads, arrow],
  };
}

function emptyFrames({ layout, palette, locked }: Shown): readonly Stroke[] {
  const boxes = locked ? [layout.map.shared] : [layout.map.shared, layout.sum];
  return boxes.map(({ x, y, width, height }) => ({
    d: `M${x + 1},${y}h${width - 2}v${height}h${2 - width}z`,
    ...{ stroke: palette.hairline, dash: '4 4', opacity: 1, width: 1.4 },
  }));
}

function emptyLines({ layout, palette, empty, locked }: Shown): readonly Line[] {
  const { x, y, width, height } = layout.map.shared;
  const top = y + height * (locked ? 0.58 : 0.5) - (locked ? 0 : ((empty.length - 1) * LINE_HEIGHT) / 2);
  return empty.map((text, at) => ({
    ...{ text, x: x + width / 2, y: top + at * LINE_HEIGHT, fill: palette.muted },
    ...{ anchor: 'middle' as const, size: 13, opacity: 1 },
  }));
}
