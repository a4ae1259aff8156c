/**
 * Hands on the points of a plane: drag one, press an empty place to add one, press one twice to remove it. By keys: the
 * arrows move the point that has the focus, Page Up and Page Down go to its neighbours, Delete removes it. The points
 * themselves are drawn by the view below.
 */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { decimal, whole } from '../../../i18n/format';
import { useMessages } from '../../../ui/messages-context';
import { fromPlane, type PlaneLayout, toPlane } from '../../../views/adaptation-layout';
import { added, countOf, leftToRight, movedTo, type PointList, pointAt, removed } from './edit-points';

/** Of the value axes, for one press of an arrow; with Shift ten times as much. */
const NUDGE = 0.1;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function PointsPad(props: {
  readonly layout: PlaneLayout;
  readonly points: PointList;
  /** Of several pads with the same points only one is for keys and screen readers. */
  readonly reachable: boolean;
  readonly onChange: (points: PointList) => void;
}) {
  const { layout, points, reachable, onChange } = props;
  const { metaLearningLab: words } = useMessages();
  const pad = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  const dragged = useRef<number | null>(null);
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
    if (dragged.current !== index) return;
    const { x, y } = placeOf(event);
    onChange(movedTo(points, index, x, y));
  }

  function press(event: KeyboardEvent<HTMLButtonElement>, index: number) {
    const arrow = ARROWS[event.key];
    const order = leftToRight(points);
    const at = order.indexOf(index);
    if (arrow) {
      const { x, y } = pointAt(points, index);
      const far = NUDGE * (event.shiftKey ? 10 : 1);
      onChange(movedTo(points, index, x + arrow[0] * far, y + arrow[1] * far));
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      const next = order[at + (event.key === 'PageDown' ? 1 : -1)];
      if (next !== undefined) focus(next);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      onChange(removed(points, index));
      if (count > 1) focus(Math.min(index, count - 2));
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
      onClick={(event) => {
        const { x, y } = placeOf(event);
        onChange(added(points, x, y));
      }}
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
            onClick={(event) => event.stopPropagation()}
            onDoubleClick={(event) => {
              event.stopPropagation();
              onChange(removed(points, index));
            }}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              dragged.current = index;
            }}
            onPointerMove={(event) => drag(event, index)}
            onPointerUp={() => {
              dragged.current = null;
            }}
            onPointerCancel={() => {
              dragged.current = null;
            }}
          />
        );
      })}
    </div>
  );
}
