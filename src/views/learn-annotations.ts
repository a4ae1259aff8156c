/**
 * Words, threads, frames and outlines of a Learn card, as SVG over the canvas. What belongs to the shared
 * network fades out as the routing goes to 1, what belongs to the independent one fades in.
 */

import { powerOfTen, small } from '../i18n/format';
import type { Messages } from '../i18n/messages';
import { CLOSE_GAP } from './learn-canvas';
import { type Box, closeUpOrigin, type LearnLayout, TILES, tileBox } from './learn-layout';
import type { Annotations, Frame, Line, Stroke } from './learn-marks';
import type { LearnPart, LearnScene } from './learn-scene';
import { allThreads, mapThread } from './learn-threads';
import { allZero, drawnExtent } from './ledger-extent';
import {
  changeOfKernel,
  hasGradients,
  type LedgerPicture,
  normOfRow,
  type PictureSource,
  partialSum,
  type TileSum,
} from './ledger-picture';
import type { Palette } from './palette';
import { interpolateRgb } from './rgb';
import { threadBetween, threadPath } from './sum-threads';

export type Annotated = {
  readonly layout: LearnLayout;
  readonly palette: Palette & { readonly warning?: string };
  readonly words: Messages['learn'];
  readonly routing: number;
  readonly shared: LedgerPicture | null;
  readonly independent: LedgerPicture | null;
  readonly sharedSum: TileSum | null;
  readonly scene: LearnScene;
  readonly source: PictureSource;
  readonly selected: number;
  readonly part: LearnPart | null;
};

/** What the ends of a map's colours stand for. */
const scaleText = (values: Float32Array, cells: number, words: Messages['learn']): string =>
  allZero(values, cells) ? words.allZero : words.scale(small(drawnExtent(values, cells)));

const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

export function annotationsOf(props: Annotated): Annotations {
  const { routing } = props;
  const lines: Line[] = [];
  const frames: Frame[] = [];
  const strokes: Stroke[] = [];
  const sharedOpacity = Math.max(0, 1 - routing * 2);
  const ownOpacity = Math.max(0, (routing - 0.5) / 0.5);
  if (props.layout.axis === 'across' || routing < 0.5) threads(props, strokes);
  if (sharedOpacity > 0 && props.shared) sharedNotes(props, props.shared, sharedOpacity, lines, frames);
  if (routing >= 0.5 && props.independent)
    independentNotes(props, props.independent, ownOpacity, lines, frames, strokes);
  return { lines: lines.filter(({ text, opacity }) => text !== '' && opacity > 0), frames, strokes };
}

function threads({ layout, palette, routing, selected, scene }: Annotated, strokes: Stroke[]): void {
  const stroke = interpolateRgb(palette.shared, palette.independent)(routing);
  const dash = routing > 0.5 ? '3 4' : null;
  const fading = layout.axis === 'down' ? 1 - 2 * routing : 1;
  for (const thread of allThreads(layout, routing))
    strokes.push({ d: threadPath(thread), stroke, dash, opacity: 0.38 * fading, width: 1 });
  if (routing === 0 && scene.arrived > 0)
    strokes.push({ d: threadPath(mapThread(layout, selected, 0)), stroke, dash, opacity: 0.95, width: 1.6 });
}

function mapNotes(
  props: Annotated,
  picture: LedgerPicture,
  network: 'shared' | 'independent',
  opacity: number,
) {
  const { layout, palette, words } = props;
  const box = layout.map[network];
  const cells = picture.tiles.length / picture.groupOf.length;
  const known = hasGradients(props.source);
  const ofWhat = props.source === 'example' ? words.tilesOfDigit : words.tilesOfBatch;
  const label = known ? ofWhat : words.tilesUnknown;
  const narrow = layout.axis === 'down' && network === 'independent';
  const lines: Line[] = [
    {
      text: narrow ? words.tilesShort : label,
      x: layout.axis === 'down' && !narrow ? 0 : box.x,
      y: 14,
      fill: palette.muted,
      opacity,
    },
  ];
  if (layout.axis === 'across' && known)
    lines.push({
      text: scaleText(picture.tiles, cells, words),
      x: box.x + 70,
      y: box.y + box.height + 20,
      fill: palette.muted,
      size: 12,
      opacity,
    });
  return lines;
}

