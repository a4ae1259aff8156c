/**
 * What a swap does to every test pair: d(a, b) to the right, d(b, a) upwards, one dot a pair. On the diagonal nothing
 * changes; in the two shaded corners a swap changes the verdict. Dots on a canvas, everything else SVG.
 */
import { rgb, select } from 'd3';
import { decimal } from '../i18n/format';
import type { Palette } from './palette';
import type { View } from './view';

export type SwapScatterProps = {
  readonly palette: Palette;
  readonly accent: string;
  /** CSS pixels, as wide as high. */
  readonly side: number;
  readonly dpr: number;
  /** Distances of all pairs, in the same order. */
  readonly there: ArrayLike<number>;
  readonly back: ArrayLike<number>;
  /** NaN without one. */
  readonly threshold: number;
  /** End of both axes; what is farther lies on the edge. */
  readonly end: number;
  readonly words: { readonly there: string; readonly back: string; readonly flips: string };
};

const MARGIN = { top: 6, right: 6, bottom: 38, left: 44 };
const DOT = 1.6;

export const scatterSpan = (side: number): number => side - MARGIN.left - MARGIN.right;

/** [dots, 2] where each pair lies in a square of this span, from the top left. */
export function scatterPlaces(
  { there, back, end }: Pick<SwapScatterProps, 'there' | 'back' | 'end'>,
  span: number,
): Float32Array {
  const places = new Float32Array(2 * there.length);
  const along = (distance: number) => Math.min(1, distance / end) * span;
  for (let pair = 0; pair < there.length; pair++) {
    places[2 * pair] = along(there[pair] as number);
    places[2 * pair + 1] = span - along(back[pair] as number);
  }
  return places;
}

export function createSwapScatter(container: HTMLElement, first: SwapScatterProps): View<SwapScatterProps> {
  const behind = select(container).append('svg').attr('class', 'swap-scatter').attr('aria-hidden', 'true');
  const canvas = container.ownerDocument.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { position: 'absolute', left: `${MARGIN.left}px`, top: `${MARGIN.top}px` });
  container.append(canvas);

  function update(props: SwapScatterProps): void {
    const { palette, side, threshold, end, words } = props;
    const span = scatterSpan(side);
    behind
      .attr('viewBox', `0 0 ${side} ${side - 6}`)
      .attr('width', side)
      .attr('height', side - 6);
    const x = (distance: number) => MARGIN.left + Math.min(1, distance / end) * span;
    const y = (distance: number) => MARGIN.top + span - Math.min(1, distance / end) * span;
    const known = Number.isFinite(threshold);
    const ground = { x: x(0), y: y(end), width: span, height: span, opacity: 0.6, fill: palette.blank };
    const corner = { opacity: 1, fill: palette.hairline };
    const rest = span - (x(threshold) - x(0));
    const boxes = known
      ? [
          ground,
          { x: x(0), y: y(end), width: span - rest, height: rest, ...corner },
          { x: x(threshold), y: y(threshold), width: rest, height: span - rest, ...corner },
        ]
      : [ground];
    behind
      .selectAll('rect')
      .data(boxes)
      .join('rect')
      .attr('x', (box) => box.x)
      .attr('y', (box) => box.y)
      .attr('width', (box) => box.width)
      .attr('height', (box) => box.height)
      .attr('fill', (box) => box.fill)
      .attr('fill-opacity', (box) => box.opacity);
    behind
      .selectAll('line')
      .data([0])
      .join('line')
      .attr('stroke', palette.card)
      .attr('x1', x(0))
      .attr('y1', y(0))
      .attr('x2', x(end))
      .attr('y2', y(end));
    const note = (text: string, at: readonly [number, number], anchor: string, turn = 0) => ({
      ...{ text, at, anchor, turn },
    });
    const texts = [
      note('0', [x(0) - 7, y(0) + 4], 'end'),
      note(decimal(end, 1), [x(0) - 7, y(end) + 10], 'end'),
      note(decimal(end, 1), [x(end), y(0) + 16], 'end'),
      note(words.there, [x(end / 2), y(0) + 30], 'middle'),
      note(words.back, [-(y(0) + y(end)) / 2, 14], 'middle', -90),
      ...(known && rest > 44 && span - rest > 16
        ? [
            note(words.flips, [x(0) + 6, y(end) + 15], 'start'),
            note(words.flips, [x(end) - 6, y(0) - 7], 'end'),
          ]
        : []),
    ];
    behind
      .selectAll<SVGTextElement, (typeof texts)[number]>('text')
      .data(texts)
      .join('text')
      .attr('fill', palette.muted)
      .attr('x', ({ at }) => at[0])
      .attr('y', ({ at }) => at[1])
      .attr('text-anchor', ({ anchor }) => anchor)
      .attr('transform', ({ turn }) => (turn ? `rotate(${turn})` : null))
      .text(({ text }) => text);
    drawDots(props, span);
  }

  function drawDots({ accent, dpr, ...pairs }: SwapScatterProps, span: number): void {
    const wide = Math.round(span * dpr);
    [canvas.width, canvas.height] = [wide, wide];
    Object.assign(canvas.style, { width: `${span}px`, height: `${span}px` });
    const context = canvas.getContext?.('2d');
    if (!context) return;
    const { r, g, b } = rgb(accent);
    context.fillStyle = `rgb(${r} ${g} ${b} / 45%)`;
    const places = scatterPlaces(pairs, span);
    for (let at = 0; at < places.length; at += 2) {
      context.beginPath();
      context.arc((places[at] as number) * dpr, (places[at + 1] as number) * dpr, DOT * dpr, 0, 7);
      context.fill();
    }
  }

  update(first);
  return {
    update,
    dispose() {
      behind.remove();
      canvas.remove();
    },
  };
}
