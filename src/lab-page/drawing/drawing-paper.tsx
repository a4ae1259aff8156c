/**
 * A sheet of square cells to draw on by mouse, touch, pen and keyboard: arrows move a cursor, Space or Enter inks or
 * clears its cell, Shift and arrows draw. What is drawn is the caller's.
 */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { createDigitCanvas } from '../../views/digit-canvas';
import type { Palette } from '../../views/palette';
import { useView } from '../use-view';
import { type Brush, type Drawing, PEN, sideOf, withDot, withStroke, withToggled } from './drawing';
import './drawing.css';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function DrawingPaper(props: {
  readonly drawing: Drawing;
  readonly palette: Palette;
  readonly brush?: Brush;
  /** Name of the paper with its cursor on this cell, from 1. */
  readonly nameOf: (row: number, column: number, inked: boolean) => string;
  readonly describedBy: string;
  /** A stroke begins: what was there can be had back. */
  readonly onBegin: () => void;
  readonly onChange: (change: (drawing: Drawing) => Drawing) => void;
}) {
  const { palette, brush = PEN } = props;
  const side = sideOf(props.drawing);
  const [cursor, setCursor] = useState({ row: Math.floor(side / 2) - 1, column: Math.floor(side / 2) - 1 });
  const pen = useRef<{ x: number; y: number } | null>(null);
  const picture = useView(createDigitCanvas, () => ({ pixels: props.drawing, palette }));

  function pointOf(event: { clientX: number; clientY: number }, paper: Element) {
    const box = paper.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * side,
      y: ((event.clientY - box.top) / box.height) * side,
    };
  }
  function down(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const to = pointOf(event, event.currentTarget);
    pen.current = to;
    props.onBegin();
    props.onChange((drawing) => withDot(drawing, to.x, to.y, brush));
  }
  function drag(event: PointerEvent<HTMLDivElement>) {
    if (!pen.current) return;
    const paper = event.currentTarget;
    const events = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const points = (events.length > 0 ? events : [event.nativeEvent]).map((each) => pointOf(each, paper));
    const route = [pen.current, ...points];
    pen.current = route.at(-1) ?? null;
    props.onChange((drawing) =>
      route.slice(1).reduce((inked, to, index) => {
        const from = route[index] ?? to;
        return withStroke(inked, from.x, from.y, to.x, to.y, brush);
      }, drawing),
    );
  }
  function up() {
    pen.current = null;
  }
  function key(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { row, column } = cursor;
    const step = ARROWS[event.key];
    if (event.key === ' ' || event.key === 'Enter') {
      props.onBegin();
      props.onChange((drawing) =>
        brush.erases
          ? withDot(drawing, column + 0.5, row + 0.5, brush)
          : withToggled(drawing, row, column, brush),
      );
    } else if (step) {
      const inside = (value: number) => Math.max(0, Math.min(side - 1, value));
      const to = { row: inside(row + step[0]), column: inside(column + step[1]) };
      setCursor(to);
      if (event.shiftKey) {
        props.onBegin();
        props.onChange((drawing) =>
          withStroke(drawing, column + 0.5, row + 0.5, to.column + 0.5, to.row + 0.5, brush),
        );
      }
    } else return;
    event.preventDefault();
  }
  const inked = (props.drawing[cursor.row * side + cursor.column] ?? 0) >= 0.5;
  return (
    <div
      className="drawing-paper"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys as a drawing surface does
      tabIndex={0}
      aria-label={props.nameOf(cursor.row + 1, cursor.column + 1, inked)}
      aria-describedby={props.describedBy}
      onPointerDown={down}
      onPointerMove={drag}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
    >
      <div ref={picture} />
      <span
        className="drawing-cursor"
        style={{
          width: `${100 / side}%`,
          left: `${(cursor.column / side) * 100}%`,
          top: `${(cursor.row / side) * 100}%`,
        }}
      />
    </div>
  );
}
