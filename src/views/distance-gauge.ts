/**
 * The gauge as marks: three bars for d(a, b), d(b, a) and d(a, a) on one scale with the threshold, their numbers and
 * verdicts. Words keep clear of each other: what would touch the threshold's is left out.
 */
import { decimal } from '../i18n/format';
import type { Messages } from '../i18n/messages';
import { type Embedding, type Verdict, verdictOf } from './embedding';
import type { Line } from './learn-marks';
import type { Palette } from './palette';
import type { SiameseLayout } from './siamese-layout';
import type { Dot, Fill, SiameseMarks } from './siamese-marks';

/** Width of a character at 13 px. */
const CHARACTER = 6.7;
const STEP = 0.25;

/** The right end of the scale: at least 1, which is the margin of the loss. */
export function gaugeEnd({ threshold, pair }: Embedding): number {
  const values = pair ? [pair.ab, pair.ba, pair.aa] : [];
  const largest = Math.max(1, ...values.filter(Number.isFinite), 1.5 * (threshold ?? 0));
  return Math.ceil((largest * 1.04) / STEP) * STEP;
}

export function gaugeMarks(props: {
  readonly layout: SiameseLayout;
  readonly palette: Palette;
  readonly words: Messages['siameseLab'];
  readonly embedding: Embedding;
  readonly accent: string;
  readonly opacity: number;
  /** Picture b stands in front. */
  readonly swapped: boolean;
}): SiameseMarks {
  const { layout, palette, words, embedding, accent, opacity } = props;
  const { threshold, pair } = embedding;
  const { box, row, numberX, verdictX, verdictBelow } = layout.gauge;
  const end = gaugeEnd(embedding);
  const x = (distance: number) => box.x + (Math.min(end, Math.max(0, distance)) / end) * box.width;
  const lines: Line[] = [];
  const fills: Fill[] = [{ ...box, fill: palette.blank, opacity: 1, radius: 6 }];
  const dots: Dot[] = [];
  const strokes: SiameseMarks['strokes'][number][] = [];
  const note = (text: string, at: number, y: number, more: Partial<Line> = {}) =>
    lines.push({ text, x: at, y, fill: palette.muted, opacity: 1, ...more });

  const top = box.y - 9;
  const known = threshold !== null && Number.isFinite(threshold);
  const title = known ? words.threshold(decimal(threshold)) : words.noThreshold;
  const half = (title.length * CHARACTER) / 2;
  const [left, right] = [box.x, box.x + box.width];
  const place = Math.max(left + half, Math.min(right - half, known ? x(threshold) : (left + right) / 2));
  if (left + words.same.length * CHARACTER + 8 < place - half) note(words.same, left, top);
  if (right - words.different.length * CHARACTER - 8 > place + half)
    note(words.different, right, top, { anchor: 'end' });
  note(title, place, top, { anchor: 'middle', fill: known ? palette.ink : palette.muted });
  if (known) {
    fills.push({ ...box, width: x(threshold) - box.x, fill: accent, opacity: 0.1 * opacity, radius: 6 });
    strokes.push({
      d: `M${x(threshold).toFixed(1)},${box.y - 4}V${box.y + box.height}`,
      stroke: palette.ink,
      dash: null,
      opacity: 1,
      width: 1.8,
    });
  }

  const current = props.swapped ? 'ba' : 'ab';
  (['ab', 'ba', 'aa'] as const).forEach((name, index) => {
    const y = box.y + index * row + (verdictBelow > 0 ? 11 : row / 2);
    const distance = pair?.[name] ?? Number.NaN;
    const bold = name === current ? 650 : 400;
    note(words.distances[name], left - 62 + (verdictBelow > 0 ? 8 : 0), y + 4.5, {
      fill: palette.ink,
      weight: bold,
    });
    if (Number.isFinite(distance)) {
      strokes.push({
        d: `M${left},${y}H${x(distance).toFixed(1)}`,
        stroke: accent,
        dash: null,
        opacity: 0.75 * opacity,
        width: 1.5,
      });
      const solid = name !== 'aa';
      dots.push({
        x: x(distance),
        y,
        radius: 5.5,
        fill: solid ? accent : palette.card,
        stroke: solid ? palette.card : accent,
        width: solid ? 1 : 2,
        opacity,
      });
    }
    note(decimal(distance), numberX, y + 4.5, { anchor: 'end', fill: palette.ink, weight: 650 });
    const verdict = name === 'aa' ? null : verdictOf(distance, threshold);
    note(verdictText(name, verdict, words), verdictX, y + 4.5 + verdictBelow, {
      fill: verdict === 'different' ? palette.ink : palette.muted,
      weight: name === current && verdict ? 650 : 400,
    });
  });
  return { lines, fills, dots, strokes, frames: [], areas: [] };
}

function verdictText(name: 'ab' | 'ba' | 'aa', verdict: Verdict | null, words: Messages['siameseLab']) {
  if (name === 'aa') return words.verdicts.twice;
  return verdict ? words.verdicts[verdict] : words.verdicts.none;
}
