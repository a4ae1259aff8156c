/**
 * Words, threads and frames of a Recurrent card as SVG over the canvas: what every step says, which W it reads, where
 * its gradient goes. What belongs to the shared network fades out as the routing goes to 1, the rest fades in.
 */

import { sequentialIndex, textColorOn } from './color-scales';
import type { Box } from './learn-layout';
import type { Annotations, Line } from './learn-marks';
import { hasGradients } from './ledger-picture';
import type { Marks, RecurrentAnnotated } from './recurrent-annotated';
import { recurrentColors } from './recurrent-canvas';
import { columnLeft, columnMiddle, statesBottom } from './recurrent-layout';
import { ownNotes, sharedNotes } from './recurrent-notes';
import { likeliest, type Reading, type RecurrentPicture, stepsRead } from './recurrent-picture';
import { gradientThread, readThread } from './recurrent-threads';
import { interpolateRgb } from './rgb';
import { threadPath } from './sum-threads';

/** Less likely classes have a colour but no number. */
const LIKELY = 0.345;
/** Width of a character of the captions, px. */
const CHARACTER = 6.4;

const shownCard = ({ routing, shared, independent }: RecurrentAnnotated) =>
  routing < 0.5 ? shared : independent;

export function recurrentAnnotations(props: RecurrentAnnotated): Annotations {
  const { routing, shared, independent } = props;
  const marks: Marks = { lines: [], frames: [], strokes: [] };
  const card = shownCard(props);
  captions(props, marks);
  sequence(props, marks);
  if (card?.reading) percentages(props, card.reading, marks);
  threads(props, card?.picture ?? null, marks);
  const sharedOpacity = Math.max(0, 1 - routing * 2);
  const ownOpacity = Math.max(0, routing * 2 - 1);
  if (shared && sharedOpacity > 0) sharedNotes(props, shared.picture, sharedOpacity, marks);
  if (independent && ownOpacity > 0) ownNotes(props, independent.picture, ownOpacity, marks);
  selection(props, marks);
  return {
    ...marks,
    lines: marks.lines.filter(({ text, opacity }) => text !== '' && opacity > 0),
  };
}

function captions(
  { layout, palette, words, task, letters, classes, right }: RecurrentAnnotated,
  marks: Marks,
) {
  const { lines, strokes } = marks;
  const { heat, narrow, left, trained, pitch } = layout;
  const note = (text: string, x: number, y: number, more: Partial<Line> = {}) =>
    lines.push({ text, x, y, fill: palette.muted, opacity: 1, ...more });
  const beyond = letters.length > trained;
  const caption = words.heat[task];
  note(caption, narrow ? 0 : left, layout.caption, { size: narrow ? 12 : 13 });
  if (beyond) {
    const edge = columnLeft(layout, trained) - (pitch - layout.tile.width) / 2;
    const fits = !narrow && caption.length * CHARACTER < trained * pitch;
    const room = layout.width - edge;
    const text = words.beyond[task].find((some) => some.length * CHARACTER < room - 10);
    if (fits && text) note(text, edge + 8, layout.caption, { fill: palette.ink });
    else if (!narrow && text) {
      const right = left + layout.columns * pitch;
      const free = right - text.length * CHARACTER;
      if (free > edge && free > left + caption.length * CHARACTER + 12)
        note(text, right, layout.caption, { fill: palette.ink, anchor: 'end' });
    }
    strokes.push({
      d: `M${edge},${fits ? 0 : heat.y - 4}V${layout.letters + 6}`,
      stroke: palette.muted,
      dash: '3 3',
      opacity: 1,
      width: 1.2,
    });
  }
  const final = right.at(-1) ?? null;
  classes.forEach((name, row) => {
    const isRight = task !== 'parity' && row === final;
    note(name, left - 8, heat.y + row * heat.pitch + heat.height / 2 + 4, {
      anchor: 'end',
      size: 12,
      ...(isRight ? { fill: palette.ink, weight: 700 } : {}),
    });
  });
}

