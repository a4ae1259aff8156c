/**
 * The card of one network of two tasks: a digit on its way through the trunk to both heads, the gradients of one hidden
 * unit and their sum, and the gradients over the whole trunk as arrows. Canvas for pictures and weights, SVG for the rest.
 */
import { decimal, whole } from '../i18n/format';
import type { SecondTask } from '../spec/experiment-spec';
import { PICTURE_SIDE } from '../spec/multi-task-network';
import { arrowMarks } from './gradient-arrows';
import { createFreshness } from './learn-fresh';
import type { Box } from './learn-layout';
import { hasGradients } from './ledger-picture';
import { networkLook } from './network-look';
import { outlineOf } from './outlines';
import type { Palette } from './palette';
import { createSiameseCanvas, type SiameseCanvas } from './siamese-canvas';
import { createMarks, joined, type SiameseMarks } from './siamese-marks';
import type { StepPhase } from './step-phase';
import { sizeLayer, svgLayer } from './svg-layer';
import { kernelBoxes, kernelBoxesBetween, type TaskLayout, taskLayout } from './task-layout';
import { captionMarks, headMarks, noMarks, type TaskWords, threadMarks } from './task-marks';
import { type TaskPart, type TaskScene, taskScene } from './task-scene';
import { arrowsOf, type TrunkPicture, trunkLearned, trunkSumOf } from './trunk-picture';
import type { View } from './view';

export type TaskViewProps = {
  readonly palette: Palette;
  readonly words: TaskWords;
  readonly width: number;
  readonly dpr: number;
  readonly picture: TrunkPicture;
  /** While the switch is flipped: the network that gives way, and how far it has, 0 to 1. */
  readonly flip: { readonly before: TrunkPicture; readonly progress: number } | null;
  /** Class probabilities of each task for the digit that is shown; null before there is an answer. */
  readonly probabilities: readonly ArrayLike<number>[] | null;
  /** Said in the place of the bars where there is no answer. */
  readonly unanswered: string;
  /** [28, 28] the digit that is shown, 0 (paper) to 1 (ink). */
  readonly pixels: Float32Array;
  readonly second: SecondTask;
  readonly phase: StepPhase | null;
  readonly part: TaskPart | null;
};

const TASKS = [0, 1] as const;

export function createTaskView(container: HTMLElement, first: TaskViewProps): View<TaskViewProps> {
  const behind = svgLayer(container, 'task-grounds');
  const canvas = createSiameseCanvas(container, { side: PICTURE_SIDE, faces: false });
  const front = svgLayer(container, 'task-annotations');
  const marks = createMarks(behind.node() as SVGSVGElement, front.node() as SVGSVGElement);
  const isFresh = createFreshness();

  function update(props: TaskViewProps): void {
    const { palette, picture, words, width } = props;
    const { network } = picture;
    const layout = taskLayout(width);
    const scene = taskScene(props.phase, network);
    const accent = palette[networkLook[network].tone];
    if (isFresh('size', [width, layout.height]))
      for (const svg of [behind, front]) sizeLayer(svg, width, layout.height);
    const known = hasGradients(picture.source);
    const { flip } = props;
    const boxesOfKernels = (of: TrunkPicture['network']) =>
      flip
        ? kernelBoxesBetween(layout, of, flip.before.network, network, flip.progress)
        : kernelBoxes(layout, of);
    const boxes = boxesOfKernels(network);
    marks.draw(
      joined([
        threadMarks(layout, network, boxes, scene, accent),
        headMarks(layout, props, accent),
        captionMarks({
          ...{ layout, network, unit: picture.unit, known, scene, palette, accent, words },
          untrained: picture.step === 0,
          named: flip?.progress ?? 1,
        }),
        arrowsOn(props, layout, scene, accent),
        outlines([props.part, scene.outlined], layout, picture, palette),
      ]),
    );
    canvas.begin(width, layout.height, props.dpr, palette);
    for (const task of TASKS) canvas.face(props.pixels, layout.pictures[task], 1, 6);
    if (flip) {
      const going = boxesOfKernels(flip.before.network);
      drawKernels(canvas, flip.before, going, scene, 1 - flip.progress);
    }
    drawKernels(canvas, picture, boxes, scene, flip?.progress ?? 1);
    if (known) drawGradients(canvas, picture, layout, scene);
  }

  update(first);
  return {
    update,
    dispose() {
      behind.remove();
      front.remove();
      canvas.remove();
    },
  };
}

