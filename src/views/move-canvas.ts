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
  const frame = svg.append('rect').attr('class', 'move-digit-frame').attr('fill', 'none');

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
    frame
      .attr('x', left * cell + 1)
      .attr('y', top * cell + 1)
      .attr('width', digitWidth - 2)
      .attr('height', digitWidth - 2)
      .attr('rx', 6)
      .attr('stroke', palette.ink)
      .attr('stroke-width', lit ? 3 : 2);
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