function sequence({ layout, shape, palette, words, letters, routing }: RecurrentAnnotated, marks: Marks) {
  const { lines, strokes } = marks;
  const { states, narrow, left, pitch } = layout;
  const fill = palette.muted;
  const size = pitch >= 30 ? 18 : pitch >= 17 ? 15 : 12;
  letters.forEach((letter, step) => {
    const x = columnMiddle(layout, step);
    lines.push({
      text: letter,
      x,
      y: layout.letters,
      fill: palette.ink,
      weight: 650,
      anchor: 'middle',
      size,
      opacity: 1,
    });
    const from = x + (states.columns * states.cell) / 2 + 2;
    const to = columnMiddle(layout, step + 1) - (states.columns * states.cell) / 2 - 2;
    if (step === letters.length - 1 || to - from < 5) return;
    const y = (states.y + statesBottom(layout, shape.hidden)) / 2;
    strokes.push({
      d: `M${from},${y}H${to}M${to - 2.5},${y - 2.5}L${to},${y}L${to - 2.5},${y + 2.5}`,
      stroke: palette.muted,
      dash: null,
      opacity: 0.9,
      width: 1,
    });
  });
  const label = (texts: readonly string[], y: number, opacity = 1) =>
    texts.forEach((text, row) => {
      lines.push({
        text,
        x: left - 8,
        y: y + row * 15,
        fill,
        anchor: 'end',
        size: narrow ? 12 : 13,
        opacity,
      });
    });
  const middle = (states.y + statesBottom(layout, shape.hidden)) / 2;
  label([words.state, words.units(String(shape.hidden))], middle - 3);
  label(words.gradientLabel, layout.gradients + layout.tile.height / 2 - 3);
  if (routing > 0.5) label([words.ownLabel], layout.own + layout.tile.height / 2 + 4, routing * 2 - 1);
}

function percentages(props: RecurrentAnnotated, reading: Reading, { lines, frames }: Marks): void {
  const { layout, shape, palette, routing, right } = props;
  const { heat, tile, pitch } = layout;
  const network = routing < 0.5 ? 'shared' : 'independent';
  const table = recurrentColors(palette).heat[network];
  const count = Math.min(stepsRead(reading, shape.classes), props.letters.length);
  for (let step = 0; step < count; step++) {
    const row = likeliest(reading.probabilities, step, shape.classes);
    const share = reading.probabilities[step * shape.classes + row] ?? 0;
    const y = heat.y + row * heat.pitch;
    if (pitch >= 25 && share >= LIKELY)
      lines.push({
        text: String(Math.round(share * 100)),
        x: columnMiddle(layout, step),
        y: y + heat.height / 2 + 4,
        fill: textColorOn(table, sequentialIndex(share, 1), palette),
        weight: 600,
        anchor: 'middle',
        size: 11,
        opacity: 1,
      });
    const answer = right[step] ?? null;
    if (answer === null || !(props.task === 'parity')) continue;
    frames.push({
      x: columnLeft(layout, step) - 1,
      y: heat.y + answer * heat.pitch - 1,
      width: tile.width + 2,
      height: heat.height + 2,
      stroke: palette.ink,
      thickness: 1.2,
      radius: 3,
      opacity: 0.8,
    });
  }
}

function threads(props: RecurrentAnnotated, picture: RecurrentPicture | null, { strokes }: Marks): void {
  const { layout, shape, palette, letters, routing, selected, scene } = props;
  const stroke = interpolateRgb(palette.shared, palette.independent)(routing);
  const dash = routing > 0.5 ? '3 4' : null;
  letters.forEach((_, step) => {
    const never = routing > 0.5 && step >= layout.trained;
    const bright = step === selected || step === scene.reads;
    strokes.push({
      d: threadPath(readThread(layout, step, shape.hidden, routing)),
      stroke: never ? palette.muted : stroke,
      dash,
      opacity: bright ? 1 : 0.45,
      width: step === scene.reads ? 2.6 : bright ? 1.8 : 1.2,
    });
  });
  if (!picture || !hasGradients(picture.source)) return;
  for (let step = 0; step < layout.trained; step++)
    strokes.push({
      d: threadPath(gradientThread(layout, step, routing)),
      stroke,
      dash,
      opacity: scene.tileStrength(step) < 0.2 ? 0.12 : step === selected ? 1 : 0.45,
      width: step === selected ? 1.8 : 1.2,
    });
}

/** Boxes of a step: what it says and its state; its gradient; its own W. */
function selection(
  { layout, shape, palette, selected, routing, scene }: RecurrentAnnotated,
  { frames }: Marks,
) {
  const accent = routing < 0.5 ? palette.shared : palette.independent;
  const at = scene.reads >= 0 ? scene.reads : selected;
  if (at >= layout.columns) return;
  const column = (y: number, height: number): Box => ({
    x: columnLeft(layout, at) - 1.5,
    y,
    width: layout.tile.width + 3,
    height,
  });
  const never = routing > 0.5 && at >= layout.trained;
  const frame = (box: Box) =>
    frames.push({ ...box, stroke: never ? palette.muted : accent, thickness: 1.6, radius: 4, opacity: 1 });
  frame(column(layout.heat.y - 3, statesBottom(layout, shape.hidden) - layout.heat.y + 6));
  if (at < layout.trained) frame(column(layout.gradients - 2, layout.tile.height + 4));
  if (routing === 1) frame(column(layout.own - 2, layout.tile.height + 4));
}
