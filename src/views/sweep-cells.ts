/**
 * One cell of a sweep's map as rectangles and texts: shaded with its value and a star where it is the best, under way
 * with its step and a bar, failed, or not run yet. Pure.
 */
import { cssColor, sequentialIndex } from './color-scales';
import { contrast } from './group-colors';
import type { Palette } from './palette';
import { sequentialOf } from './palette-tables';
import type { SweepBox } from './sweep-layout';

export type SweepMapCell =
  | { readonly kind: 'empty' | 'failed' }
  /** `fraction` of its steps, 0 to 1. */
  | { readonly kind: 'training'; readonly step: string; readonly fraction: number }
  /** `shade`: 0 to 1. `best`: of its number of examples. */
  | { readonly kind: 'done'; readonly shade: number; readonly text: string; readonly best: boolean };

export type SweepWords = {
  readonly empty: string;
  readonly failed: string;
  readonly step: (step: string) => string;
};

export type SweepText = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: string;
};
export type SweepRect = SweepBox & {
  readonly fill: string;
  readonly stroke: string;
  readonly dash: string | null;
  readonly edge: number;
};

const MIN_CONTRAST = 4.5;
const WORDS_FIT = 74;
const STEP_FITS = 60;
const BAR = 4;

/** Of the two text colours the one that reads, or plain black or white where neither does. */
export function readableOn(back: string, { ink, card }: Palette): string {
  const fronts = [ink, card, '#000000', '#ffffff'];
  return fronts.find((front) => contrast(front, back) >= MIN_CONTRAST) ?? ink;
}

/** The rectangles and texts of one cell. */
export function drawCell(
  cell: SweepMapCell,
  box: SweepBox,
  palette: Palette,
  words: SweepWords,
): { readonly rects: readonly SweepRect[]; readonly texts: readonly SweepText[] } {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 + 5, anchor: 'middle' } as const;
  const quiet = { ...middle, size: 12, weight: 400, fill: palette.muted };
  const frame = { ...inset(box, 0.5), fill: 'none', stroke: palette.hairline, dash: '3 3', edge: 1 };
  switch (cell.kind) {
    case 'empty':
      return { rects: [frame], texts: [{ ...quiet, text: box.width < WORDS_FIT ? '–' : words.empty }] };
    case 'failed':
      return {
        rects: [{ ...frame, stroke: palette.ink }],
        texts: [{ ...quiet, fill: palette.ink, text: box.width < STEP_FITS ? '!' : words.failed }],
      };
    case 'training': {
      const bar = { x: box.x + 8, y: box.y + box.height - 14, width: box.width - 16, height: BAR };
      const done = Math.max(BAR, bar.width * cell.fraction);
      const plain = { stroke: 'none', dash: null, edge: 0 };
      return {
        rects: [
          { ...inset(box, 0.5), fill: palette.card, stroke: palette.muted, dash: null, edge: 1 },
          { ...bar, ...plain, fill: palette.hairline },
          { ...bar, ...plain, width: done, fill: palette.ink },
        ],
        texts: [
          {
            ...quiet,
            y: middle.y - 6,
            weight: 600,
            fill: palette.ink,
            text: box.width < STEP_FITS ? cell.step : words.step(cell.step),
          },
        ],
      };
    }
    case 'done': {
      const fill = cssColor(sequentialOf(palette), sequentialIndex(cell.shade, 1));
      const text = { weight: 650, fill: readableOn(fill, palette) };
      const rect = { ...box, fill, stroke: 'none', dash: null, edge: 0 };
      const narrow = box.width < STEP_FITS;
      const y = cell.best && narrow ? middle.y + 5 : middle.y;
      const value = { ...middle, ...text, y, size: 14, text: cell.text };
      if (!cell.best) return { rects: [rect], texts: [value] };
      const ring = { ...inset(box, 1), fill: 'none', stroke: palette.ink, dash: null, edge: 2 };
      const gap = { ...inset(box, 2.5), fill: 'none', stroke: palette.card, dash: null, edge: 1.5 };
      const corner = narrow
        ? ({ x: middle.x, y: box.y + 14, anchor: 'middle' } as const)
        : ({ x: box.x + 6, y: box.y + 15, anchor: 'start' } as const);
      const star = { ...text, ...corner, text: '★', size: 11 };
      return { rects: [rect, ring, gap], texts: [value, star] };
    }
    default:
      return cell satisfies never;
  }
}

const inset = ({ x, y, width, height }: SweepBox, by: number): SweepBox => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});
