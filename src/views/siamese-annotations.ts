/**
 * Words, frames and threads of a Siamese card. What belongs to the one tower fades out as the routing goes to 1, what
 * belongs to two fades in; the threads only change their way and their colour.
 */

import { powerOfTen } from '../i18n/format';
import type { Messages } from '../i18n/messages';
import type { Box } from './learn-layout';
import type { Frame, Line, Stroke } from './learn-marks';
import { hasGradients } from './ledger-picture';
import type { Palette } from './palette';
import { interpolateRgb } from './rgb';
import { type SiameseLayout, towerBox } from './siamese-layout';
import type { SiameseMarks } from './siamese-marks';
import type { SiamesePart, SiameseScene } from './siamese-scene';
import { pictureThread, pointThread } from './siamese-threads';
import { type Point, threadBetween, threadPath } from './sum-threads';
import { type TowerNetwork, type TowerPicture, towerSumOf } from './tower-picture';

export type SiameseAnnotated = {
  readonly layout: SiameseLayout;
  readonly palette: Palette & { readonly warning?: string };
  readonly words: Messages['siameseLab'];
  readonly routing: number;
  readonly scene: SiameseScene;
  /** Of the network that is more than half there. */
  readonly picture: TowerPicture;
  readonly network: TowerNetwork;
  readonly people: string;
  /** Ends of the threads in the plane, or null. */
  readonly now: readonly [Point, Point] | null;
};

const TOWERS = [0, 1] as const;
const FRAME = 5;

const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

/** A frame with round corners as a line that can be dashed. */
function framed(box: Box, by: number, radius: number): string {
  const { x, y, width, height } = grown(box, by);
  const [r, w, h] = [radius, width - 2 * radius, height - 2 * radius];
  const corner = (dx: number, dy: number) => `a${r},${r} 0 0 1 ${dx},${dy}`;
  return `M${x + r},${y}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}${corner(r, -r)}Z`;
}

export function siameseAnnotations(props: SiameseAnnotated): SiameseMarks {
  const { layout, palette, words, routing } = props;
  const lines: Line[] = [];
  const frames: Frame[] = [];
  const strokes: Stroke[] = [];
  const color = interpolateRgb(palette.shared, palette.independent)(routing);
  const dash = routing > 0.5 ? '4 4' : null;
  for (const tower of TOWERS) {
    strokes.push({
      d: threadPath(pictureThread(layout, tower, routing)),
      stroke: color,
      dash,
      opacity: 0.6,
      width: 1.4,
    });
    const end = props.now?.[tower];
    if (end)
      strokes.push({
        d: threadPath(pointThread(layout, tower, routing, end)),
        stroke: color,
        dash,
        opacity: 0.6,
        width: 1.4,
      });
    if (tower === 0 || routing > 0)
      strokes.push({
        d: framed(towerBox(layout, tower, routing), FRAME, 8),
        stroke: color,
        dash,
        opacity: 1,
        width: 1.7,
      });
  }
  towerNames(props, lines);
  const { plane, captionY } = layout;
  lines.push({
    text: plane.width < 200 ? words.planeShort(props.people) : words.plane(props.people),
    x: plane.x,
    y: captionY,
    fill: palette.muted,
    opacity: 1,
  });
  gradients(props, color, lines, frames, strokes);
  return { lines, frames, strokes, fills: [], dots: [], areas: [] };
}

function towerNames(props: SiameseAnnotated, lines: Line[]): void {
  const { layout, palette, words, routing, picture } = props;
  const holds = picture.step === 0 ? words.startsRandom : words.learned;
  const one = Math.max(0, 1 - 2 * routing);
  const two = Math.max(0, 2 * routing - 1);
  const name = (text: string, x: number, y: number, opacity: number, more: Partial<Line> = {}) =>
    lines.push({ text, x, y, fill: palette.ink, weight: 600, anchor: 'middle', opacity, ...more });
  const { oneTower, towers, axis } = layout;
  if (axis === 'across') {
    const middle = oneTower.x + oneTower.width / 2;
    name(words.oneTower, middle, oneTower.y - 15, one);
    name(words.usedTwice, middle, oneTower.y + oneTower.height + 24, one);
    name(holds, middle, oneTower.y + oneTower.height + 43, one, { fill: palette.muted, weight: 400 });
    name(words.towerNames[0], middle, towers[0].y + towers[0].height + 22, two);
    name(words.towerNames[1], middle, towers[1].y - 12, two);
    return;
  }
  const right = oneTower.x + oneTower.width + 12;
  const beside = oneTower.y + oneTower.height / 2;
  name(words.oneTower, right, beside - 14, one, { anchor: 'start' });
  name(words.usedTwice, right, beside + 5, one, { anchor: 'start' });
  const between = (towers[0].x + towers[0].width + towers[1].x) / 2;
  name(holds, right, beside + 24, one, { anchor: 'start', fill: palette.muted, weight: 400, size: 12 });
  name('A', between - 14, beside + 5, two);
  name('B', between + 14, beside + 5, two);
}