function arrowsOn(
  { picture, palette, words }: TaskViewProps,
  layout: TaskLayout,
  scene: TaskScene,
  accent: string,
): SiameseMarks {
  if (!picture.products) return noMarks;
  const arrows = arrowsOf(picture.products);
  const together = picture.network !== 'separate';
  const { degrees, cosine } = arrows;
  const angle =
    degrees === null || cosine === null ? words.noAngle : words.angle(whole(degrees), decimal(cosine));
  return arrowMarks({
    ...{ arrows, box: layout.arrows, together, palette, accent },
    words: {
      names: words.arrowNames,
      sum: words.arrowSum,
      below: [
        words.lengths(decimal(arrows.first, 3), decimal(arrows.second, 3)),
        together ? angle : words.ownTrunks,
      ],
    },
    shown: scene.tiles,
    sumShown: scene.sum,
  });
}

function drawKernels(
  canvas: SiameseCanvas,
  picture: TrunkPicture,
  boxes: readonly Box[],
  { kernelMix }: TaskScene,
  opacity: number,
): void {
  if (picture.source === 'unread') return;
  const { before, after } = trunkLearned(picture);
  const { network, residuals } = picture;
  boxes.forEach((box, index) => {
    if (network === 'soft' && index > 0) {
      if (residuals) canvas.tile('residuals', residuals, index - 1, box, opacity);
      return;
    }
    if (kernelMix < 1) canvas.tile(`${network} before`, before, index, box, opacity, after);
    if (kernelMix > 0)
      canvas.tile(`${network} after`, after, index, box, kernelMix < 1 ? kernelMix : opacity);
  });
}

function drawGradients(
  canvas: SiameseCanvas,
  picture: TrunkPicture,
  layout: TaskLayout,
  scene: TaskScene,
): void {
  const { tiles } = picture;
  for (const task of TASKS) {
    const home = layout.tiles[task];
    canvas.tile('tiles', tiles, task, home, scene.tiles);
    if (scene.toSum > 0 && scene.toSum < 1)
      canvas.tile('tiles', tiles, task, between(home, layout.sum, scene.toSum), 0.85);
  }
  if (picture.network !== 'separate')
    canvas.tile('sum', trunkSumOf(picture).sum, 0, layout.sum, scene.sum, tiles);
}

const between = (from: Box, to: Box, part: number): Box => ({
  ...from,
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
});

function outlines(
  parts: readonly (TaskPart | null)[],
  layout: TaskLayout,
  { network }: TrunkPicture,
  { ink }: Palette,
): SiameseMarks {
  const boxes = parts.flatMap((part) => (part ? boxesOf(part, layout, network) : []));
  return {
    ...noMarks,
    frames: boxes.map((box) => ({
      ...outlineOf(box),
      ...{ stroke: ink, thickness: 2, radius: 10, opacity: 1 },
    })),
  };
}

function boxesOf(part: TaskPart, layout: TaskLayout, network: TrunkPicture['network']): readonly Box[] {
  switch (part) {
    case 'pictures':
      return layout.pictures;
    case 'trunk':
      return kernelBoxes(layout, network);
    case 'heads':
      return layout.heads;
    case 'tiles':
      return layout.tiles;
    case 'sum':
    case 'identity':
      return network === 'separate' ? [] : [layout.sum];
    case 'arrows':
      return [layout.arrows];
    default:
      return part satisfies never;
  }
}
