/**
 * What stands beside the weights of a Recurrent card: for the shared network the sum, its check and the one W; for
 * the independent one which cells training never reaches. Marks as data, see learn-marks.ts.
 */
import { powerOfTen, small } from '../i18n/format';
import type { Line } from './learn-marks';
import { changeOfKernel, hasGradients, normOfRow, partialSum, shareOfSum, tileSumOf } from './ledger-picture';
import type { Marks, RecurrentAnnotated } from './recurrent-annotated';
import { columnLeft, columnMiddle } from './recurrent-layout';
import type { RecurrentPicture } from './recurrent-picture';

const ROW = 18;
/** Columns so wide have room for a share, and for its percent sign. */
const NUMBERED = 22;
const ROOMY = 38;
const CHARACTER = 6.1;

type Note = (text: string, x: number, y: number, more?: Partial<Line>) => void;

function writer({ palette, layout }: RecurrentAnnotated, opacity: number, { lines }: Marks): Note {
  return (text, x, y, more = {}) =>
    void lines.push({ text, x, y, fill: palette.ink, size: layout.narrow ? 12 : 13, opacity, ...more });
}

export function sharedNotes(
  props: RecurrentAnnotated,
  picture: RecurrentPicture,
  opacity: number,
  marks: Marks,
): void {
  const { layout, shape, palette, words, scene, letters, task } = props;
  const { sum, one, narrow, trained } = layout;
  const note = writer(props, opacity, marks);
  const { muted, shared: accent } = palette;
  const known = hasGradients(picture.source);
  const boxes = known ? [sum, one] : [one];
  for (const box of boxes)
    marks.frames.push({
      ...{ x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 },
      ...{ stroke: accent, thickness: 1.6, radius: 6, opacity },
    });
  const middle = sum.y + sum.height / 2;
  const rows = (texts: readonly (readonly [string, Partial<Line>])[], x: number, anchor: 'start' | 'end') => {
    const top = middle - ((texts.length - 1) * ROW) / 2 + 4;
    texts.forEach(([text, more], row) => {
      note(text, x, top + row * ROW, { anchor, ...more });
    });
  };
  const done = scene.arrived === picture.groupOf.length;
  if (known) {
    const check = tileSumOf(picture);
    const cells = picture.kernels.length;
    const length = normOfRow(partialSum(picture.tiles, cells, scene.arrived), 0, cells);
    const text = (check.same ? words.same : words.differ)(powerOfTen(check.difference));
    rows(
      [
        [
          scene.arrived > 0 ? (narrow ? words.sumShort : words.sumOf)(String(scene.arrived)) : '',
          { weight: 650 },
        ],
        [done ? words.equalsGradient : '', {}],
        [done ? text : '', { fill: check.same ? accent : (palette.warning ?? palette.ink), weight: 600 }],
        [narrow || scene.arrived === 0 ? '' : words.sumLength(small(length)), { fill: muted }],
      ],
      sum.x - 12,
      'end',
    );
  }
  if (picture.source === 'batch' && scene.moves) {
    const [from, to] = [sum.x + sum.width + 8, one.x - 8];
    note(words.moves, (from + to) / 2, middle - 8, { anchor: 'middle', fill: muted, size: 12 });
    marks.strokes.push({
      d: `M${from},${middle}H${to}M${to - 5},${middle - 4}L${to},${middle}L${to - 5},${middle + 4}`,
      ...{ stroke: accent, dash: null, opacity, width: 1.4 },
    });
  }
  const uses = String(letters.length);
  const move =
    picture.source === 'batch' && scene.kernelMix > 0 ? words.change(small(changeOfKernel(picture, 0))) : '';
  rows(
    narrow
      ? [
          ...[...words.usesShort, words.times(uses)].map(
            (text) => [text, { fill: accent, weight: 650 }] as const,
          ),
          [move, { fill: muted }],
        ]
      : [
          [words.uses(uses), { fill: accent, weight: 650 }],
          [words.rowsFor[task](String(shape.symbols)), { fill: muted }],
          [words.rowsForState(String(shape.hidden)), { fill: muted }],
          [move, { fill: muted }],
        ],
    one.x + one.width + 12,
    'start',
  );
  if (known) shares(props, picture, note, marks, opacity);
  if (letters.length > trained) beyondNote(props, words.beyondShared[task], note);
}

/** The part of each step in the sum, as a bar and a number. Parts against the sum are hollow. */
function shares(
  { layout, palette, words, scene }: RecurrentAnnotated,
  picture: RecurrentPicture,
  note: Note,
  { strokes }: Marks,
  opacity: number,
): void {
  const { trained, tile, shares: y, left, pitch } = layout;
  const parts = Array.from({ length: trained }, (_, step) => shareOfSum(picture, step));
  const largest = Math.max(...parts.map(Math.abs), 1e-9);
  const stroke = palette.shared;
  const scale = Math.min(1, 1 / largest);
  const text = (part: number) => (pitch >= ROOMY ? words.share : words.shareShort)(Math.round(part * 100));
  parts.forEach((part, step) => {
    if (scene.arrived <= step) return;
    const x = columnLeft(layout, step);
    strokes.push({
      d: `M${x},${y}H${x + tile.width}`,
      stroke: palette.hairline,
      dash: null,
      opacity,
      width: 4,
    });
    const end = x + Math.max(1, Math.abs(part) * scale * tile.width);
    strokes.push({
      d: `M${x},${y}H${end.toFixed(1)}`,
      stroke,
      dash: part < 0 ? '2 2' : null,
      opacity,
      width: 4,
    });
    if (pitch >= NUMBERED)
      note(text(part), columnMiddle(layout, step), y + 18, { anchor: 'middle', size: 12 });
  });
  const label = pitch >= NUMBERED && pitch < ROOMY ? words.sharePercent : words.shareLabel;
  note(label, left - 8, y + (pitch >= NUMBERED ? 18 : 5), { anchor: 'end', fill: palette.muted });
}

export function ownNotes(
  props: RecurrentAnnotated,
  picture: RecurrentPicture,
  opacity: number,
  marks: Marks,
): void {
  const { layout, palette, words, letters, task } = props;
  const { trained, own, tile, pitch, columns } = layout;
  const note = writer(props, opacity, marks);
  const fill = palette.muted;
  if (hasGradients(picture.source))
    note(words.ownLine, layout.left, layout.shares + 12, { fill, size: layout.narrow ? 12 : 13 });
  if (letters.length <= trained) return;
  const room = (columns - trained) * pitch;
  if (room > words.never.length * CHARACTER)
    note(words.never, columnLeft(layout, trained), own + tile.height + 20, { weight: 650 });
  beyondNote(props, words.beyondOwn[task], note);
}

/** Beside the gradients, where no training sequence gets. */
function beyondNote({ layout, palette }: RecurrentAnnotated, texts: readonly string[], note: Note): void {
  const x = columnLeft(layout, layout.trained) + 4;
  const widest = Math.max(...texts.map((text) => text.length)) * CHARACTER;
  if (layout.width - x < widest) return;
  texts.forEach((text, row) => {
    note(text, x, layout.gradients + layout.tile.height / 2 - 4 + row * ROW, { fill: palette.muted });
  });
}