/** Gradient rows with their words; shared: plus, equals and the thread from the sum up to the one tower. */
function gradients(
  props: SiameseAnnotated,
  color: string,
  lines: Line[],
  frames: Frame[],
  strokes: Stroke[],
): void {
  const { layout, palette, words, routing, scene, picture, network } = props;
  const { ledger, axis } = layout;
  const short = axis === 'down';
  const known = hasGradients(picture.source);
  const shared = network === 'shared';
  const opacity = Math.abs(1 - 2 * routing);
  const note = (text: string, x: number, y: number, more: Partial<Line> = {}) =>
    lines.push({ text, x, y, fill: palette.muted, opacity, ...more });
  const names = shared ? (short ? words.usesShort : words.uses) : short ? words.ownShort : words.own;
  const captionY = ledger.groups[0].y - 12;
  if (!known) return void note(words.gradientsUnknown, ledger.groups[0].x, captionY);
  for (const tower of TOWERS) {
    const group = ledger.groups[tower];
    note(names[tower] ?? '', group.x, captionY);
    if (!shared) strokes.push({ d: framed(group, 4, 6), stroke: color, dash: '4 4', opacity, width: 1.4 });
  }
  if (!shared) {
    words.noSum.forEach((line, index) => {
      note(line, ledger.noSum.x, ledger.noSum.y + (index + (short ? 1 : 0)) * 19);
    });
    return;
  }
  const [first, second] = ledger.groups;
  const middle = first.y + first.height / 2 + 6;
  const sign = { fill: palette.ink, anchor: 'middle', weight: 600, size: 16 } as const;
  note('+', (first.x + first.width + second.x) / 2, middle, sign);
  const { sum, check } = ledger;
  if (!short) note('=', (second.x + second.width + sum.x) / 2 - 1, middle, sign);
  const moves = picture.source === 'batch';
  note(
    `${short ? '= ' : ''}${moves ? words.sum : short ? words.sumShort : words.sumStart}`,
    sum.x,
    sum.y - 12,
  );
  frames.push({ ...grown(sum, 4), stroke: palette.shared, thickness: 1.6, radius: 6, opacity });
  const { same, difference } = towerSumOf(picture);
  note((same ? words.check : words.noCheck)(powerOfTen(difference)), check.x, check.y, {
    fill: same ? palette.shared : (palette.warning ?? palette.ink),
    weight: 600,
    opacity: scene.sum * opacity,
  });
}

/** On which the sum (routing 0) or a tower's own gradient (1) goes up to what it moves. */
export function updateThread(layout: SiameseLayout, tower: 0 | 1, routing: number) {
  const row = routing < 0.5 ? layout.ledger.sum : layout.ledger.groups[tower];
  const box = towerBox(layout, tower, routing);
  return threadBetween(
    { x: row.x + row.width / 2, y: row.y - 6 },
    { x: box.x + box.width / 2, y: box.y + box.height + 6 },
    'down',
  );
}

/** Boxes of a part that words can light up; none where this network does not have it. */
export function boxesOfPart(part: SiamesePart, layout: SiameseLayout, network: TowerNetwork): readonly Box[] {
  const { ledger, gauge } = layout;
  switch (part) {
    case 'pictures':
      return layout.pictures;
    case 'tower':
      return network === 'shared' ? [layout.oneTower] : layout.towers;
    case 'plane':
      return [layout.plane];
    case 'gauge':
      return [gauge.box];
    case 'tiles':
      return ledger.groups;
    case 'sum':
      return network === 'shared' ? [ledger.sum] : [];
    case 'identity':
      return network === 'shared'
        ? [{ x: ledger.check.x - 2, y: ledger.check.y - 15, width: 66, height: 20 }]
        : [];
    default:
      return part satisfies never;
  }
}
