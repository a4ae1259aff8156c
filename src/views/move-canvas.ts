/**
 * The canvas with the digit at its place: cells, the frame of the digit, and the dashed frame of the region that
 * was trained on. The frame's name keeps out of the digit's way. No input here: the owner handles drag and keys.
 */
import { select } from 'd3';
import type { DigitVariant } from '../spec/experiment-spec';
import { createDigitCanvas } from './digit-canvas';
import { watchWidth } from './move-cells';
import type { Palette } from './palette';
import { CANVAS, CORNER_REACH, digitSide, offsetOf, type Place } from './placement-place';
import type { View } from './view';

export type MoveCanvasProps = {
  /** The 28x28 canvas with the digit on it. */
  readonly pixels: ArrayLike<number>;
  readonly place: Place;
  readonly variant: DigitVariant;
  /** Name of the trained frame: "trained here". */
  readonly trainedHere: string;
  /** True while the frame of the digit is to stand out: dragged, focused, or named by the explanation. */
  readonly lit: boolean;
  readonly palette: Palette;
};

const INSET = 1;
const ROUND = 6;

/**
 * The frame of the digit as paths: a closed box while it is on the canvas. A centred digit fills the canvas, so a
 * shift pushes a part of it off: the sides that are cut lie on the canvas' edge and are drawn apart.
 */
export function framePaths(
  left: number,
  top: number,
  size: number,
  side: number,
): { readonly whole: string; readonly beyond: string } {
  const [right, bottom] = [left + size, top + size];
  const inside = (value: number) => Math.max(INSET, Math.min(side - INSET, value));
  const n = (value: number) => Math.round(value * 10) / 10;
  const [x1, x2] = [n(inside(left + INSET)), n(inside(right - INSET))];
  const [y1, y2] = [n(inside(top + INSET)), n(inside(bottom - INSET))];
  // Clockwise from the top left corner; `true`: this side is cut.
  const sides = [
    { cut: top < 0, from: [x1, y1], to: [x2, y1] },
    { cut: right > side, from: [x2, y1], to: [x2, y2] },
    { cut: bottom > side, from: [x2, y2], to: [x1, y2] },
    { cut: left < 0, from: [x1, y2], to: [x1, y1] },
  ] as const;
  if (!sides.some(({ cut }) => cut)) {
    const [w, h] = [n(x2 - x1 - 2 * ROUND), n(y2 - y1 - 2 * ROUND)];
    const turn = (x: number, y: number) => `a${ROUND} ${ROUND} 0 0 1 ${x * ROUND} ${y * ROUND}`;
    const box = `M${n(x1 + ROUND)} ${y1}h${w}${turn(1, 1)}v${h}${turn(-1, 1)}h${-w}${turn(-1, -1)}v${-h}${turn(1, -1)}z`;
    return { whole: box, beyond: '' };
  }
  const lines = (cut: boolean) =>
    sides
      .filter((one) => one.cut === cut)
      .map(({ from, to }) => `M${from.join(' ')}L${to.join(' ')}`)
      .join('');
  return { whole: lines(false), beyond: lines(true) };
}

export function createMoveCanvas(container: HTMLElement, initial: MoveCanvasProps): View<MoveCanvasProps> {
  let props = initial;
  const digit = createDigitCanvas(container, initial);
  const svg = select(container)
    .append('svg')
    .attr('aria-hidden', 'true')
    .style('position', 'absolute')
    .style('inset', '0')
    .style('width', '100%')
    .style('height', '100%')
    .style('overflow', 'hidden');
  const trained = svg.append('rect').attr('class', 'move-trained-frame').attr('fill', 'none');
  const name = svg.append('text').attr('class', 'move-trained-name').attr('font-size', 12);
  const frame = svg.append('path').attr('class', 'move-digit-frame').attr('fill', 'none');
  const cut = svg.append('path').attr('class', 'move-digit-cut').attr('fill', 'none');

  function draw() {
    const { place, variant, palette, lit } = props;
    const side = width.now() || 336;
    const cell = side / CANVAS;
    const corner = variant === 'corner';
    const reach = (CORNER_REACH + digitSide('corner')) * cell;
    svg.attr('viewBox', `0 0 ${side} ${side}`);
    trained
      .attr('x', 1)
      .attr('y', 1)
      .attr('width', reach - 2)
      .attr('height', reach - 2)
      .attr('rx', 3)
      .attr('stroke', palette.muted)
      .attr('stroke-dasharray', '4 4')
      .attr('visibility', corner ? 'visible' : 'hidden');
    name
      .text(props.trainedHere)
      .attr('x', 8)
      .attr('y', place.row < 2 ? reach - 9 : 16)
      .attr('fill', palette.muted)
      .attr('visibility', corner ? 'visible' : 'hidden');
    const { top, left } = offsetOf(place, variant);
    const digitWidth = digitSide(variant) * cell;
    const { whole, beyond } = framePaths(left * cell, top * cell, digitWidth, side);
    for (const path of [frame, cut]) path.attr('stroke', palette.ink).attr('stroke-width', lit ? 3 : 2);
    frame.attr('d', whole);
    cut.attr('d', beyond).attr('stroke-dasharray', '2 5');
  }

  const width = watchWidth(container, draw);
  draw();
  return {
    update(next) {
      props = next;
      digit.update(next);
      draw();
    },
    dispose() {
      width.stop();
      digit.dispose();
      svg.remove();
    },
  };
}