function sharedNotes(
  props: Annotated,
  picture: LedgerPicture,
  opacity: number,
  lines: Line[],
  frames: Frame[],
): void {
  const { layout, palette, words, scene, sharedSum, source } = props;
  const { sum, kernel, map, pitch, axis } = layout;
  const note = (text: string, x: number, y: number, more: Partial<Line> = {}) =>
    lines.push({ text, x, y, fill: palette.ink, opacity, ...more });
  if (layout.axis === 'down' || props.routing < 0.5)
    lines.push(...mapNotes(props, picture, 'shared', layout.axis === 'down' ? opacity : 1));
  for (const box of [sum, kernel])
    frames.push({ ...grown(box, 4), stroke: palette.shared, thickness: 1.6, radius: 5, opacity });
  const tile = tileBox(map.shared, pitch.shared, props.selected);
  frames.push({ ...grown(tile, 1.5), stroke: palette.shared, thickness: 1.8, radius: 4, opacity });

  const identity = sharedSum && identityText(sharedSum, words);
  const identityFill = sharedSum && !sharedSum.same ? (palette.warning ?? palette.ink) : palette.shared;
  const known = hasGradients(source);
  const done = scene.arrived === picture.groupOf.length;
  const change = source === 'batch' ? words.change(small(changeOfKernel(picture, 0))) : '';
  const kernelLabel = source === 'batch' && scene.moves ? words.movesOne : words.startsOne;
  if (axis === 'across') {
    const right = sum.x + sum.width + 18;
    note(words.theirSum, sum.x, 14, { fill: palette.muted });
    const middle = sum.y + sum.height / 2;
    if (known) {
      if (scene.arrived > 0) note(words.sumOf(String(scene.arrived)), right, middle - 25, { weight: 650 });
      if (done) note(words.equalsGradient, right, middle - 5);
      if (identity) note(identity, right, middle + 15, { fill: identityFill, opacity: done ? opacity : 0 });
      const cells = picture.tiles.length / picture.groupOf.length;
      const length = normOfRow(partialSum(picture.tiles, cells, scene.arrived), 0, cells);
      if (scene.arrived > 0)
        note(words.sumLength(small(length)), right, middle + 35, { fill: palette.muted });
    }
    note(kernelLabel, kernel.x + 16, kernel.y - 12, { fill: palette.muted });
    const center = kernel.y + kernel.height / 2;
    note(words.uses(String(picture.groupOf.length)), right, center - 15, { weight: 650 });
    note(words.oneKernel, right, center + 5);
    if (scene.kernelMix > 0) note(change, right, center + 25, { fill: palette.muted });
  } else {
    const center = (sum.x + sum.width + kernel.x) / 2;
    const middle = sum.y + sum.height / 2;
    const text = done
      ? `${words.sumOf(String(scene.arrived))} ${words.equalsGradient}`
      : words.sumOf(String(scene.arrived));
    if (known) note(text, center, middle - 14, { weight: 650, anchor: 'middle', size: 12 });
    if (identity)
      note(identity, center, middle + 22, {
        fill: identityFill,
        anchor: 'middle',
        opacity: done ? opacity : 0,
      });
    note(words.theirSum, 0, sum.y + sum.height + 22, { fill: palette.muted });
    note(kernelLabel, layout.width, sum.y + sum.height + 22, { fill: palette.muted, anchor: 'end' });
  }
}

export const identityText = (sum: TileSum, words: Messages['learn']): string =>
  (sum.same ? words.same : words.differ)(powerOfTen(sum.difference));

function independentNotes(
  props: Annotated,
  picture: LedgerPicture,
  opacity: number,
  lines: Line[],
  frames: Frame[],
  strokes: Stroke[],
): void {
  const { layout, palette, words, selected, source, scene, routing } = props;
  const { wall, map, pitch, closeUp } = layout;
  const fill = palette.muted;
  lines.push(...mapNotes(props, picture, 'independent', layout.axis === 'down' ? opacity : 1));
  const [from, to] = [
    tileBox(map.independent, pitch.independent, selected),
    tileBox(wall, pitch.independent, selected),
  ];
  const wallLabel = source === 'batch' && scene.moves ? words.movesOwn : words.startsOwn;
  if (closeUp) {
    lines.push({ text: words.closeUp, x: closeUp.x, y: 14, fill, opacity });
    lines.push({ text: words.overview, x: wall.x, y: wall.y - 8, fill, opacity });
    const { row, column } = closeUpOrigin(selected, closeUp.tiles);
    const origin = row * TILES + column;
    for (const grid of [map.independent, wall]) {
      const corner = tileBox(grid, pitch.independent, origin);
      const side = closeUp.tiles * pitch.independent;
      const window = { ...corner, width: side - 1, height: side - 1 };
      frames.push({ ...grown(window, 1.5), stroke: palette.independent, thickness: 1.6, radius: 4, opacity });
    }
    const inside = {
      x: closeUp.x + ((selected % TILES) - column) * closeUp.pitch,
      y: closeUp.y + (Math.floor(selected / TILES) - row) * closeUp.pitch,
      width: closeUp.pitch - CLOSE_GAP,
      height: closeUp.pitch - CLOSE_GAP,
    };
    frames.push({ ...grown(inside, 2), stroke: palette.independent, thickness: 2, radius: 4, opacity });
    frames.push({ ...grown(from, 1), stroke: palette.independent, thickness: 1.2, radius: 2, opacity });
    // From the position's gradient to its own kernel.
    if (routing === 1)
      strokes.push({
        d: threadPath(
          threadBetween(
            { x: from.x - 2, y: from.y + from.height / 2 },
            { x: inside.x + inside.width + 3, y: inside.y + inside.height / 2 },
            'across',
          ),
        ),
        stroke: palette.independent,
        dash: '4 3',
        opacity: 1,
        width: 1.5,
      });
    return;
  }
  lines.push({ text: wallLabel, x: wall.x, y: 14, fill, opacity });
  const cells = picture.kernels.length / picture.groups;
  lines.push({
    text: scaleText(picture.kernels, cells, words),
    x: wall.x + 70,
    y: wall.y + wall.height + 20,
    fill,
    size: 12,
    opacity,
  });
  for (const tile of [from, to])
    frames.push({ ...grown(tile, 2), stroke: palette.independent, thickness: 2, radius: 4, opacity });
  if (routing === 1)
    strokes.push({
      d: `M${from.x + from.width + 2},${from.y + from.height / 2}H${to.x - 2}`,
      stroke: palette.independent,
      dash: '4 4',
      opacity: 1,
      width: 1.5,
    });
}
