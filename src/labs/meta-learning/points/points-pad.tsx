/**
 * Hands on the points of a plane: drag one, press an empty place to add one, press one twice to remove it. By keys: the
 * arrows move the point that has the focus, Page Up and Page Down go to its neighbours, Delete removes it. The points
 * themselves are drawn by the view below.
 */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import { decimal, whole } from '../../../i18n/format';
import { useMessages } from '../../../ui/messages-context';
import { fromPlane, type PlaneLayout, toPlane } from '../../../views/adaptation-layout';
import { countOf, leftToRight, movedTo, pointAt } from './edit-points';
import { meaningOf, type PressSeries, withPress } from './press-series';
import type { PointsInHand } from './use-points';

/** Of the value axes, for one press of an arrow; with Shift ten times as much. */
const NUDGE = 0.1;
/** CSS pixels: a hand that moves less means to press. */
const STILL = 3;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function PointsPad(props: {
  readonly layout: PlaneLayout;
  readonly points: PointsInHand;
  /** Of several pads with the same points only one is for keys and screen readers. */
  readonly reachable: boolean;
}) {
  const { layout, reachable } = props;
  const { change, addAt, remove } = props.points;
  const points = props.points.shown.list;
  const { metaLearningLab: words } = useMessages();
  const pad = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  /** The point under the hand, and where it was taken. */
  const held = useRef<{ readonly index: number; readonly x: number; readonly y: number } | null>(null);
  const dragged = useRef(false);
  const series = useRef<PressSeries | null>(null);
  const count = countOf(points);
  const stop = Math.min(focused, count - 1);

  const placeOf = (event: { readonly clientX: number; readonly clientY: number }) => {
    const box = pad.current?.getBoundingClientRect();
    return fromPlane(layout, event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0));
  };
  const focus = (index: number) => {
    setFocused(index);
    pad.current?.querySelectorAll('button')[index]?.focus();
  };

  function drag(event: PointerEvent<HTMLButtonElement>, index: number) {
    if (held.current?.index !== index) return;
    const far = Math.hypot(event.clientX - held.current.x, event.clientY - held.current.y);
    if (!dragged.current && far < STILL) return;
    dragged.current = true;
    const { x, y } = placeOf(event);
    change(movedTo(points, index, x, y));
  }

  function removeAt(index: number) {
    remove(index);
    if (count > 1) focus(Math.min(index, count - 2));
  }

  function click(event: MouseEvent<HTMLElement>, on: number | null) {
    series.current = withPress(series.current, {
      on,
      at: event.timeStamp,
      x: event.clientX,
      y: event.clientY,
    });
    const meaning = meaningOf(series.current);
    if (meaning === 'add') {
      const { x, y } = placeOf(event);
      addAt(x, y);
    } else if (meaning === 'remove' && on !== null) removeAt(on);
  }

  function press(event: KeyboardEvent<HTMLButtonElement>, index: number) {
    const arrow = ARROWS[event.key];
    const order = leftToRight(points);
    const at = order.indexOf(index);
    if (arrow) {
      const { x, y } = pointAt(points, index);
      const far = NUDGE * (event.shiftKey ? 10 : 1);
      change(movedTo(points, index, x + arrow[0] * far, y + arrow[1] * far));
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      const next = order[at + (event.key === 'PageDown' ? 1 : -1)];
      if (next !== undefined) focus(next);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      removeAt(index);
    } else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: points are added by keys with the button below
    // biome-ignore lint/a11y/noStaticElementInteractions: the group's own buttons are what keys reach
    <div
      ref={pad}
      className="points-pad"
      {...(reachable ? { role: 'group', 'aria-label': words.pad } : { 'aria-hidden': true })}
      onClick={(event) => click(event, null)}
    >
      {Array.from({ length: count }, (_, index) => {
        const { x, y } = pointAt(points, index);
        const place = toPlane(layout, x, y);
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list
            key={index}
            type="button"
            className="points-handle"
            style={{ left: place.x, top: place.y }}
            tabIndex={reachable && index === stop ? 0 : -1}
            aria-label={words.point(whole(index + 1), whole(count), decimal(x), decimal(y))}
            onFocus={() => setFocused(index)}
            onKeyDown={(event) => press(event, index)}
            onClick={(event) => {
              event.stopPropagation();
              // Enter and the space bar are clicks too, the end of a drag is one; neither is a press.
              if (event.detail === 0 || dragged.current) series.current = null;
              else click(event, index);
            }}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              held.current = { index, x: event.clientX, y: event.clientY };
              dragged.current = false;
            }}
            onPointerMove={(event) => drag(event, index)}
            onPointerUp={() => {
              held.current = null;
            }}
            onPointerCancel={() => {
              held.current = null;
            }}
          />
        );
      })}
    </div>
  );
}
