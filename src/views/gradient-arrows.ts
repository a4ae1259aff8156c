/**
 * The gradients of two tasks as arrows from one point, drawn to scale in the plane that they span, the first one to the
 * right; their sum is the diagonal of the parallelogram. Where each moves a trunk of its own they have no sum and no
 * angle: two arrows one above the other.
 */

import type { Box } from './learn-layout';
import type { Palette } from './palette';
import type { SiameseMarks } from './siamese-marks';
import type { Arrows } from './trunk-picture';

type Point = { readonly x: number; readonly y: number };

export type ArrowPlaces = {
  readonly origin: Point;
  readonly first: Point;
  readonly second: Point;
  /** Null where there is no sum. */
  readonly sum: Point | null;
};

/** Ends of the arrows in this box; lengths and the angle are those of the gradients, in one scale. */
export function arrowPlaces(arrows: Arrows, box: Box, together: boolean): ArrowPlaces {
  const { first, second, degrees } = arrows;
  if (!together) {
    const scale = box.width / Math.max(first, second, Number.MIN_VALUE);
    const row = (part: number) => box.y + box.height * part;
    const origin = { x: box.x, y: row(0.35) };
    return {
      origin,
      first: { x: box.x + first * scale, y: row(0.35) },
      second: { x: box.x + second * scale, y: row(0.8) },
      sum: null,
    };
  }
  const angle = ((degrees ?? 0) * Math.PI) / 180;
  const b = { x: second * Math.cos(angle), y: second * Math.sin(angle) };
  const sum = { x: first + b.x, y: b.y };
  const xs = [0, first, b.x, sum.x];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const scale = Math.min(
    box.width / Math.max(right - left, Number.MIN_VALUE),
    box.height / Math.max(b.y, Number.MIN_VALUE),
  );
  // In the middle of the box along both axes.
  const x0 = box.x + (box.width - (right - left) * scale) / 2 - left * scale;
  const y0 = box.y + (box.height + b.y * scale) / 2;
  const at = ({ x, y }: Point): Point => ({ x: x0 + x * scale, y: y0 - y * scale });
  return { origin: at({ x: 0, y: 0 }), first: at({ x: first, y: 0 }), second: at(b), sum: at(sum) };
}

const HEAD = 9;
const text = (value: number) => value.toFixed(1);

/** A line with a head at its end; short ones have a shorter head. */
export function arrowPath(from: Point, to: Point): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 0.5) return '';
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const head = Math.min(HEAD, length * 0.6);
  const wing = (side: number) => {
    const x = to.x - head * ux + side * 0.5 * head * uy;
    const y = to.y - head * uy - side * 0.5 * head * ux;
    return `${text(x)},${text(y)}`;
  };
  const [start, end] = [`${text(from.x)},${text(from.y)}`, `${text(to.x)},${text(to.y)}`];
  return `M${start}L${end}M${wing(1)}L${end}L${wing(-1)}`;
}

/** The small arc between the arrows. */
export function arcPath({ origin, first, second }: ArrowPlaces): string {
  const radius = Math.min(22, 0.6 * Math.min(distance(origin, first), distance(origin, second)));
  if (radius < 4) return '';
  const toward = (to: Point): Point => {
    const length = distance(origin, to);
    return {
      x: origin.x + ((to.x - origin.x) / length) * radius,
      y: origin.y + ((to.y - origin.y) / length) * radius,
    };
  };
  const [from, to] = [toward(first), toward(second)];
  return `M${text(from.x)},${text(from.y)}A${text(radius)},${text(radius)} 0 0 0 ${text(to.x)},${text(to.y)}`;
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

export type ArrowWords = {
  /** At the ends of the arrows, and at that of the sum. */
  readonly names: readonly [string, string];
  readonly sum: string;
  /** Below: lengths and angle. */
  readonly below: readonly string[];
};

/** `shown`: of both arrows; `sumShown`: of the diagonal. 0 to 1. */
export function arrowMarks(props: {
  readonly arrows: Arrows;
  readonly box: Box;
  readonly together: boolean;
  readonly palette: Palette;
  readonly accent: string;
  readonly words: ArrowWords;
  readonly shown: number;
  readonly sumShown: number;
}): SiameseMarks {
  const { arrows, box, together, palette, accent, words, shown, sumShown } = props;
  const field = { x: box.x + 18, y: box.y + 24, width: box.width - 36, height: box.height - 88 };
  const places = arrowPlaces(arrows, field, together);
  const { origin, first, second, sum } = places;
  const second0 = together ? origin : { x: origin.x, y: second.y };
  const own = together ? palette.ink : accent;
  const stroke = (d: string, color: string, width: number, opacity: number, dash: string | null = null) => ({
    ...{ d, stroke: color, width, opacity, dash },
  });
  const named = (name: string, at: Point, fill: string, opacity: number, down: boolean) => {
    const x = Math.max(box.x + 4, Math.min(box.x + box.width - 4, at.x));
    const anchor = x > box.x + box.width * 0.66 ? 'end' : x < box.x + box.width * 0.33 ? 'start' : 'middle';
    return { text: name, x, y: at.y + (down ? 16 : -7), fill, anchor, opacity, weight: 600 } as const;
  };
  const low = (arrows.degrees ?? 90) < 25;
  return {
    fills: [{ ...box, fill: palette.blank, opacity: 0.6, radius: 10 }],
    areas: [],
    frames: [],
    dots: [
      { ...origin, radius: 3, fill: own, stroke: own, width: 0, opacity: shown },
      ...(together ? [] : [{ ...second0, radius: 3, fill: own, stroke: own, width: 0, opacity: shown }]),
    ],
    strokes: [
      stroke(arrowPath(origin, first), own, 2.2, shown),
      stroke(arrowPath(second0, second), own, 2.2, shown, '7 4'),
      ...(sum
        ? [
            stroke(
              `M${text(first.x)},${text(first.y)}L${text(sum.x)},${text(sum.y)}`,
              palette.muted,
              1,
              sumShown * 0.6,
              '2 4',
            ),
            stroke(
              `M${text(second.x)},${text(second.y)}L${text(sum.x)},${text(sum.y)}`,
              palette.muted,
              1,
              sumShown * 0.6,
              '2 4',
            ),
            stroke(arrowPath(origin, sum), accent, 3.2, sumShown),
            stroke(arcPath(places), palette.muted, 1.2, shown),
          ]
        : []),
    ].filter(({ d }) => d !== ''),
    lines: [
      named(words.names[0], first, palette.ink, shown, together),
      named(words.names[1], second, palette.ink, shown, together && low),
      ...(sum ? [named(words.sum, sum, accent, sumShown, false)] : []),
      ...words.below.map((line, index) => ({
        ...{ text: line, x: box.x + 14, y: box.y + box.height - 24 + 16 * index },
        ...{ fill: palette.muted, opacity: shown, size: 12 },
      })),
    ],
  };
}
